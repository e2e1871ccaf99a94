import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';

/** How the reader keeps a post. */
export function useSaved(id: string, wanted: boolean) {
  return useQuery({
    queryKey: keys.posts.saved(id),
    queryFn: () => answered(api.GET('/api/v1/posts/{id}/saved', { params: { path: { id } } })),
    enabled: wanted,
  });
}
