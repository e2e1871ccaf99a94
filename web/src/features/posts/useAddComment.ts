import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { acknowledging } from '../../lib/api/guard';
import { appendComment, updatePost } from '../../lib/postCache';
import { keys } from '../../lib/queryKeys';

interface Reply {
  /** The post, or the comment that is answered. */
  to: string;
  body: string;
  /** The same for every try of the same reply. */
  idempotencyKey: string;
  /** Patterns of the guard that found something harmless. */
  acknowledged: readonly string[];
}

export function useAddComment(rootId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ to, body, idempotencyKey, acknowledged }: Reply) =>
      answered(
        api.POST('/api/v1/posts/{id}/comments', {
          params: {
            path: { id: to },
            header: { 'Idempotency-Key': idempotencyKey },
            query: acknowledging(acknowledged),
          },
          body: { body },
        }),
      ),
    onSuccess: (comment) => {
      updatePost(client, rootId, (post) => ({ ...post, commentCount: post.commentCount + 1 }));
      if (!appendComment(client, comment)) void client.invalidateQueries({ queryKey: keys.posts.thread(rootId) });
    },
  });
}
