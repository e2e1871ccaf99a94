import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { appendComment, updatePost } from '../../lib/postCache';
import { keys } from '../../lib/queryKeys';

interface Reply {
  /** The post, or the comment that is answered. */
  to: string;
  body: string;
  /** The same for every try of the same reply. */
  idempotencyKey: string;
}

export function useAddComment(rootId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ to, body, idempotencyKey }: Reply) =>
      answered(
        api.POST('/api/v1/posts/{id}/comments', {
          params: { path: { id: to }, header: { 'Idempotency-Key': idempotencyKey } },
          body: { body },
        }),
      ),
    onSuccess: (comment) => {
      updatePost(client, rootId, (post) => ({ ...post, commentCount: post.commentCount + 1 }));
      if (!appendComment(client, comment)) void client.invalidateQueries({ queryKey: keys.posts.thread(rootId) });
    },
  });
}
