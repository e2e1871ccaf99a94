import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { acknowledging } from '../../lib/api/guard';
import type { EditPost, Post } from '../../lib/api/types';
import { replacePost } from '../../lib/postCache';
import { keys } from '../../lib/queryKeys';

interface Edit {
  post: Post;
  words: EditPost;
  /** Patterns of the guard that found something harmless. */
  acknowledged: readonly string[];
}

/** Changes the words of a post, if nobody else did since it was read. */
export function useEditPost() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ post, words, acknowledged }: Edit) =>
      answered(
        api.PATCH('/api/v1/posts/{id}', {
          params: {
            path: { id: post.id },
            header: { 'If-Match': `"${post.version}"` },
            query: acknowledging(acknowledged),
          },
          body: words,
        }),
      ),
    onSuccess: (edited) => {
      replacePost(client, edited);
      return client.invalidateQueries({ queryKey: keys.posts.history(edited.id) });
    },
  });
}
