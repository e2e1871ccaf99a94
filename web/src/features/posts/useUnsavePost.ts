import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { updatePost } from '../../lib/postCache';
import { keys } from '../../lib/queryKeys';

/** Keeps a post no longer; answers how it was kept, so that it can come back as it was. */
export function useUnsavePost() {
  const client = useQueryClient();
  const mark = (id: string, saved: boolean) => updatePost(client, id, (post) => ({ ...post, mine: { ...post.mine, saved } }));
  return useMutation({
    mutationFn: async (id: string) => {
      const params = { path: { id } };
      const before = await answered(api.GET('/api/v1/posts/{id}/saved', { params }));
      await answered(api.DELETE('/api/v1/posts/{id}/saved', { params }));
      return before;
    },
    onMutate: (id) => mark(id, false),
    onError: (_error, id) => mark(id, true),
    onSuccess: (_before, id) => {
      client.removeQueries({ queryKey: keys.posts.saved(id) });
      return client.invalidateQueries({ queryKey: keys.feeds.saved });
    },
  });
}
