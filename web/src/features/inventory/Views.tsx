import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { InventoryPage } from '../../lib/api/types';
import styles from './Views.module.css';

/** Saved views with how many each holds; every one is an address. */
export function Views({ counts }: { counts: InventoryPage['counts'] }) {
  const { t } = useTranslation();
  const options = { exact: true, includeSearch: true, explicitUndefined: true };
  return (
    <nav className={styles.views} aria-label={t('inventory.views')}>
      <Link to="/inventory" search={{}} activeOptions={options}>
        {t('inventory.all')}
        <b>{counts.all}</b>
      </Link>
      <Link to="/inventory" search={{ view: 'overdue' }} activeOptions={options} className={counts.overdue > 0 ? styles.late : undefined}>
        {t('inventory.overdue')}
        <b>{counts.overdue}</b>
      </Link>
      <Link to="/inventory" search={{ view: 'unstewarded' }} activeOptions={options}>
        {t('inventory.unstewarded')}
        <b>{counts.unstewarded}</b>
      </Link>
      <Link to="/inventory" search={{ view: 'quiet' }} activeOptions={options}>
        {t('inventory.quiet')}
        <b>{counts.quiet}</b>
      </Link>
    </nav>
  );
}
