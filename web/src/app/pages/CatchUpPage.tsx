import { useTranslation } from 'react-i18next';
import { Threads } from '../../features/catchup/Threads';
import { Page, PageHead } from '../Page';

export function CatchUpPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('catchUp.title')}>
      <PageHead title={t('catchUp.title')} lead={t('catchUp.lead')} />
      <Threads />
    </Page>
  );
}
