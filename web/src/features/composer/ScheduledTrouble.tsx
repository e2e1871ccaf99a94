import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button';
import { Note } from '../../components/Note';
import { useScheduled } from './useScheduled';

/** Says where a writer looks first that something which waited was not published. */
export function ScheduledTrouble() {
  const { t } = useTranslation();
  const scheduled = useScheduled();
  const failed = (scheduled.data?.items ?? []).filter(({ failure }) => failure !== null).length;
  if (failed === 0) return null;
  return (
    <Note
      tone="warn"
      icon="warn"
      title={t('schedule.trouble', { count: failed })}
      actions={
        <ButtonLink small to="/scheduled">
          {t('schedule.look')}
        </ButtonLink>
      }
    />
  );
}
