import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { List } from '../../components/List';
import { Empty } from '../../components/States';
import { When } from '../../components/When';
import { itemsOf } from '../../lib/api/paging';
import type { Delivery } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import { wordsOf } from './events';
import { useDeliveries, useRedeliver } from './useWebhooks';
import styles from './Webhooks.module.css';

/** What was sent, or waits to be, latest first. */
export function Deliveries({ webhookId }: { webhookId: string }) {
  const { t } = useTranslation();
  const query = useDeliveries(webhookId);
  const redeliver = useRedeliver(webhookId);
  const deliveries = itemsOf<Delivery>(query.data);
  return (
    <div className="sheet">
      <List
        label={t('webhooks.log')}
        query={query}
        loading={t('common.loading')}
        failed={t('webhooks.failedLog')}
        count={deliveries.length}
        empty={<Empty title={t('webhooks.logNone')}>{t('webhooks.logNoneText')}</Empty>}
      >
        {deliveries.map((delivery) => (
          <DeliveryRow
            key={delivery.id}
            delivery={delivery}
            again={() =>
              redeliver.mutate(delivery.id, {
                onSuccess: () => showToast(t('webhooks.redelivered')),
                onError: () => showToast(t('webhooks.failedAct')),
              })
            }
          />
        ))}
      </List>
    </div>
  );
}

function DeliveryRow({ delivery, again }: { delivery: Delivery; again: () => void }) {
  const { t } = useTranslation();
  const words = wordsOf(delivery.type);
  const name = words === undefined ? t('webhooks.event.ping') : t(`webhooks.event.${words}`);
  return (
    <li className={styles.row}>
      <div>
        <b>{name}</b> <When at={delivery.createdAt} />
        <p className={delivery.state === 'failed' ? styles.bad : undefined}>
          {t(`webhooks.delivery.${delivery.state}`, { count: delivery.attempts })}
          {delivery.status !== null && ` · HTTP ${delivery.status}`}
          {delivery.failure !== null && ` · ${delivery.failure}`}
        </p>
      </div>
      {delivery.state !== 'waiting' && (
        <Button small kind="plain" onClick={again} aria-label={t('webhooks.againNamed', { name })}>
          {t('webhooks.again')}
        </Button>
      )}
    </li>
  );
}
