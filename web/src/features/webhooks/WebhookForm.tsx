import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/Button';
import { TextField } from '../../components/Field';
import { FormSheet } from '../../components/FormSheet';
import { Note } from '../../components/Note';
import { detailOf } from '../../lib/api/problem';
import type { Webhook, WebhookEvent } from '../../lib/api/types';
import { useSignedIn } from '../../lib/session/useMe';
import { eventsFor } from './events';
import { useCreateWebhook } from './useWebhooks';
import styles from './Webhooks.module.css';

/** A new webhook; afterwards its secret, once. */
export function WebhookForm() {
  const { t } = useTranslation();
  const me = useSignedIn();
  const create = useCreateWebhook();
  const [url, setUrl] = useState('');
  const [description, setDescription] = useState('');
  const [events, setEvents] = useState<readonly WebhookEvent[]>([]);
  const [tried, setTried] = useState(false);
  const [urlMissing, eventsMissing] = [url.trim() === '', events.length === 0];

  function save() {
    setTried(true);
    if (urlMissing || eventsMissing) return;
    create.mutate({ url: url.trim(), events: [...events], description: description.trim() || null });
  }

  if (create.isSuccess) return <Made webhook={create.data} />;
  return (
    <FormSheet
      label={t('webhooks.newTitle')}
      submit={t('webhooks.create')}
      busy={create.isPending}
      back="/webhooks"
      onSubmit={save}
      error={
        create.isError && (
          <Note tone="bad" icon="warn" alert title={t('webhooks.failedCreate')}>
            {detailOf(create.error) ?? t('composer.failedWhy')}
          </Note>
        )
      }
    >
      <TextField
        label={t('webhooks.url')}
        hint={t('webhooks.urlHint')}
        required
        type="url"
        maxLength={2000}
        value={url}
        onChange={setUrl}
        error={tried && urlMissing ? t('webhooks.urlMissing') : undefined}
      />
      <TextField label={t('webhooks.description')} optional maxLength={200} value={description} onChange={setDescription} />
      <fieldset className={styles.events}>
        <legend>{t('webhooks.events')}</legend>
        {eventsFor(me).map(({ event, words }) => (
          <label key={event}>
            <input
              type="checkbox"
              checked={events.includes(event)}
              onChange={({ target }) =>
                setEvents(target.checked ? [...events, event] : events.filter((each) => each !== event))
              }
            />
            {t(`webhooks.eventText.${words}`)}
          </label>
        ))}
        {tried && eventsMissing && (
          <p className={styles.error} role="alert">
            {t('webhooks.eventsMissing')}
          </p>
        )}
      </fieldset>
    </FormSheet>
  );
}

function Made({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  return (
    <div className={`sheet ${styles.about}`}>
      <Note tone="good" icon="check" alert title={t('webhooks.made')}>
        {t('webhooks.madeText')}
      </Note>
      <code className={styles.secret}>{webhook.secret}</code>
      <div>
        <ButtonLink kind="primary" to="/webhooks/$webhookId" params={{ webhookId: webhook.id }}>
          {t('webhooks.goOn')}
        </ButtonLink>
      </div>
    </div>
  );
}
