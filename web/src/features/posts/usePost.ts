import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { cachedPost } from '../../lib/postCache';
import { keys } from '../../lib/queryKeys';

/** One post; the copy from a feed stands in until it has arrived. */
export function usePost(id: string) {
  const client = useQueryClient();
  return useQuery({
    queryKey: keys.posts.one(id),
    queryFn: () => answered(api.GET('/api/v1/posts/{id}', { params: { path: { id } } })),
    placeholderData: () => cachedPost(client, id),
  });
}
