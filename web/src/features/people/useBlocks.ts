import { useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor, pageSize, withCursor } from '../../lib/api/paging';
import { keys } from '../../lib/queryKeys';

/** Whom one blocked, the latest first. */
export function useBlocks() {
  return useInfiniteQuery({
    queryKey: keys.people.blocked,
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/v1/me/blocks', { params: { query: { limit: pageSize, ...withCursor(pageParam) } } })),
    ...byCursor,
  });
}
