import { useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor, pageSize, withCursor } from '../../lib/api/paging';
import { keys } from '../../lib/queryKeys';

export function useCommunityFeed(id: string) {
  return useInfiniteQuery({
    queryKey: keys.feeds.community(id),
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/feeds/communities/{id}', {
          params: { path: { id }, query: { limit: pageSize, ...withCursor(pageParam) } },
        }),
      ),
    ...byCursor,
  });
}
