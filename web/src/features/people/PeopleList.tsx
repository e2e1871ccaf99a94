import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { List } from '../../components/List';
import { itemsOf } from '../../lib/api/paging';
import type { PersonPage, PersonSummary } from '../../lib/api/types';
import { useSignedIn } from '../../lib/session/useMe';
import { FollowButton } from './FollowButton';
import styles from './PeopleList.module.css';

interface PeopleListProps {
  label: string;
  query: UseInfiniteQueryResult<InfiniteData<PersonPage>>;
  empty: ReactNode;
}

export function PeopleList({ label, query, empty }: PeopleListProps) {
  const { t } = useTranslation();
  const { person: me } = useSignedIn();
  const people = itemsOf<PersonSummary>(query.data);
  return (
    <List label={label} query={query} loading={t('people.loading')} failed={t('people.failed')} count={people.length} empty={empty}>
      {people.map((person) => (
        <PersonRow key={person.id} person={person} mine={person.id === me.id} />
      ))}
    </List>
  );
}

function PersonRow({ person, mine }: { person: PersonSummary; mine: boolean }) {
  return (
    <li className={styles.person}>
      <Avatar person={person} />
      <div className={styles.words}>
        <Link to="/people/$personId" params={{ personId: person.id }} dir="auto">
          {person.displayName}
        </Link>
        <p dir="auto">{[person.department, person.headline].filter(Boolean).join(' · ')}</p>
      </div>
      {!mine && <FollowButton small person={person} />}
    </li>
  );
}
