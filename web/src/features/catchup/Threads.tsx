import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { Button } from '../../components/Button';
import { Failed, Skeleton } from '../../components/States';
import { When } from '../../components/When';
import type { CatchUp, ThreadNews } from '../../lib/api/types';
import { fullWhen } from '../../lib/dates';
import { nameOf } from '../../lib/excerpt';
import { useHere } from '../../lib/live/gone';
import { singleKeys } from '../../lib/shortcuts';
import { useClock } from '../../lib/useClock';
import { End } from './End';
import { useCatchUp, useFinishAll, useFinishThread } from './useCatchUp';
import styles from './CatchUp.module.css';

/** What happened since the reader was last here, one thread after the other, until there is no more. */
export function Threads() {
  const { t } = useTranslation();
  const query = useCatchUp();
  const here = useHere();
  if (query.isPending) {
    return (
      <div className="sheet">
        <Skeleton label={t('catchUp.loading')} />
      </div>
    );
  }
  if (query.isError) {
    return (
      <div className="sheet">
        <Failed title={t('catchUp.failed')} error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  const items = query.data.items.filter(({ post, latest }) => here(latest ?? post));
  return <News news={{ ...query.data, items }} readOn={() => void query.refetch()} />;
}

function News({ news, readOn }: { news: CatchUp; readOn: () => void }) {
  const { t } = useTranslation();
  const clock = useClock();
  const [total] = useState(news.items.length);
  const list = useRef<HTMLDivElement>(null);
  const finish = useFinishThread();
  const finishAll = useFinishAll();
  const most = Math.max(total, news.items.length);
  const done = most - news.items.length;

  function finished({ post }: ThreadNews, position: number) {
    if (news.items.length === 1 && !news.more) finishAll.mutate(news.until);
    else finish.mutate({ id: post.id, until: news.until });
    const articles = list.current?.querySelectorAll<HTMLElement>('article');
    (articles?.[position + 1] ?? articles?.[position - 1])?.focus();
  }

  if (news.items.length === 0) {
    return (
      <div className="sheet">
        <End more={news.more} readOn={readOn} />
      </div>
    );
  }
  return (
    <>
      <div className={styles.head}>
        <p>{t('catchUp.since', { when: fullWhen(news.since, clock) })}</p>
        <progress aria-label={t('catchUp.progress')} max={most} value={done} />
        <p role="status">{t('catchUp.left', { count: news.items.length })}</p>
        <Button small onClick={() => finishAll.mutate(news.until)}>
          {t('catchUp.all')}
        </Button>
      </div>
      <div ref={list} className="sheet" role="feed" aria-label={t('catchUp.title')}>
        {news.items.map((thread, index) => (
          <Thread key={thread.post.id} thread={thread} position={index + 1} onDone={() => finished(thread, index)} />
        ))}
      </div>
    </>
  );
}

function Thread({ thread, position, onDone }: { thread: ThreadNews; position: number; onDone: () => void }) {
  const { t } = useTranslation();
  const { post, latest, reason } = thread;
  const line = latest ?? post;
  const title = nameOf(post);

  function onKey(event: KeyboardEvent<HTMLElement>) {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== 'e' || !singleKeys.get()) return;
    event.preventDefault();
    onDone();
  }

  return (
    <article
      className={styles.thread}
      tabIndex={0}
      aria-posinset={position}
      aria-setsize={-1}
      aria-label={t('post.label', { name: post.author.displayName, title })}
      onKeyDown={onKey}
    >
      <Avatar person={line.author} size="s" />
      <div>
        <p className={styles.why}>{t(`catchUp.reasons.${reason.kind}`, { count: reason.count })}</p>
        <Link
          className={styles.title}
          to="/posts/$postId"
          params={{ postId: post.id }}
          hash={latest === null ? undefined : `reply-${latest.id}`}
          dir="auto"
        >
          {title}
        </Link>
        <p className={styles.line}>
          <b dir="auto">{line.author.displayName}</b> <When at={line.createdAt} />
          {latest !== null && <span dir="auto">{nameOf(latest)}</span>}
        </p>
      </div>
      <Button small aria-label={t('catchUp.doneWith', { title })} onClick={onDone}>
        {t('catchUp.done')}
      </Button>
    </article>
  );
}
