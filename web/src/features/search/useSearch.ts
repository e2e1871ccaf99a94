import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor, pageSize, withCursor } from '../../lib/api/paging';
import type { FoundKind } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

export interface SearchFilter {
  q?: string;
  kind?: FoundKind;
  author?: string;
  community?: string;
  tag?: string;
  from?: string;
  to?: string;
}

export function useSearch(filter: SearchFilter) {
  return useInfiniteQuery({
    queryKey: keys.search(filter),
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/v1/search', { params: { query: { limit: pageSize, ...filter, ...withCursor(pageParam) } } })),
    enabled: Object.keys(filter).length > 0,
    placeholderData: keepPreviousData,
    ...byCursor,
  });
}
