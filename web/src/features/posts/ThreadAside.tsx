import { Trans, useTranslation } from 'react-i18next';
import { Link } from '@tanstack/react-router';
import { AvatarStack } from '../../components/Avatar';
import { Icon } from '../../components/Icon';
import { itemsOf } from '../../lib/api/paging';
import type { PersonRef, Post } from '../../lib/api/types';
import { useThread } from './useThread';
import { useClock } from '../../lib/useClock';
import { duration } from '../../lib/dates';
import styles from './Aside.module.css';

/** Who is in a thread and how it went, from the posts that are here. */
export function ThreadAside({ root }: { root: Post }) {
  const { t } = useTranslation();
  const clock = useClock();
  const thread = useThread(root.id);
  const comments = itemsOf<Post>(thread.data);
  const people = distinct([root.author, ...comments.map(({ author }) => author)]);
  const departments = new Set(people.map(({ department }) => department).filter(Boolean)).size;
  const first = comments.find(({ author }) => author.id !== root.author.id);
  const tried = root.thanks.tried ?? [];
  return (
    <>
      <section aria-labelledby="in-thread">
        <h2 id="in-thread">{t('thread.inThread')}</h2>
        <p className={styles.text}>
          <Trans t={t} i18nKey="thread.people" count={people.length} components={{ b: <b /> }} />{' '}
          {departments > 0 && t('thread.departments', { count: departments })}{' '}
          {first !== undefined && (
            <Trans
              t={t}
              i18nKey="thread.first"
              values={{ time: duration(root.createdAt, new Date(first.createdAt), clock) }}
              components={{ b: <b /> }}
            />
          )}
        </p>
        <p className={styles.stack}>
          <AvatarStack people={people.slice(0, 7)} />
        </p>
      </section>
      {tried.length > 0 && (
        <section aria-labelledby="who-tried">
          <h2 id="who-tried">
            <span className={styles.honey}>
              <Icon name="tried" />
            </span>
            {t('thread.tried')}
          </h2>
          <ul className={styles.people}>
            {tried.map((person) => (
              <li key={person.id}>
                <Link to="/people/$personId" params={{ personId: person.id }} dir="auto">
                  {person.displayName}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function distinct(people: PersonRef[]): PersonRef[] {
  return [...new Map(people.map((person) => [person.id, person])).values()];
}
