import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor, pageSize, withCursor } from '../../lib/api/paging';
import { keys } from '../../lib/queryKeys';

export function useSearchCommunities(q: string) {
  return useInfiniteQuery({
    queryKey: keys.communities.search(q),
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/communities', {
          params: { query: { limit: pageSize, ...(q !== '' && { q }), ...withCursor(pageParam) } },
        }),
      ),
    placeholderData: keepPreviousData,
    ...byCursor,
  });
}
