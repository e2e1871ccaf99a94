import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { EditPost, Post } from '../../lib/api/types';
import { replacePost } from '../../lib/postCache';
import { keys } from '../../lib/queryKeys';

interface Edit {
  post: Post;
  words: EditPost;
}

/** Changes the words of a post, if nobody else did since it was read. */
export function useEditPost() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ post, words }: Edit) =>
      answered(
        api.PATCH('/api/v1/posts/{id}', {
          params: { path: { id: post.id }, header: { 'If-Match': `"${post.version}"` } },
          body: words,
        }),
      ),
    onSuccess: (edited) => {
      replacePost(client, edited);
      return client.invalidateQueries({ queryKey: keys.posts.history(edited.id) });
    },
  });
}
