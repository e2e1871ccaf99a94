import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button';
import { InventoryMap } from '../../features/inventory/InventoryMap';
import { Page, PageHead } from '../Page';

/** The inventory by domain, and how it grew. */
export function InventoryMapPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('inventoryMap.title')} wide>
      <PageHead
        title={t('inventoryMap.title')}
        lead={t('inventoryMap.lead')}
        actions={<ButtonLink to="/inventory">{t('inventoryMap.list')}</ButtonLink>}
      />
      <div className="sheet">
        <InventoryMap />
      </div>
    </Page>
  );
}
