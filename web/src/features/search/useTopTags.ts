import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';

/** What people talk about most at the moment, as far as the reader may read it. */
export function useTopTags() {
  return useQuery({
    queryKey: keys.tags,
    queryFn: () => answered(api.GET('/api/v1/tags', { params: { query: { limit: 8 } } })),
    staleTime: 5 * 60_000,
  });
}
