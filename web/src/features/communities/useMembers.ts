import { useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor, withCursor } from '../../lib/api/paging';
import { keys } from '../../lib/queryKeys';

/** Who takes part, stewards first. */
export function useMembers(id: string) {
  return useInfiniteQuery({
    queryKey: keys.communities.members(id),
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/communities/{id}/members', { params: { path: { id }, query: { limit: 50, ...withCursor(pageParam) } } }),
      ),
    ...byCursor,
  });
}
