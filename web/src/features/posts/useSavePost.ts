import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { SavePost } from '../../lib/api/types';
import { cachedPost, updatePost } from '../../lib/postCache';
import { keys } from '../../lib/queryKeys';

interface Saving extends SavePost {
  id: string;
}

/** Saves a post, or keeps it in another folder or with another note. */
export function useSavePost() {
  const client = useQueryClient();
  const mark = (id: string, saved: boolean) => updatePost(client, id, (post) => ({ ...post, mine: { ...post.mine, saved } }));
  return useMutation({
    mutationFn: ({ id, folder = null, note = null }: Saving) =>
      answered(api.PUT('/api/v1/posts/{id}/saved', { params: { path: { id } }, body: { folder, note } })),
    onMutate: ({ id }) => {
      const before = cachedPost(client, id)?.mine.saved ?? false;
      mark(id, true);
      return before;
    },
    onError: (_error, { id }, before) => mark(id, before ?? false),
    onSuccess: (saved, { id }) => {
      client.setQueryData(keys.posts.saved(id), saved);
      return client.invalidateQueries({ queryKey: keys.feeds.saved });
    },
  });
}
