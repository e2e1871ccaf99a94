import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { Button } from '../../components/Button';
import { List } from '../../components/List';
import type { Community } from '../../lib/api/types';
import { shortWhen } from '../../lib/dates';
import { showToast } from '../../lib/toasts';
import { useClock } from '../../lib/useClock';
import people from './MemberList.module.css';
import styles from './Communities.module.css';
import { useAsks } from './useAsks';
import { useSetMember } from './useSetMember';

/** Those who wait at the door, and the steward's answer. Nothing at all while nobody waits. */
export function Asks({ community }: { community: Community }) {
  const { t } = useTranslation();
  const clock = useClock();
  const query = useAsks(community.id);
  const set = useSetMember(community.id);
  const asks = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (asks.length === 0) return null;

  function decide(personId: string, name: string, role: 'member' | 'follower' | null) {
    set.mutate(
      { personId, role },
      {
        onSuccess: () => showToast(t(role === null ? 'communities.declined' : 'communities.letIn', { name })),
        onError: () => showToast(t('communities.joinFailed'), { urgent: true }),
      },
    );
  }

  return (
    <section aria-labelledby="asks" className={people.section}>
      <h2 id="asks">{t('communities.asks')}</h2>
      <div className="sheet">
        <List
          query={query}
          loading={t('people.loading')}
          failed={t('people.failed')}
          count={asks.length}
          empty={null}
          label={t('communities.asks')}
        >
          {asks.map(({ person, role, askedAt }) => (
            <li key={person.id} className={styles.member}>
              <Avatar person={person} />
              <div>
                <Link className={people.name} to="/people/$personId" params={{ personId: person.id }} dir="auto">
                  {person.displayName}
                </Link>
                <p>{t('communities.askedWhen', { when: shortWhen(askedAt, clock) })}</p>
              </div>
              <div className={people.acts}>
                <Button
                  small
                  aria-label={t('communities.letInOne', { name: person.displayName })}
                  onClick={() => decide(person.id, person.displayName, role)}
                >
                  {t('communities.letInDo')}
                </Button>
                <Button
                  small
                  kind="plain"
                  aria-label={t('communities.declineOne', { name: person.displayName })}
                  onClick={() => decide(person.id, person.displayName, null)}
                >
                  {t('communities.declineDo')}
                </Button>
              </div>
            </li>
          ))}
        </List>
      </div>
    </section>
  );
}
