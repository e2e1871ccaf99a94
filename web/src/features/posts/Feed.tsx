import type { InfiniteData, QueryKey, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { Failed, Skeleton } from '../../components/States';
import { itemsOf } from '../../lib/api/paging';
import type { Post, PostPage } from '../../lib/api/types';
import { monthOf } from '../../lib/dates';
import { dropFresh, freshPosts } from '../../lib/live/fresh';
import { useHere } from '../../lib/live/gone';
import { prependPosts } from '../../lib/postCache';
import { useClock } from '../../lib/useClock';
import { PostCard } from './PostCard';
import styles from './Feed.module.css';

interface FeedProps {
  label: string;
  query: UseInfiniteQueryResult<InfiniteData<PostPage>>;
  queryKey: QueryKey;
  empty: ReactNode;
  /** Which posts that arrive live belong here; none when absent. */
  accepts?: ((post: Post) => boolean) | undefined;
  /** Dated lines of one person, by month. */
  solo?: boolean;
  inPlace?: boolean;
  /** What a page says under each post. */
  below?: (post: Post) => ReactNode;
}

/** Posts, newest first. New ones wait in a bar on top and never push what is being read. */
export function Feed({ label, query, queryKey, empty, accepts, solo = false, inPlace = false, below }: FeedProps) {
  const { t } = useTranslation();
  const here = useHere();
  const all = itemsOf<Post>(query.data);
  const posts = all.filter(here);

  if (query.isPending) {
    return (
      <div className="sheet">
        <Skeleton label={t('feed.loading')} />
      </div>
    );
  }
  if (query.isError && query.data === undefined) {
    return (
      <div className="sheet">
        <Failed title={t('feed.failed')} error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  return (
    <div className="sheet">
      {accepts !== undefined && <Fresh queryKey={queryKey} accepts={accepts} known={all} />}
      {posts.length === 0 && !query.hasNextPage ? (
        empty
      ) : (
        <>
          <Articles label={label} posts={posts} busy={query.isFetchingNextPage} solo={solo} inPlace={inPlace} below={below} />
          <Older query={query} />
        </>
      )}
    </div>
  );
}

interface ArticlesProps {
  label: string;
  posts: Post[];
  busy: boolean;
  solo: boolean;
  inPlace: boolean;
  below: FeedProps['below'];
}

function Articles({ label, posts, busy, solo, inPlace, below }: ArticlesProps) {
  if (solo) return <ByMonth label={label} posts={posts} busy={busy} />;
  return (
    <div role="feed" aria-label={label} aria-busy={busy}>
      {posts.map((post, index) => (
        <PostCard key={post.id} post={post} position={index + 1} inPlace={inPlace} below={below?.(post)} />
      ))}
    </div>
  );
}

function ByMonth({ label, posts, busy }: { label: string; posts: Post[]; busy: boolean }) {
  const clock = useClock();
  const months = new Map<string, { post: Post; position: number }[]>();
  posts.forEach((post, index) => {
    const month = monthOf(post.createdAt, clock);
    months.set(month, [...(months.get(month) ?? []), { post, position: index + 1 }]);
  });
  return [...months].map(([month, written]) => (
    <Fragment key={month}>
      <h2 className={styles.month}>{month}</h2>
      <div role="feed" aria-label={`${label}, ${month}`} aria-busy={busy}>
        {written.map(({ post, position }) => (
          <PostCard key={post.id} post={post} position={position} solo />
        ))}
      </div>
    </Fragment>
  ));
}

interface FreshProps {
  queryKey: QueryKey;
  accepts: (post: Post) => boolean;
  known: Post[];
}

function Fresh({ queryKey, accepts, known }: FreshProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const bar = useRef<HTMLParagraphElement>(null);
  const wanted = useRef<string | null>(null);
  const here = useHere();
  const shown = new Set(known.map(({ id }) => id));
  const waiting = freshPosts.use().filter((post) => accepts(post) && here(post) && !shown.has(post.id));
  const words = waiting.length === 0 ? '' : t('feed.fresh', { count: waiting.length });

  function show() {
    prependPosts(client, queryKey, waiting);
    dropFresh(new Set(waiting.map(({ id }) => id)));
    wanted.current = waiting[0]?.id ?? null;
  }

  // The bar is gone once the posts are there: reading goes on at the newest of them
  useEffect(() => {
    if (wanted.current === null || !known.some(({ id }) => id === wanted.current)) return;
    wanted.current = null;
    const first = bar.current?.parentElement?.querySelector<HTMLElement>('article');
    first?.focus({ preventScroll: true });
    first?.scrollIntoView({ block: 'nearest' });
  }, [known]);

  return (
    <>
      <p ref={bar} className="vh" role="status">
        {words}
      </p>
      {waiting.length > 0 && (
        <button type="button" className={styles.fresh} onClick={show}>
          <Icon name="up" />
          {words}
        </button>
      )}
    </>
  );
}

function Older({ query }: { query: FeedProps['query'] }) {
  const { t } = useTranslation();
  const end = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;

  useEffect(() => {
    const element = end.current;
    if (element === null || !hasNextPage || isFetchingNextPage || isFetchNextPageError) return undefined;
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void fetchNextPage();
      },
      { rootMargin: '800px' },
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  return (
    <div ref={end} className={styles.older}>
      {isFetchNextPageError && <p>{t('feed.failedMore')}</p>}
      {hasNextPage ? (
        <Button kind="plain" onClick={() => void fetchNextPage()}>
          {isFetchingNextPage ? t('feed.more') : t('feed.older')}
        </Button>
      ) : (
        <p>{t('feed.end')}</p>
      )}
    </div>
  );
}
