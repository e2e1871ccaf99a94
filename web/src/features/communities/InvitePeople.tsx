import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { Button } from '../../components/Button';
import { LinesField } from '../../components/Field';
import { List } from '../../components/List';
import { SearchField } from '../../components/SearchField';
import { detailOf } from '../../lib/api/problem';
import type { Community, PersonSummary } from '../../lib/api/types';
import { shortWhen } from '../../lib/dates';
import { showToast } from '../../lib/toasts';
import { useClock } from '../../lib/useClock';
import { FoundPeople } from './FoundPeople';
import people from './MemberList.module.css';
import styles from './Communities.module.css';
import { isHost } from './rights';
import { useEndInvitation, useInvite, useInvited } from './useInvitations';

/** Somebody who takes part looks a colleague up, and asks them in. */
export function InvitePeople({ community }: { community: Community }) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const [note, setNote] = useState('');
  const search = useCallback((words: string) => setQ(words), []);
  return (
    <section aria-labelledby="invite" className={people.section}>
      <h2 id="invite">{t('invite.title')}</h2>
      <div className="sheet">
        <div className={people.search}>
          <SearchField label={t('invite.search')} value={q} onSearch={search} />
        </div>
        {q !== '' && (
          <>
            <div className={people.search}>
              <LinesField label={t('invite.note')} optional maxLength={500} value={note} onChange={setNote} />
            </div>
            <Found q={q} community={community} note={note} />
          </>
        )}
      </div>
      {isHost(community) && <Invited community={community} />}
    </section>
  );
}

function Found({ q, community, note }: { q: string; community: Community; note: string }) {
  const { t } = useTranslation();
  const invite = useInvite();

  function ask({ id, displayName }: PersonSummary) {
    invite.mutate(
      { id: community.id, personId: id, note: note.trim() || null },
      {
        onSuccess: () => showToast(t('invite.done', { name: displayName })),
        onError: (error) => showToast(detailOf(error) ?? t('communities.joinFailed'), { urgent: true }),
      },
    );
  }

  return (
    <FoundPeople
      q={q}
      label={t('invite.found')}
      act={t('invite.do')}
      actOn={(name) => t('invite.one', { name })}
      onAct={ask}
    />
  );
}

/** Who is asked and has not come yet. */
function Invited({ community }: { community: Community }) {
  const { t } = useTranslation();
  const clock = useClock();
  const query = useInvited(community.id, true);
  const end = useEndInvitation();
  const invited = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (invited.length === 0) return null;
  return (
    <div className="sheet">
      <List
        label={t('invite.waiting')}
        query={query}
        loading={t('people.loading')}
        failed={t('people.failed')}
        count={invited.length}
        empty={null}
      >
        {invited.map(({ person, at, declined }) => (
          <li key={person.id} className={styles.member}>
            <Avatar person={person} />
            <div>
              <b dir="auto">{person.displayName}</b>
              <p>{declined ? t('invite.declined') : t('invite.since', { when: shortWhen(at, clock) })}</p>
            </div>
            {!declined && (
              <Button
                small
                kind="plain"
                aria-label={t('invite.withdrawOne', { name: person.displayName })}
                onClick={() => end.mutate({ id: community.id, personId: person.id })}
              >
                {t('invite.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </List>
    </div>
  );
}
