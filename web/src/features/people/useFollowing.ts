import { useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor, pageSize, withCursor } from '../../lib/api/paging';
import { keys } from '../../lib/queryKeys';

export function useFollowing(id: string) {
  return useInfiniteQuery({
    queryKey: keys.people.following(id),
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/people/{id}/following', { params: { path: { id }, query: { limit: pageSize, ...withCursor(pageParam) } } }),
      ),
    ...byCursor,
  });
}
