import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post } from '../../lib/api/types';
import { nameOf } from '../../lib/excerpt';
import { useSignedIn } from '../../lib/session/useMe';
import { EditForm } from './EditForm';
import { Heard } from './Heard';
import { PostActions } from './PostActions';
import { PostBody } from './PostBody';
import { Who } from './PostCard';
import { Thread } from './Thread';
import { splitTitle } from './title';
import styles from './PostCard.module.css';

interface PostArticleProps {
  post: Post;
  onDeleted: () => void;
}

/** A post on its own page, with its thread. */
export function PostArticle({ post, onDeleted }: PostArticleProps) {
  const { t } = useTranslation();
  const { person: me } = useSignedIn();
  const titleId = useId();
  const thank = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState(false);
  const titled = (post.kind === 'question' || post.kind === 'story') && splitTitle(post.bodyHtml ?? '') !== null;
  const name = t('post.label', { name: post.author.displayName, title: nameOf(post) });
  return (
    <article className="sheet" aria-label={name}>
      {!titled && <h1 className="vh">{name}</h1>}
      <div className={styles.post}>
        <Who post={post} />
        <div className={styles.says}>
          {editing ? (
            <EditForm post={post} onClose={() => setEditing(false)} />
          ) : (
            <PostBody post={post} me={me.id} lead titleId={titleId} />
          )}
          <div className={styles.below}>
            <Heard post={post} me={me.id} />
            <PostActions
              lead
              post={post}
              thankRef={thank}
              onReply={() => document.querySelector<HTMLElement>('#reply textarea')?.focus()}
              onDeleted={onDeleted}
              onEdit={() => setEditing(true)}
            />
          </div>
        </div>
      </div>
      <Thread root={post} />
    </article>
  );
}
