import { useTranslation } from 'react-i18next';
import { DistanceLists } from '../../features/people/DistanceLists';
import { EraseMe } from '../../features/privacy/EraseMe';
import { ExportMe } from '../../features/privacy/ExportMe';
import { FeedReaders } from '../../features/privacy/FeedReaders';
import { useSignedIn } from '../../lib/session/useMe';
import { Page, PageHead } from '../Page';
import styles from './PrivacyPage.module.css';

export function PrivacyPage() {
  const { t } = useTranslation();
  const { person } = useSignedIn();
  return (
    <Page title={t('privacy.title')}>
      <PageHead title={t('privacy.title')} lead={t('privacy.lead')} />
      <div className={`sheet ${styles.sheet}`}>
        <DistanceLists />
        <ExportMe />
        <FeedReaders />
        <EraseMe person={person} />
      </div>
    </Page>
  );
}
