import { useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor, pageSize, withCursor } from '../../lib/api/paging';
import { keys } from '../../lib/queryKeys';

export interface SavedFilter {
  /** Empty for what lies in no folder. */
  folder?: string;
  q?: string;
}

export function useSavedFeed(filter: SavedFilter) {
  return useInfiniteQuery({
    queryKey: keys.feeds.savedBy(filter),
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/v1/feeds/saved', { params: { query: { ...filter, limit: pageSize, ...withCursor(pageParam) } } })),
    ...byCursor,
  });
}
