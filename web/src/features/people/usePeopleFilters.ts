import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';

/** Departments and places to choose from. */
export function usePeopleFilters() {
  return useQuery({
    queryKey: keys.people.filters,
    queryFn: () => answered(api.GET('/api/v1/people/filters')),
    staleTime: 5 * 60_000,
  });
}
