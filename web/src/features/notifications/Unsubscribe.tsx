import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Note } from '../../components/Note';
import { statusOf } from '../../lib/api/problem';
import { useUnsubscribe } from './useMailPreferences';

/** Asks whoever comes from a mail, signed in or not, before the digest ends. */
export function Unsubscribe({ mailKey }: { mailKey: string }) {
  const { t } = useTranslation();
  const end = useUnsubscribe();
  if (end.isSuccess) {
    return (
      <Note tone="good" icon="check" alert title={t('unsubscribe.done')}>
        {t('unsubscribe.doneText')}
      </Note>
    );
  }
  return (
    <>
      <p>{t('unsubscribe.lead')}</p>
      <div>
        <Button kind="primary" aria-disabled={end.isPending} onClick={() => !end.isPending && end.mutate(mailKey)}>
          {t('unsubscribe.act')}
        </Button>
      </div>
      {end.isError && (
        <Note tone="bad" icon="warn" alert title={t('unsubscribe.failed')}>
          {t(statusOf(end.error) === 404 || statusOf(end.error) === 400 ? 'unsubscribe.unknown' : 'composer.failedWhy')}
        </Note>
      )}
    </>
  );
}
