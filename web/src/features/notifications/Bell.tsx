import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/Icon';
import { useUnread } from './useNotifications';
import styles from './Notifications.module.css';

/** The way to what concerns the reader, with how much of it they have not seen. */
export function Bell() {
  const { t } = useTranslation();
  const unread = useUnread();
  return (
    <Link className={styles.bell} to="/notifications" aria-label={unread === 0 ? t('notifications.title') : t('notifications.bell', { count: unread })}>
      <Icon name="bell" />
      {unread > 0 && <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>}
    </Link>
  );
}
