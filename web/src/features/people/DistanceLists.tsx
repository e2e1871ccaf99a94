import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { Button } from '../../components/Button';
import { List } from '../../components/List';
import { itemsOf } from '../../lib/api/paging';
import type { PersonPage, PersonSummary } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import { useBlocks } from './useBlocks';
import { useBlock, useMute } from './useDistance';
import { useMutes } from './useMutes';
import styles from './PeopleList.module.css';

/** Whom one muted and whom one blocked, each with the way back. */
export function DistanceLists() {
  const { t } = useTranslation();
  const mute = useMute();
  const block = useBlock();
  const failed = { onError: () => showToast(t('distance.failed'), { urgent: true }) };
  return (
    <>
      <section aria-labelledby="muted">
        <h2 id="muted">{t('distance.muted')}</h2>
        <p>{t('distance.mutedText')}</p>
        <Kept
          label={t('distance.muted')}
          query={useMutes()}
          empty={t('distance.noneMuted')}
          act={t('distance.unmute')}
          onAct={(id) => mute.mutate({ id, on: false }, failed)}
        />
      </section>
      <section aria-labelledby="blocked">
        <h2 id="blocked">{t('distance.blocked')}</h2>
        <p>{t('distance.blockedText')}</p>
        <Kept
          label={t('distance.blocked')}
          query={useBlocks()}
          empty={t('distance.noneBlocked')}
          act={t('distance.unblock')}
          onAct={(id) => block.mutate({ id, on: false }, failed)}
        />
      </section>
    </>
  );
}

interface KeptProps {
  label: string;
  query: UseInfiniteQueryResult<InfiniteData<PersonPage>>;
  empty: string;
  act: string;
  onAct: (id: string) => void;
}

function Kept({ label, query, empty, act, onAct }: KeptProps) {
  const { t } = useTranslation();
  const people = itemsOf<PersonSummary>(query.data);
  return (
    <List
      label={label}
      query={query}
      loading={t('people.loading')}
      failed={t('people.failed')}
      count={people.length}
      empty={<p className={styles.hint}>{empty}</p>}
    >
      {people.map((person) => (
        <li key={person.id} className={styles.kept}>
          <Avatar person={person} />
          <span dir="auto">{person.displayName}</span>
          <Button small aria-label={`${act}: ${person.displayName}`} onClick={() => onAct(person.id)}>
            {act}
          </Button>
        </li>
      ))}
    </List>
  );
}
