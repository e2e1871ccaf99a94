import { useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor, pageSize, withCursor } from '../../lib/api/paging';
import { keys } from '../../lib/queryKeys';

export type HomeFilter = 'everything' | 'asks' | 'learned';

export function useHomeFeed(filter: HomeFilter) {
  return useInfiniteQuery({
    queryKey: keys.feeds.home(filter),
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/v1/feeds/home', { params: { query: { filter, limit: pageSize, ...withCursor(pageParam) } } })),
    ...byCursor,
  });
}
