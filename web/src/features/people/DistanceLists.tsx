import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { Button } from '../../components/Button';
import { List } from '../../components/List';
import { itemsOf } from '../../lib/api/paging';
import type { PersonPage, PersonSummary } from '../../lib/api/types';
import { useBlocks } from './useBlocks';
import { useKeepDistance } from './useKeepDistance';
import { useMutes } from './useMutes';
import styles from './PeopleList.module.css';

/** Whom one muted and whom one blocked, each with the way back. */
export function DistanceLists() {
  const { t } = useTranslation();
  const { keep } = useKeepDistance();
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
          onAct={(person) => void keep('mute', person, false)}
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
          onAct={(person) => void keep('block', person, false)}
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
  onAct: (person: PersonSummary) => void;
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
          <Button small aria-label={`${act}: ${person.displayName}`} onClick={() => onAct(person)}>
            {act}
          </Button>
        </li>
      ))}
    </List>
  );
}
