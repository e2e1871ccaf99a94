import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Note } from '../../components/Note';
import { detailOf } from '../../lib/api/problem';
import type { Webhook } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import { Deliveries } from './Deliveries';
import { useDeleteWebhook, usePing, useUpdateWebhook } from './useWebhooks';
import { EventNames } from './WebhookList';
import styles from './Webhooks.module.css';
import { WebhookState } from './WebhookState';

/** One webhook: what it hears, how it fares, what was sent. */
export function WebhookDetails({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const update = useUpdateWebhook(webhook);
  const remove = useDeleteWebhook(webhook.id);
  const ping = usePing(webhook.id);
  const [asking, setAsking] = useState(false);
  const paused = webhook.state === 'paused';
  const failure = [update, remove, ping].find((each) => each.isError)?.error;

  function end() {
    remove.mutate(undefined, {
      onSuccess: () => {
        showToast(t('webhooks.removed'));
        void navigate({ to: '/webhooks' });
      },
    });
  }

  return (
    <>
      <div className="sheet">
        <div className={styles.about}>
          <WebhookState webhook={webhook} />
          <p>
            <EventNames events={webhook.events} />
          </p>
          {paused && (
            <Note
              tone={webhook.failures > 0 ? 'warn' : 'quiet'}
              icon="pause"
              title={t(webhook.failures > 0 ? 'webhooks.pausedFailing' : 'webhooks.pausedAtRest', { count: webhook.failures })}
            >
              {t('webhooks.pausedText')}
            </Note>
          )}
          {failure !== undefined && (
            <Note tone="bad" icon="warn" alert title={t('webhooks.failedAct')}>
              {detailOf(failure)}
            </Note>
          )}
          {asking && (
            <Note
              tone="warn"
              icon="warn"
              alert
              title={t('webhooks.removeSure')}
              actions={
                <>
                  <Button small kind="danger" onClick={end}>
                    {t('webhooks.removeYes')}
                  </Button>
                  <Button small onClick={() => setAsking(false)}>
                    {t('common.cancel')}
                  </Button>
                </>
              }
            >
              {t('webhooks.removeText')}
            </Note>
          )}
        </div>
        <div className={styles.acts}>
          <Button small onClick={() => ping.mutate(undefined, { onSuccess: () => showToast(t('webhooks.pinged')) })}>
            {t('webhooks.ping')}
          </Button>
          <Button small kind={paused ? 'primary' : 'outline'} onClick={() => update.mutate({ state: paused ? 'active' : 'paused' })}>
            {t(paused ? 'webhooks.resume' : 'webhooks.pause')}
          </Button>
          <Button small kind="plain" onClick={() => setAsking(true)}>
            {t('webhooks.remove')}
          </Button>
        </div>
      </div>
      <h2 className={styles.heading}>{t('webhooks.log')}</h2>
      <Deliveries webhookId={webhook.id} />
    </>
  );
}
