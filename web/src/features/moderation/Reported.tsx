import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../components/Avatar';
import { PostFiles } from '../../components/PostFiles';
import { Prose } from '../../components/Prose';
import { When } from '../../components/When';
import type { ReportedPost } from '../../lib/api/types';
import styles from './Cases.module.css';

const parts = ['bodyHtml', 'doingHtml', 'learnedHtml', 'needHtml'] as const;

/** A post as it is looked at: its words, by whom, since when. */
export function Reported({ post }: { post: ReportedPost }) {
  const { t } = useTranslation();
  return (
    <blockquote className={styles.post}>
      <p className={styles.by}>
        <Avatar person={post.author} size="xs" />
        <Link to="/people/$personId" params={{ personId: post.author.id }} dir="auto">
          {post.author.displayName}
        </Link>
        <When at={post.createdAt} />
      </p>
      {post.deleted ? (
        <p>{t('moderation.deleted')}</p>
      ) : (
        parts.map((part) => {
          const html = post[part];
          return html && <Prose key={part} small html={html} folds />;
        })
      )}
      <PostFiles attachments={post.attachments} />
    </blockquote>
  );
}
