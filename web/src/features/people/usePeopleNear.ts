import { useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor } from '../../lib/api/paging';
import { keys } from '../../lib/queryKeys';

/** Some people of the same department, for those who follow few yet. */
export function usePeopleNear(department: string | null, wanted: boolean) {
  return useInfiniteQuery({
    queryKey: keys.people.near(department ?? ''),
    queryFn: () =>
      answered(api.GET('/api/v1/people', { params: { query: { limit: 12, ...(department !== null && { department }) } } })),
    enabled: wanted,
    ...byCursor,
  });
}
