import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { ChoiceField, LinesField } from '../../components/Field';
import { Note } from '../../components/Note';
import { detailOf } from '../../lib/api/problem';
import type { ModerationCase } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import styles from './Cases.module.css';
import { useImpose } from './useSanctions';

const acts = ['warning', 'day', 'week', 'month', 'open'] as const;
type Act = (typeof acts)[number];

const days = { day: 1, week: 7, month: 30 } as const;

function endOf(act: Act): string | null {
  return act in days ? new Date(Date.now() + days[act as keyof typeof days] * 86_400_000).toISOString() : null;
}

/** Warns the author of what was reported, or suspends them from writing; opened by whoever needs it. */
export function SanctionForm({ about }: { about: ModerationCase }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [act, setAct] = useState<Act>('warning');
  const [note, setNote] = useState('');
  const [lacks, setLacks] = useState(false);
  const impose = useImpose();
  const { author } = about.post;

  function send() {
    const missing = note.trim() === '';
    setLacks(missing);
    if (missing || impose.isPending) return;
    impose.mutate(
      {
        personId: author.id,
        kind: act === 'warning' ? 'warning' : 'suspension',
        note: note.trim(),
        until: endOf(act),
        caseId: about.id,
      },
      {
        onSuccess: () => {
          showToast(t('moderation.done'));
          setOpen(false);
          setNote('');
        },
      },
    );
  }

  if (!open) {
    return (
      <div className={styles.deciding}>
        <div className={styles.acts}>
          <Button small kind="plain" aria-expanded={false} onClick={() => setOpen(true)}>
            {t('sanctions.open', { name: author.displayName })}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <fieldset className={`${styles.deciding} ${styles.sanction}`}>
      <legend>{t('sanctions.open', { name: author.displayName })}</legend>
      <ChoiceField
        label={t('sanctions.act')}
        value={act}
        options={acts.map((value) => ({ value, label: t(`sanctions.acts.${value}`) }))}
        onChange={(value) => setAct(acts.find((each) => each === value) ?? 'warning')}
      />
      <LinesField
        label={t('sanctions.note')}
        hint={t('sanctions.noteHint')}
        error={lacks ? t('sanctions.noteLacks') : undefined}
        value={note}
        maxLength={1_000}
        onChange={setNote}
      />
      {impose.isError && (
        <Note tone="bad" icon="warn" alert title={t('moderation.failed')}>
          {detailOf(impose.error)}
        </Note>
      )}
      <div className={styles.acts}>
        <Button kind={act === 'warning' ? 'outline' : 'danger'} onClick={send}>
          {t(act === 'warning' ? 'sanctions.warn' : 'sanctions.suspend')}
        </Button>
        <Button kind="plain" onClick={() => setOpen(false)}>
          {t('common.cancel')}
        </Button>
      </div>
    </fieldset>
  );
}
