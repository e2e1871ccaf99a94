import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from './api/client';
import { byCursor, pageSize, withCursor } from './api/paging';
import { keys } from './queryKeys';

export function useSearchPeople(q: string) {
  return useInfiniteQuery({
    queryKey: keys.people.search(q),
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/people', { params: { query: { limit: pageSize, ...(q !== '' && { q }), ...withCursor(pageParam) } } }),
      ),
    placeholderData: keepPreviousData,
    ...byCursor,
  });
}
