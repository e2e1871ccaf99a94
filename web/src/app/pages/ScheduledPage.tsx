import { useTranslation } from 'react-i18next';
import { ScheduledList } from '../../features/composer/ScheduledList';
import { Page, PageHead } from '../Page';

export function ScheduledPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('schedule.title')}>
      <PageHead title={t('schedule.title')} lead={t('schedule.lead')} />
      <div className="sheet">
        <ScheduledList />
      </div>
    </Page>
  );
}
