import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { Post } from '../../lib/api/types';
import { updatePost } from '../../lib/postCache';

/** Takes the preview of the linked page off one's own post or comment. */
export function useRemovePreview() {
  const client = useQueryClient();
  const put = (id: string, preview: Post['preview']) => updatePost(client, id, (post) => ({ ...post, preview }));
  return useMutation({
    mutationFn: ({ id }: Post) => answered(api.DELETE('/api/v1/posts/{id}/preview', { params: { path: { id } } })),
    onMutate: ({ id }) => put(id, null),
    onError: (_error, { id, preview }) => put(id, preview),
  });
}
