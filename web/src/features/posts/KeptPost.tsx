import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../components/States';
import { Quote } from './Quote';
import { usePost } from './usePost';

/** A post where it is kept: read where it is, by whoever may, and not at all once it is gone. */
export function KeptPost({ postId }: { postId: string }) {
  const { t } = useTranslation();
  const post = usePost(postId);
  if (post.isPending) return <Skeleton label={t('feed.loading')} rows={1} />;
  return <Quote post={post.data ?? null} />;
}
