import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { LinesField } from '../../components/Field';
import { List } from '../../components/List';
import { Note } from '../../components/Note';
import { Empty } from '../../components/States';
import { itemsOf } from '../../lib/api/paging';
import { detailOf } from '../../lib/api/problem';
import type { HiddenPost } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import styles from './Cases.module.css';
import { Reported } from './Reported';
import { useAppeal, useHidden } from './useCases';

/** One's own posts that moderators hid, why, and what one may say to it. */
export function HiddenList() {
  const { t } = useTranslation();
  const query = useHidden();
  const hidden = itemsOf<HiddenPost>(query.data);
  return (
    <div className="sheet">
      <List
        query={query}
        loading={t('common.loading')}
        failed={t('moderation.failedList')}
        count={hidden.length}
        empty={<Empty title={t('hidden.none')}>{t('hidden.noneText')}</Empty>}
        label={t('hidden.title')}
      >
        {hidden.map((each) => (
          <li key={each.id} className={styles.case}>
            <p className={styles.state}>
              <b>{t(`hidden.states.${each.state}`)}</b>
            </p>
            <Reported post={each.post} />
            {each.note !== null && (
              <p>
                {t('hidden.why')} <q dir="auto">{each.note}</q>
              </p>
            )}
            {each.appeal !== null && (
              <p>
                {t('hidden.said')} <q dir="auto">{each.appeal}</q>
              </p>
            )}
            {each.outcome !== null && (
              <p>
                {t('hidden.outcome')} <q dir="auto">{each.outcome}</q>
              </p>
            )}
            {each.state === 'hidden' && <Appeal id={each.id} />}
          </li>
        ))}
      </List>
    </div>
  );
}

function Appeal({ id }: { id: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [lacks, setLacks] = useState(false);
  const appeal = useAppeal();

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
