import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { Button } from '../../components/Button';
import { Glyph } from '../../components/Icon';
import { LinkCard } from '../../components/LinkCard';
import { Prose } from '../../components/Prose';
import { When } from '../../components/When';
import type { Post } from '../../lib/api/types';
import { useSignedIn } from '../../lib/session/useMe';
import { showToast } from '../../lib/toasts';
import { EditForm } from './EditForm';
import { Edited } from './Edited';
import { Heard } from './Heard';
import { PostActions } from './PostActions';
import { useAcceptAnswer } from './useAcceptAnswer';
import styles from './Thread.module.css';

interface CommentProps {
  root: Post;
  comment: Post;
  /** Whom a deeper reply answers. */
  to?: Post | null;
  onReply: () => void;
  children?: ReactNode;
}

export function Comment({ root, comment, to = null, onReply, children }: CommentProps) {
  const { t } = useTranslation();
  const { person: me } = useSignedIn();
  const thank = useRef<HTMLButtonElement>(null);
  const [editing, setEditing] = useState(false);
  const accepted = root.answer?.id === comment.id;
  const author = comment.author.id === root.author.id;
  return (
    <li
      id={`reply-${comment.id}`}
      className={[styles.comment, children && styles.has].filter(Boolean).join(' ')}
    >
      <Avatar person={comment.author} size="s" />
      <div>
        <div className={accepted ? styles.accepted : undefined}>
          <div className={styles.by}>
            <Link to="/people/$personId" params={{ personId: comment.author.id }} dir="auto">
              {comment.author.displayName}
            </Link>
            {author ? (
              <span>{asks(root) ? t('thread.asker') : t('thread.author')}</span>
            ) : (
              comment.author.department && <span dir="auto">{comment.author.department}</span>
            )}
            {to !== null && <span>{t('thread.to', { name: to.author.displayName })}</span>}
            <When at={comment.createdAt} />
            {comment.editedAt !== null && <Edited postId={comment.id} />}
            {accepted && (
              <span className={styles.state}>
                <Glyph name="closed" size="s" />
                {t('thread.accepted')}
              </span>
            )}
          </div>
          {editing ? <EditForm post={comment} onClose={() => setEditing(false)} /> : <Prose small html={comment.bodyHtml ?? ''} folds />}
          {comment.preview !== null && <LinkCard {...comment.preview} />}
          <Heard post={comment} me={me.id} />
          <PostActions
            small
            post={comment}
            onReply={onReply}
            thankRef={thank}
            onEdit={() => setEditing(true)}
            extra={asks(root) && root.author.id === me.id && !author && !accepted && <Accept root={root} comment={comment} />}
          />
        </div>
        {children}
      </div>
    </li>
  );
}

function asks(root: Post): boolean {
  return root.kind === 'question' || root.need !== null;
}

function Accept({ root, comment }: { root: Post; comment: Post }) {
  const { t } = useTranslation();
  const accept = useAcceptAnswer(root);
  return (
    <Button
      kind="plain"
      small
      onClick={() =>
        accept.mutate(comment, {
          onSuccess: () => showToast(t('thread.closedNow', { name: comment.author.displayName })),
          onError: () => showToast(t('thread.acceptFailed'), { urgent: true }),
        })
      }
    >
      <Glyph name="closed" size="s" />
      {t('thread.accept')}
    </Button>
  );
}
