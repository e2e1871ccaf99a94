import { useTranslation } from 'react-i18next';
import { Invitations } from '../../features/communities/Invitations';
import { Notifications } from '../../features/notifications/Notifications';
import { ButtonLink } from '../../components/Button';
import { Page, PageHead } from '../Page';

export function NotificationsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('notifications.title')}>
      <PageHead
        title={t('notifications.title')}
        lead={t('notifications.lead')}
        actions={
          <ButtonLink small to="/notifications/preferences">
            {t('mail.title')}
          </ButtonLink>
        }
      />
      <Invitations />
      <Notifications />
    </Page>
  );
}
