import { useTranslation } from 'react-i18next';
import { EditProfile } from '../../features/people/EditProfile';
import { useSignedIn } from '../../lib/session/useMe';
import { Page, PageHead } from '../Page';

export function EditProfilePage() {
  const { t } = useTranslation();
  const { person } = useSignedIn();
  return (
    <Page title={t('edit.title')}>
      <PageHead title={t('edit.title')} lead={t('edit.lead')} />
      <EditProfile person={person} />
    </Page>
  );
}
