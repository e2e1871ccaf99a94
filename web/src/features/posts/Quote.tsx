import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { PostFiles } from '../../components/PostFiles';
import { Prose } from '../../components/Prose';
import { When } from '../../components/When';
import type { Post } from '../../lib/api/types';
import { useHere } from '../../lib/live/gone';
import styles from './Quote.module.css';

const labels = { doingHtml: 'post.doing', learnedHtml: 'post.learned', needHtml: 'post.stuck' } as const;
const stations = ['doingHtml', 'learnedHtml', 'needHtml'] as const;

/** What a post passes on, as it is now; null when the reader does not get to see it. */
export function Quote({ post }: { post: Post | null }) {
  const { t } = useTranslation();
  const here = useHere();
  if (post === null || !here(post)) return <p className={`${styles.quote} ${styles.gone}`}>{t('share.gone')}</p>;
  const { author } = post;
  const place = post.inReplyTo === null ? undefined : `reply-${post.id}`;
  return (
    <blockquote className={styles.quote}>
      <p className={styles.by}>
        <Avatar person={author} size="xs" />
        <Link to="/people/$personId" params={{ personId: author.id }} dir="auto">
          {author.displayName}
        </Link>
        <Link to="/posts/$postId" params={{ postId: post.rootId }} hash={place} aria-label={t('share.open', { name: author.displayName })}>
          <When at={post.createdAt} />
        </Link>
      </p>
      {post.bodyHtml && <Prose small html={post.bodyHtml} folds />}
      {stations.map((station) => {
        const html = post[station];
        return (
          html && (
            <div key={station} className={styles.station}>
              <b>{t(labels[station])}</b>
              <Prose small html={html} folds />
            </div>
          )
        );
      })}
      <PostFiles attachments={post.attachments} />
    </blockquote>
  );
}
