import { useTranslation } from 'react-i18next';
import { MailPreferences } from '../../features/notifications/MailPreferences';
import { Page, PageHead } from '../Page';

export function MailPreferencesPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('mail.title')}>
      <PageHead title={t('mail.title')} lead={t('mail.lead')} />
      <MailPreferences />
    </Page>
  );
}
