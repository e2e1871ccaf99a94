import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button';
import { Note } from '../../components/Note';
import { itemsOf } from '../../lib/api/paging';
import type { HiddenPost } from '../../lib/api/types';
import { useHidden } from './useCases';

/** Says where a writer looks first that something of theirs is hidden and may be objected to. */
export function HiddenTrouble() {
  const { t } = useTranslation();
  const count = itemsOf<HiddenPost>(useHidden().data).filter(({ state }) => state === 'hidden').length;
  if (count === 0) return null;
  return (
    <Note
      tone="warn"
      icon="flag"
      title={t('hidden.trouble', { count })}
      actions={
        <ButtonLink small to="/hidden">
          {t('hidden.look')}
        </ButtonLink>
      }
    />
  );
}
