import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/Icon';
import type { Webhook } from '../../lib/api/types';
import styles from './Webhooks.module.css';

export function WebhookState({ webhook: { state, failures } }: { webhook: Webhook }) {
  const { t } = useTranslation();
  if (state === 'paused') {
    return (
      <span className={styles.state}>
        <Icon name="pause" size="s" />
        {t('webhooks.paused')}
      </span>
    );
  }
  if (failures > 0) {
    return (
      <span className={`${styles.state} ${styles.bad}`}>
        <Icon name="warn" size="s" />
        {t('webhooks.failing', { count: failures })}
      </span>
    );
  }
  return (
    <span className={styles.state}>
      <Icon name="check" size="s" />
      {t('webhooks.active')}
    </span>
  );
}
