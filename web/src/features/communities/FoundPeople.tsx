import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { Button } from '../../components/Button';
import { itemsOf } from '../../lib/api/paging';
import type { PersonSummary } from '../../lib/api/types';
import { useSearchPeople } from '../../lib/useSearchPeople';
import people from './MemberList.module.css';
import styles from './Communities.module.css';

const most = 5;

interface FoundPeopleProps {
  q: string;
  label: string;
  act: string;
  /** The act with the name of whom it is about. */
  actOn: (name: string) => string;
  onAct: (person: PersonSummary) => void;
}

/** The first few people who are found, each with one act. */
export function FoundPeople({ q, label, act, actOn, onAct }: FoundPeopleProps) {
  const { t } = useTranslation();
  const query = useSearchPeople({ q });
  const found = itemsOf<PersonSummary>(query.data).slice(0, most);
  if (query.isPending) return null;
  if (found.length === 0) {
    return (
      <p className={people.nobody} role="status">
        {t('people.none', { q })}
      </p>
    );
  }
  return (
    <ul aria-label={label}>
      {found.map((person) => (
        <li key={person.id} className={styles.member}>
          <Avatar person={person} />
          <div>
            <b dir="auto">{person.displayName}</b>
            {person.department && <p dir="auto">{person.department}</p>}
          </div>
          <Button small aria-label={actOn(person.displayName)} onClick={() => onAct(person)}>
            {act}
          </Button>
        </li>
      ))}
    </ul>
  );
}
