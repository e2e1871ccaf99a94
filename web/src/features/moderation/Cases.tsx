import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { LinesField } from '../../components/Field';
import { List } from '../../components/List';
import { Note } from '../../components/Note';
import { Empty } from '../../components/States';
import { When } from '../../components/When';
import { itemsOf } from '../../lib/api/paging';
import { detailOf } from '../../lib/api/problem';
import type { DecideModerationCase, ModerationCase } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import styles from './Cases.module.css';
import { Reported } from './Reported';
import { SanctionForm } from './SanctionForm';
import { type CaseState, useCases, useDecide } from './useCases';

/** What was reported, each with its post, and what can be decided about it. */
export function Cases({ state, me }: { state: CaseState; me: string }) {
  const { t } = useTranslation();
  const query = useCases(state);
  const cases = itemsOf<ModerationCase>(query.data);
  return (
    <div className="sheet">
      <List
        query={query}
        loading={t('common.loading')}
        failed={t('moderation.failedList')}
        count={cases.length}
        empty={<Empty title={t(`moderation.none.${state}`)}>{t('moderation.noneText')}</Empty>}
        label={t('moderation.title')}
      >
        {cases.map((each) => (
          <Case key={each.id} each={each} me={me} />
        ))}
      </List>
    </div>
  );
}

function Case({ each, me }: { each: ModerationCase; me: string }) {
  const { t } = useTranslation();
  return (
    <li className={styles.case}>
      <p className={styles.state}>
        <b>{t(`moderation.states.${each.state}`)}</b> · <When at={each.decidedAt ?? each.openedAt} />
      </p>
      <Reported post={each.post} />
      {each.reports.length > 0 && (
        <>
          <p>{t('moderation.reports', { count: each.reportCount })}</p>
          <ul className={styles.reports}>
            {each.reports.map((report, index) => (
              <li key={`${report.reporter.id}${index}`}>
                <b dir="auto">{report.reporter.displayName}</b>: {t(`report.reasons.${report.reason}`)}
                {report.detail !== null && <q dir="auto">{report.detail}</q>}
              </li>
            ))}
          </ul>
        </>
      )}
      {each.note !== null && (
        <p>
          {t('moderation.noteSaid')} <q dir="auto">{each.note}</q>
        </p>
      )}
      {each.appeal !== null && (
        <p>
          {t('moderation.appealSaid')} <q dir="auto">{each.appeal}</q>
        </p>
      )}
      <Deciding each={each} />
      {each.post.author.id !== me && <SanctionForm about={each} />}
    </li>
  );
}

const choices = { open: ['dismiss', 'hide'], appealed: ['restore', 'uphold'], hidden: ['restore'], upheld: ['restore'] } as const;

/** What the author is told, and what happens. Hiding needs a word why. */
function Deciding({ each }: { each: ModerationCase }) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const [lacks, setLacks] = useState(false);
  const decide = useDecide();
  const possible = each.state in choices ? choices[each.state as keyof typeof choices] : [];
  if (possible.length === 0) return null;

  function act(decision: DecideModerationCase['decision']) {
    const missing = decision === 'hide' && note.trim() === '';
    setLacks(missing);
    if (missing || decide.isPending) return;
    decide.mutate(
      { id: each.id, body: { decision, ...(note.trim() !== '' && { note: note.trim() }) } },
      { onSuccess: () => showToast(t('moderation.done')) },
    );
  }

  return (
    <div className={styles.deciding}>
      <LinesField
        label={t('moderation.note')}
        hint={t('moderation.noteHint')}
        error={lacks ? t('moderation.noteLacks') : undefined}
        value={note}
        maxLength={1_000}
        onChange={setNote}
      />
      {decide.isError && (
        <Note tone="bad" icon="warn" alert title={t('moderation.failed')}>
          {detailOf(decide.error)}
        </Note>
      )}
      <div className={styles.acts}>
        {possible.map((decision) => (
          <Button key={decision} kind={decision === 'hide' ? 'danger' : 'outline'} onClick={() => act(decision)}>
            {t(`moderation.acts.${decision}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
