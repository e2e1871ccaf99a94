import { useTranslation } from 'react-i18next';
import { NothingHere } from '../../components/States';
import { AddEntry } from '../../features/inventory/AddEntry';
import { hasRole, useSignedIn } from '../../lib/session/useMe';
import { Page, PageHead } from '../Page';
import { stages } from '../search';

export function AddToInventoryPage() {
  const { t } = useTranslation();
  const me = useSignedIn();
  if (!hasRole(me, 'learning', 'admin')) {
    return (
      <Page>
        <NothingHere />
      </Page>
    );
  }
  return (
    <Page title={t('inventoryForm.title')}>
      <PageHead title={t('inventoryForm.title')} lead={t('inventoryForm.lead')} />
      <AddEntry stages={stages} />
    </Page>
  );
}
