import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button';
import { List } from '../../components/List';
import { Empty } from '../../components/States';
import { itemsOf } from '../../lib/api/paging';
import type { Webhook } from '../../lib/api/types';
import { wordsOf } from './events';
import { useWebhooks } from './useWebhooks';
import styles from './Webhooks.module.css';
import { WebhookState } from './WebhookState';

export function WebhookList() {
  const { t } = useTranslation();
  const query = useWebhooks();
  const webhooks = itemsOf<Webhook>(query.data);
  return (
    <div className="sheet">
      <List
        label={t('webhooks.title')}
        query={query}
        loading={t('common.loading')}
        failed={t('webhooks.failedList')}
        count={webhooks.length}
        empty={
          <Empty
            title={t('webhooks.none')}
            actions={
              <ButtonLink kind="primary" to="/webhooks/new">
                {t('webhooks.add')}
              </ButtonLink>
            }
          >
            {t('webhooks.noneText')}
          </Empty>
        }
      >
        {webhooks.map((webhook) => (
          <li key={webhook.id} className={styles.row}>
            <div>
              <Link className={styles.url} to="/webhooks/$webhookId" params={{ webhookId: webhook.id }}>
                {webhook.description ?? webhook.url}
              </Link>
              {webhook.description !== null && <p>{webhook.url}</p>}
              <p>
                <EventNames events={webhook.events} />
              </p>
            </div>
            <WebhookState webhook={webhook} />
          </li>
        ))}
      </List>
    </div>
  );
}

/** What it hears of, in words. */
export function EventNames({ events }: { events: readonly string[] }) {
  const { t, i18n } = useTranslation();
  const names = events.map((event) => {
    const words = wordsOf(event);
    return words === undefined ? event : t(`webhooks.event.${words}`);
  });
  return new Intl.ListFormat(i18n.language).format(names);
}
