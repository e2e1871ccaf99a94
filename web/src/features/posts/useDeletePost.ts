import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../lib/api/client';
import type { Post } from '../../lib/api/types';
import { comeBack, leave } from '../../lib/live/gone';
import { updatePost } from '../../lib/postCache';
import { keys } from '../../lib/queryKeys';
import { showToast } from '../../lib/toasts';

const undoSeconds = 10;

/** Deletes one's own post or comment at once, and brings it back when that was a mistake. */
export function useDeletePost(): (post: Post) => void {
  const client = useQueryClient();
  const { t } = useTranslation();
  return ({ id, rootId }) => {
    const isComment = rootId !== id;
    const params = { path: { id } };
    const count = (by: number) => {
      if (isComment) updatePost(client, rootId, (root) => ({ ...root, commentCount: Math.max(0, root.commentCount + by) }));
    };
    const show = () => {
      if (comeBack(id)) count(1);
    };
    const restore = () =>
      answered(api.POST('/api/v1/posts/{id}/restore', { params })).then(
        () => {
          show();
          // Lists that were read meanwhile lack it
          return client.invalidateQueries({ queryKey: isComment ? keys.posts.thread(rootId) : keys.feeds.all });
        },
        () => showToast(t('post.restoreFailed'), { urgent: true }),
      );

    if (leave(id)) count(-1);
    const gone = answered(api.DELETE('/api/v1/posts/{id}', { params })).then(
      () => true,
      () => {
        show();
        showToast(t('post.deleteFailed'), { urgent: true });
        return false;
      },
    );
    showToast(t(isComment ? 'post.commentDeleted' : 'post.deleted'), {
      seconds: undoSeconds,
      action: { label: t('common.undo'), run: () => void gone.then((deleted) => (deleted ? restore() : undefined)) },
    });
  };
}
