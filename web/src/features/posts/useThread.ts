import { useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor, withCursor } from '../../lib/api/paging';
import { keys } from '../../lib/queryKeys';

/** The whole thread of a post, flat and oldest first. */
export function useThread(rootId: string) {
  return useInfiniteQuery({
    queryKey: keys.posts.thread(rootId),
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/posts/{id}/comments', {
          params: { path: { id: rootId }, query: { limit: 100, ...withCursor(pageParam) } },
        }),
      ),
    ...byCursor,
  });
}
