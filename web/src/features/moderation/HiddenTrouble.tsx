import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button';
import { Note } from '../../components/Note';
import { itemsOf } from '../../lib/api/paging';
import type { HiddenPost, OwnSanction } from '../../lib/api/types';
import { fullWhen } from '../../lib/dates';
import { useClock } from '../../lib/useClock';
import { useHidden } from './useCases';
import { useOwnSanctions } from './useSanctions';

/** Says where a writer looks first that they may not write, were warned, or that something of theirs is hidden. */
export function HiddenTrouble() {
  const { t } = useTranslation();
  const clock = useClock();
  const count = itemsOf<HiddenPost>(useHidden().data).filter(({ state }) => state === 'hidden').length;
  const sanctions = itemsOf<OwnSanction>(useOwnSanctions().data);
  const suspended = sanctions.filter(({ inForce }) => inForce);
  const until = suspended.some((each) => each.until === null) ? null : suspended.map((each) => each.until ?? '').sort().at(-1);
  const warned = sanctions.some(({ kind, state }) => kind === 'warning' && state === 'standing');
  if (count === 0 && until === undefined && !warned) return null;
  return (
    <Note
      tone="warn"
      icon="flag"
      title={
        until !== undefined
          ? until === null
            ? t('sanctions.suspended')
            : t('sanctions.suspendedUntil', { when: fullWhen(until, clock) })
          : warned
            ? t('sanctions.warned')
            : t('hidden.trouble', { count })
      }
      actions={
        <ButtonLink small to="/hidden">
          {t('hidden.look')}
        </ButtonLink>
      }
    />
  );
}
