import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField, TextField } from '../../components/Field';
import { FormSheet } from '../../components/FormSheet';
import { Note } from '../../components/Note';
import { TwoFields } from '../../components/TwoFields';
import { detailOf } from '../../lib/api/problem';
import type { AddInventoryEntry, Stage } from '../../lib/api/types';
import { monthsAhead } from '../../lib/dates';
import { useSignedIn } from '../../lib/session/useMe';
import { showToast } from '../../lib/toasts';
import { useIdempotencyKey } from '../../lib/useIdempotencyKey';
import styles from './AddEntry.module.css';
import { useAddEntry } from './useAddEntry';

/** A community that lives elsewhere. */
export function AddEntry({ stages }: { stages: readonly Stage[] }) {
  const { t } = useTranslation();
  const { person: me } = useSignedIn();
  const navigate = useNavigate();
  const add = useAddEntry();
  const [name, setName] = useState('');
  const [domain, setDomain] = useState('');
  const [host, setHost] = useState('');
  const [url, setUrl] = useState('');
  const [size, setSize] = useState('');
  const [stage, setStage] = useState<Stage>('maturing');
  const [reviewBy, setReviewBy] = useState(() => monthsAhead(6, new Date()));
  const [mine, setMine] = useState(false);
  const [tried, setTried] = useState(false);
  const keyFor = useIdempotencyKey();
  const [nameMissing, hostMissing] = [name.trim() === '', host.trim() === ''];

  function save() {
    setTried(true);
    if (nameMissing || hostMissing) return;
    const people = Number.parseInt(size, 10);
    const entry: AddInventoryEntry = {
      name: name.trim(),
      host: host.trim(),
      domain: domain.trim() || null,
      url: url.trim() || null,
      size: Number.isNaN(people) ? null : people,
      stage,
      reviewBy: reviewBy || null,
      stewardIds: mine ? [me.id] : [],
    };
    add.mutate(
      { entry, idempotencyKey: keyFor(entry) },
      {
        onSuccess: (added) => {
          showToast(t('inventoryForm.added', { name: added.name }));
          void navigate({ to: '/inventory' });
        },
      },
    );
  }

  return (
    <FormSheet
      label={t('inventoryForm.title')}
      submit={t('inventoryForm.submit')}
      busy={add.isPending}
      back="/inventory"
      onSubmit={save}
      error={
        add.isError && (
          <Note tone="bad" icon="warn" alert title={t('inventoryForm.failed')}>
            {detailOf(add.error) ?? t('composer.failedWhy')}
          </Note>
        )
      }
    >
      <TextField
        label={t('inventoryForm.name')}
        required
        maxLength={120}
        value={name}
        onChange={setName}
        error={tried && nameMissing ? t('inventoryForm.nameMissing') : undefined}
      />
      <TextField
        label={t('inventoryForm.host')}
        hint={t('inventoryForm.hostHint')}
        required
        maxLength={120}
        value={host}
        onChange={setHost}
        error={tried && hostMissing ? t('inventoryForm.hostMissing') : undefined}
      />
      <TextField label={t('inventoryForm.url')} optional type="url" maxLength={2000} value={url} onChange={setUrl} />
      <TwoFields>
        <TextField label={t('inventoryForm.domain')} optional maxLength={120} value={domain} onChange={setDomain} />
        <TextField label={t('inventoryForm.size')} optional type="number" min={0} value={size} onChange={setSize} />
        <ChoiceField
          label={t('inventoryForm.stage')}
          value={stage}
          options={stages.map((each) => ({ value: each, label: t(`stage.${each}`) }))}
          onChange={(chosen) => setStage(chosen as Stage)}
        />
        <TextField label={t('inventoryForm.reviewBy')} type="date" value={reviewBy} onChange={setReviewBy} />
      </TwoFields>
      <label className={styles.mine}>
        <input type="checkbox" checked={mine} onChange={(event) => setMine(event.target.checked)} />
        {t('inventoryForm.mine')}
      </label>
    </FormSheet>
  );
}
