import { useTranslation } from 'react-i18next';
import { NothingHere } from '../../components/States';
import { ImportInventory } from '../../features/inventory/ImportInventory';
import { hasRole, useSignedIn } from '../../lib/session/useMe';
import { Page, PageHead } from '../Page';

export function ImportInventoryPage() {
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
    <Page title={t('import.title')}>
      <PageHead title={t('import.title')} lead={t('import.lead')} />
      <ImportInventory />
    </Page>
  );
}
