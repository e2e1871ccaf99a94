import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { itemsOf } from '../../lib/api/paging';
import type { Person, PersonSummary } from '../../lib/api/types';
import { FollowButton } from './FollowButton';
import { usePeopleNear } from './usePeopleNear';
import styles from './PeopleList.module.css';

const enough = 10;

/** Three people of one's own department, until one follows ten. */
export function PeopleNear({ me }: { me: Person }) {
  const { t } = useTranslation();
  const few = me.following < enough;
  const { data } = usePeopleNear(me.department, few);
  const people = itemsOf<PersonSummary>(data).filter(({ id }) => id !== me.id);
  if (!few || people.length === 0) return null;
  const first = [...people].sort((a, b) => Number(a.mine.followed) - Number(b.mine.followed)).slice(0, 3);
  return (
    <section aria-labelledby="near">
      <h2 id="near">{t('home.follow')}</h2>
      <p className={styles.hint}>{t('home.followHint')}</p>
      <ul className={styles.near}>
        {first.map((person) => (
          <li key={person.id}>
            <Avatar person={person} size="s" />
            <Link to="/people/$personId" params={{ personId: person.id }} dir="auto">
              {person.displayName}
            </Link>
            <FollowButton small person={person} />
          </li>
        ))}
      </ul>
    </section>
  );
}
