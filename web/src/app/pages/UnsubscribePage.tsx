import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Unsubscribe } from '../../features/notifications/Unsubscribe';
import { Page, PageHead } from '../Page';

/** Reached from a mail, without a sign-in. */
export function UnsubscribePage() {
  const { t } = useTranslation();
  const { key } = useParams({ from: '/notifications/unsubscribe/$key' });
  return (
    <Page title={t('unsubscribe.title')}>
      <PageHead title={t('unsubscribe.title')} />
      <Unsubscribe mailKey={key} />
    </Page>
  );
}
