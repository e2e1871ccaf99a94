import { useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor, pageSize, withCursor } from '../../lib/api/paging';
import { keys } from '../../lib/queryKeys';

/** Whom one muted, the latest first. */
export function useMutes() {
  return useInfiniteQuery({
    queryKey: keys.people.muted,
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/v1/me/mutes', { params: { query: { limit: pageSize, ...withCursor(pageParam) } } })),
    ...byCursor,
  });
}
