import { useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor, pageSize, withCursor } from '../../lib/api/paging';
import { keys } from '../../lib/queryKeys';

export function usePersonFeed(id: string) {
  return useInfiniteQuery({
    queryKey: keys.feeds.person(id),
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/feeds/people/{id}', { params: { path: { id }, query: { limit: pageSize, ...withCursor(pageParam) } } }),
      ),
    ...byCursor,
  });
}
