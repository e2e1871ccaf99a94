import { useTranslation } from 'react-i18next';
import { NothingHere } from '../../components/States';
import { PatternForm } from '../../features/moderation/PatternForm';
import { PatternList } from '../../features/moderation/PatternList';
import { hasRole, useSignedIn } from '../../lib/session/useMe';
import styles from '../../features/moderation/Patterns.module.css';
import { Page, PageHead } from '../Page';

export function GuardPage() {
  const { t } = useTranslation();
  const me = useSignedIn();
  if (!hasRole(me, 'admin')) {
    return (
      <Page>
        <NothingHere />
      </Page>
    );
  }
  return (
    <Page title={t('guard.title')}>
      <PageHead title={t('guard.title')} lead={t('guard.lead')} />
      <PatternList />
      <h2 className={styles.heading}>{t('guard.new')}</h2>
      <PatternForm />
    </Page>
  );
}
