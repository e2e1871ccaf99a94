import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Post } from '../../lib/api/types';
import { removePost, updatePost } from '../../lib/postCache';
import { keys } from '../../lib/queryKeys';
import { showToast } from '../../lib/toasts';
import { deleteSoon, keepAfterAll, undoSeconds } from './deletion';

/** Deletes one's own post or comment at once, with a way back for ten seconds. */
export function useDeletePost(): (post: Post) => void {
  const client = useQueryClient();
  const { t } = useTranslation();
  return (post) => {
    const { id, rootId } = post;
    const isComment = rootId !== id;
    deleteSoon(id, {
      deleted: () => {
        removePost(client, id);
        client.removeQueries({ queryKey: keys.posts.one(id) });
        if (!isComment) return;
        updatePost(client, rootId, (root) => ({ ...root, commentCount: Math.max(0, root.commentCount - 1) }));
        void client.invalidateQueries({ queryKey: keys.posts.thread(rootId) });
      },
      failed: () => showToast(t('post.deleteFailed'), { urgent: true }),
    });
    showToast(t(isComment ? 'post.commentDeleted' : 'post.deleted'), {
      seconds: undoSeconds,
      action: { label: t('common.undo'), run: () => keepAfterAll(id) },
    });
  };
}
