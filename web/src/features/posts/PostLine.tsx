import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../lib/excerpt';
import { usePost } from './usePost';

/** A post in a few words, with who wrote it; nothing when it is gone or not for the reader. */
export function PostLine({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data: post, isPending } = usePost(id);
  if (isPending) return <li className="muted">{t('common.loading')}</li>;
  if (post === undefined) return null;
  return (
    <li>
      <Link to="/posts/$postId" params={{ postId: id }} dir="auto">
        {nameOf(post)}
      </Link>{' '}
      <span className="muted" dir="auto">
        {post.author.displayName}
      </span>
    </li>
  );
}
