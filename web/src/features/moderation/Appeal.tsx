import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { LinesField } from '../../components/Field';
import { Note } from '../../components/Note';
import { detailOf } from '../../lib/api/problem';
import { showToast } from '../../lib/toasts';
import styles from './Cases.module.css';
import type { useAppeal } from './useCases';

/** What whoever is concerned says to a decision, once. */
export function Appeal({ id, use }: { id: string; use: typeof useAppeal }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [lacks, setLacks] = useState(false);
  const appeal = use();

  function send() {
    setLacks(text.trim() === '');
    if (text.trim() === '' || appeal.isPending) return;
    appeal.mutate({ id, text: text.trim() }, { onSuccess: () => showToast(t('hidden.sent')) });
  }

  return (
    <div className={styles.deciding}>
      <LinesField
        label={t('hidden.appeal')}
        hint={t('hidden.appealHint')}
        error={lacks ? t('hidden.appealLacks') : undefined}
        value={text}
        maxLength={2_000}
        onChange={setText}
      />
      {appeal.isError && (
        <Note tone="bad" icon="warn" alert title={t('hidden.failed')}>
          {detailOf(appeal.error)}
        </Note>
      )}
      <div className={styles.acts}>
        <Button onClick={send}>{t('hidden.send')}</Button>
      </div>
    </div>
  );
}
