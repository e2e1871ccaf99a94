import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Confirm } from './Confirm';

/** Asks before what was written and not saved is left behind, also when the window closes. */
export function Unsaved({ changed }: { changed: boolean }) {
  const { t } = useTranslation();
  const leaving = useBlocker({ shouldBlockFn: () => changed, enableBeforeUnload: changed, withResolver: true });
  return (
    <Confirm
      opened={leaving.status === 'blocked'}
      title={t('unsaved.title')}
      act={t('unsaved.leave')}
      stay={t('unsaved.stay')}
      onAct={() => leaving.proceed?.()}
      onClose={() => leaving.reset?.()}
    >
      <p>{t('unsaved.text')}</p>
    </Confirm>
  );
}
