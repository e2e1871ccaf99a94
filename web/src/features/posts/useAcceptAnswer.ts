import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { Post } from '../../lib/api/types';
import { updatePost } from '../../lib/postCache';
import { keys } from '../../lib/queryKeys';

/** The ring closes at once and opens again when the server refuses. */
export function useAcceptAnswer(root: Post) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (comment: Post) =>
      answered(
        api.PUT('/api/v1/posts/{id}/answer', { params: { path: { id: root.id } }, body: { commentId: comment.id } }),
      ),
    onMutate: (comment) => {
      updatePost(client, root.id, (post) => ({ ...post, answer: comment, waitingSince: null }));
    },
    onError: () => {
      updatePost(client, root.id, (post) => ({ ...post, answer: root.answer, waitingSince: root.waitingSince }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.feeds.waiting }),
  });
}
