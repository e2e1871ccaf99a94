import { useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor, pageSize, withCursor } from '../../lib/api/paging';
import { keys } from '../../lib/queryKeys';

/** What a post says and said, the newest words first. */
export function usePostHistory(id: string, wanted: boolean) {
  return useInfiniteQuery({
    queryKey: keys.posts.history(id),
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/posts/{id}/history', { params: { path: { id }, query: { limit: pageSize, ...withCursor(pageParam) } } }),
      ),
    enabled: wanted,
    ...byCursor,
  });
}
