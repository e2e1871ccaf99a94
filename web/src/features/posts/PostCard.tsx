import { Link, useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { When } from '../../components/When';
import type { Post } from '../../lib/api/types';
import { dayOfMonth, fullWhen } from '../../lib/dates';
import { nameOf } from '../../lib/excerpt';
import { useSignedIn } from '../../lib/session/useMe';
import { singleKeys } from '../../lib/shortcuts';
import { useClock } from '../../lib/useClock';
import { EditForm } from './EditForm';
import { Edited } from './Edited';
import { Heard } from './Heard';
import { PostActions } from './PostActions';
import { PostBody } from './PostBody';
import styles from './PostCard.module.css';

interface PostCardProps {
  post: Post;
  position: number;
  /** On a profile: the date stands in the margin instead of the person. */
  solo?: boolean;
  /** In a community the community need not be named. */
  inPlace?: boolean;
  /** What stands under it, of the page that shows it. */
  below?: ReactNode;
}

/** A post in a feed: the speaker in the margin, the speech in a readable measure. */
export function PostCard({ post, position, solo = false, inPlace = false, below }: PostCardProps) {
  const { t } = useTranslation();
  const { person: me } = useSignedIn();
  const navigate = useNavigate();
  const thank = useRef<HTMLButtonElement>(null);
  const save = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  const [editing, setEditing] = useState(false);

  function onKey(event: KeyboardEvent<HTMLElement>) {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const open = (hash?: string) => void navigate({ to: '/posts/$postId', params: { postId: post.id }, ...(hash && { hash }) });
    if (event.key === 'Enter') open();
    else if (!singleKeys.get()) return;
    else if (event.key === 'r') open('reply');
    else if (event.key === 't') thank.current?.click();
    else if (event.key === 's') save.current?.click();
    else return;
    event.preventDefault();
  }

  return (
    <article
      className={`${styles.post} ${solo ? styles.solo : ''}`}
      aria-posinset={position}
      aria-setsize={-1}
      aria-label={t('post.label', { name: post.author.displayName, title: nameOf(post) })}
      tabIndex={0}
      onKeyDown={onKey}
    >
      {solo ? <Day post={post} /> : <Who post={post} inPlace={inPlace} />}
      <div className={styles.says}>
        {editing ? <EditForm post={post} onClose={() => setEditing(false)} /> : <PostBody post={post} me={me.id} titleId={titleId} />}
        <div className={styles.below}>
          <Heard post={post} me={me.id} />
          <PostActions post={post} thankRef={thank} saveRef={save} onEdit={() => setEditing(true)} />
          {below}
        </div>
      </div>
    </article>
  );
}

function Day({ post }: { post: Post }) {
  const clock = useClock();
  return (
    <time className={styles.day} dateTime={post.createdAt} title={fullWhen(post.createdAt, clock)}>
      {dayOfMonth(post.createdAt, clock)}
    </time>
  );
}

/** Who speaks, from where, when, and to whom. */
export function Who({ post, inPlace = false }: { post: Post; inPlace?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={styles.who}>
      <Avatar person={post.author} />
      <Link className={styles.name} to="/people/$personId" params={{ personId: post.author.id }} dir="auto">
        {post.author.displayName}
      </Link>
      <span className={styles.meta}>
        {post.author.department && (
          <span className={styles.where} dir="auto">
            {post.author.department}
          </span>
        )}
        <span className={styles.when}>
          <When at={post.createdAt} />
          {post.editedAt !== null && (
            <>
              {' · '}
              <Edited postId={post.id} />
            </>
          )}
        </span>
        {post.community !== null && !inPlace && (
          <span className={styles.where}>
            <Trans
              t={t}
              i18nKey="post.in"
              values={{ name: post.community.name }}
              components={{ community: <Link to="/communities/$slug" params={{ slug: post.community.slug }} /> }}
            />
          </span>
        )}
        {post.audience.type === 'followers' && <span className={styles.where}>{t('post.followers')}</span>}
      </span>
    </div>
  );
}
