import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { Button } from '../../components/Button';
import { LinesField } from '../../components/Field';
import { List } from '../../components/List';
import { Note } from '../../components/Note';
import { Empty } from '../../components/States';
import { itemsOf } from '../../lib/api/paging';
import { detailOf } from '../../lib/api/problem';
import type { DecideSanction, Sanction } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import styles from './Cases.module.css';
import { SanctionWords } from './SanctionWords';
import { useDecideSanction, useSanctions } from './useSanctions';

/** Who was warned or suspended, and what can be decided about it. */
export function Sanctions({ me }: { me: string }) {
  const { t } = useTranslation();
  const query = useSanctions();
  const sanctions = itemsOf<Sanction>(query.data);
  return (
    <div className="sheet">
      <List
        query={query}
        loading={t('common.loading')}
        failed={t('moderation.failedList')}
        count={sanctions.length}
        empty={<Empty title={t('sanctions.none')}>{t('sanctions.noneText')}</Empty>}
        label={t('sanctions.title')}
      >
        {sanctions.map((each) => (
          <li key={each.id} className={styles.case}>
            <p className={styles.by}>
              <Avatar person={each.person} size="xs" />
              <Link to="/people/$personId" params={{ personId: each.person.id }} dir="auto">
                {each.person.displayName}
              </Link>
              <span>{t('sanctions.by', { name: each.by.displayName })}</span>
            </p>
            <SanctionWords each={each} />
            {each.state !== 'lifted' && each.person.id !== me && <Deciding each={each} first={each.by.id === me} />}
          </li>
        ))}
      </List>
    </div>
  );
}

/** Whoever decided first leaves the objection to another. */
function Deciding({ each, first }: { each: Sanction; first: boolean }) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const decide = useDecideSanction();
  const objected = each.state === 'appealed';
  if (objected && first) return <p className={styles.state}>{t('sanctions.another')}</p>;

  function act(decision: DecideSanction['decision']) {
    if (decide.isPending) return;
    decide.mutate(
      { id: each.id, body: { decision, ...(note.trim() !== '' && { note: note.trim() }) } },
      { onSuccess: () => showToast(t('moderation.done')) },
    );
  }

  return (
    <div className={styles.deciding}>
      <LinesField label={t('sanctions.answer')} hint={t('sanctions.noteHint')} optional value={note} maxLength={1_000} onChange={setNote} />
      {decide.isError && (
        <Note tone="bad" icon="warn" alert title={t('moderation.failed')}>
          {detailOf(decide.error)}
        </Note>
      )}
      <div className={styles.acts}>
        <Button onClick={() => act('lift')}>{t('sanctions.lift')}</Button>
        {objected && <Button onClick={() => act('uphold')}>{t('sanctions.uphold')}</Button>}
      </div>
    </div>
  );
}
