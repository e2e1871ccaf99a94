import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from './api/client';
import { byCursor, pageSize, withCursor } from './api/paging';
import { keys } from './queryKeys';

export interface PeopleFilter {
  q?: string;
  department?: string;
  location?: string;
  skill?: string;
  following?: true;
}

export function useSearchPeople(filter: PeopleFilter) {
  return useInfiniteQuery({
    queryKey: keys.people.search(filter),
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/v1/people', { params: { query: { limit: pageSize, ...filter, ...withCursor(pageParam) } } })),
    placeholderData: keepPreviousData,
    ...byCursor,
  });
}
