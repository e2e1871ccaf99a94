import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { List } from '../../components/List';
import { When } from '../../components/When';
import { itemsOf } from '../../lib/api/paging';
import type { Found, FoundPage } from '../../lib/api/types';
import { useHere } from '../../lib/live/gone';
import { Marked } from './Marked';
import styles from './Search.module.css';

interface FoundListProps {
  query: UseInfiniteQueryResult<InfiniteData<FoundPage>>;
  empty: ReactNode;
}

/** Posts and comments that were found, the best first. */
export function FoundList({ query, empty }: FoundListProps) {
  const { t } = useTranslation();
  const here = useHere();
  const found = itemsOf<Found>(query.data).filter(here);
  return (
    <List
      label={t('search.results')}
      query={query}
      loading={t('search.searching')}
      failed={t('search.failed')}
      count={found.length}
      empty={empty}
    >
      {found.map((post) => (
        <FoundRow key={post.id} post={post} />
      ))}
    </List>
  );
}

function FoundRow({ post }: { post: Found }) {
  const { t } = useTranslation();
  const hash = post.inReplyTo === null ? undefined : `reply-${post.id}`;
  return (
    <li className={styles.found}>
      <Avatar person={post.author} size="s" />
      <div>
        <p className={styles.meta}>
          <Link to="/people/$personId" params={{ personId: post.author.id }} dir="auto">
            {post.author.displayName}
          </Link>
          <span>{t(`search.kinds.${post.kind}`)}</span>
          {post.community !== null && <span dir="auto">{post.community.name}</span>}
          <When at={post.createdAt} />
        </p>
        <Link
          className={styles.text}
          to="/posts/$postId"
          params={{ postId: post.rootId }}
          hash={hash}
          dir="auto"
        >
          <Marked html={post.highlight} />
        </Link>
      </div>
    </li>
  );
}
