import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { List } from '../../components/List';
import { Empty } from '../../components/States';
import { statusOf } from '../../lib/api/problem';
import type { Community, MemberPage } from '../../lib/api/types';
import { shortWhen } from '../../lib/dates';
import { useClock } from '../../lib/useClock';
import { RoleMenu } from './RoleMenu';
import { isSteward } from './rights';
import { useMembers } from './useMembers';
import { useReasonWords } from './useReasonWords';
import styles from './Communities.module.css';
import people from './MemberList.module.css';

type Member = MemberPage['items'][number];

/** Who takes part and since when, stewards first. */
export function MemberList({ community }: { community: Community }) {
  const { t } = useTranslation();
  const query = useMembers(community.id);
  if (statusOf(query.error) === 403) return <Empty title={t('communities.membersHidden')}>{t('feed.closedText')}</Empty>;
  const members = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <List
      label={t('communities.people')}
      query={query}
      loading={t('people.loading')}
      failed={t('people.failed')}
      count={members.length}
      empty={<Empty title={t('people.empty')} />}
    >
      {members.map((member) => (
        <MemberRow key={member.person.id} community={community} member={member} />
      ))}
    </List>
  );
}

function MemberRow({ community, member }: { community: Community; member: Member }) {
  const { t } = useTranslation();
  const clock = useClock();
  const words = useReasonWords();
  const { person, role, since, byRule } = member;
  return (
    <li className={styles.member}>
      <Avatar person={person} />
      <div>
        <Link className={people.name} to="/people/$personId" params={{ personId: person.id }} dir="auto">
          {person.displayName}
        </Link>
        {person.department && <p dir="auto">{person.department}</p>}
        {byRule !== undefined && <p dir="auto">{t('communities.byRule', { why: words(byRule) })}</p>}
      </div>
      <div>
        {isSteward(community) ? <RoleMenu community={community} member={member} /> : t(`role.${role}`)}
        <p>{t('communities.since', { when: shortWhen(since, clock) })}</p>
      </div>
    </li>
  );
}
