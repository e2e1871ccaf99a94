import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../components/Avatar';
import { Icon } from '../../components/Icon';
import { List } from '../../components/List';
import { StageName } from '../../components/StageName';
import { itemsOf } from '../../lib/api/paging';
import type { Community, CommunityPage } from '../../lib/api/types';
import { JoinButton } from './JoinButton';
import styles from './Communities.module.css';
import { visibilityIcons } from './visibility';

interface CommunityListProps {
  query: UseInfiniteQueryResult<InfiniteData<CommunityPage>>;
  empty: ReactNode;
}

export function CommunityList({ query, empty }: CommunityListProps) {
  const { t } = useTranslation();
  const communities = itemsOf<Community>(query.data);
  return (
    <List
      label={t('communities.title')}
      query={query}
      loading={t('communities.loading')}
      failed={t('communities.failed')}
      count={communities.length}
      empty={empty}
    >
      {communities.map((community) => (
        <CommunityRow key={community.id} community={community} />
      ))}
    </List>
  );
}

function CommunityRow({ community }: { community: Community }) {
  const { t } = useTranslation();
  return (
    <li className={styles.row}>
      <Mark community={community} />
      <div className={styles.words}>
        <Link to="/communities/$slug" params={{ slug: community.slug }} dir="auto">
          {community.name}
        </Link>
        {community.purpose && <p dir="auto">{community.purpose}</p>}
        <ul className={styles.facts}>
          <li>
            <StageName stage={community.stage} />
          </li>
          <li>{t('communities.members', { count: community.members })}</li>
          {community.visibility !== 'open' && (
            <li>
              <Icon name={visibilityIcons[community.visibility]} size="s" />
              {t(`visibility.${community.visibility}`)}
            </li>
          )}
          {community.domain && <li dir="auto">{community.domain}</li>}
        </ul>
      </div>
      <JoinButton small community={community} />
    </li>
  );
}
