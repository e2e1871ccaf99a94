import { useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor, withCursor } from '../../lib/api/paging';
import { keys } from '../../lib/queryKeys';

/** Who asks to be let in, the longest waiting first. For stewards. */
export function useAsks(id: string) {
  return useInfiniteQuery({
    queryKey: keys.communities.asks(id),
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/v1/communities/{id}/asks', { params: { path: { id }, query: withCursor(pageParam) } })),
    ...byCursor,
  });
}
