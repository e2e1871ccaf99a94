import { useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor, pageSize, withCursor } from '../../lib/api/paging';
import { keys } from '../../lib/queryKeys';

export function useTagFeed(tag: string) {
  return useInfiniteQuery({
    queryKey: keys.feeds.tag(tag),
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/feeds/tags/{tag}', { params: { path: { tag }, query: { limit: pageSize, ...withCursor(pageParam) } } }),
      ),
    ...byCursor,
  });
}
