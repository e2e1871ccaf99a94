import { useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor, pageSize, withCursor } from '../../lib/api/paging';
import { keys } from '../../lib/queryKeys';

/** Where somebody takes part, as far as the reader may see that. */
export function useCommunitiesOf(member: string) {
  return useInfiniteQuery({
    queryKey: keys.communities.of(member),
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/v1/communities', { params: { query: { member, limit: pageSize, ...withCursor(pageParam) } } })),
    ...byCursor,
  });
}
