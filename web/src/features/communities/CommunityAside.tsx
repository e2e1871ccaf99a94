import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import type { Community } from '../../lib/api/types';
import { normsOf } from './norms';
import { useMembers } from './useMembers';
import styles from './Communities.module.css';

/** How people talk here, when they meet, who answers for it. */
export function CommunityAside({ community }: { community: Community }) {
  const { t } = useTranslation();
  const members = useMembers(community.id);
  const stewards = members.data?.pages[0]?.items.filter(({ role }) => role === 'steward') ?? [];
  const norms = normsOf(community);
  return (
    <>
      {norms.length > 0 && (
        <section aria-labelledby="norms">
          <h2 id="norms">{t('communities.norms')}</h2>
          <ol className={styles.norms}>
            {norms.map((norm) => (
              <li key={norm} dir="auto">
                <span>{norm}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {community.rhythm && (
        <section aria-labelledby="rhythm">
          <h2 id="rhythm">{t('communities.rhythm')}</h2>
          <p className={styles.text} dir="auto">
            {community.rhythm}
          </p>
        </section>
      )}
      {members.isSuccess && (
        <section aria-labelledby="stewards">
          <h2 id="stewards">{t('communities.stewards')}</h2>
          {stewards.length === 0 && <p className={styles.text}>{t('communities.noSteward')}</p>}
          <ul className={styles.stewards}>
            {stewards.map(({ person }) => (
              <li key={person.id}>
                <Avatar person={person} size="s" />
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
