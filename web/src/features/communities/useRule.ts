import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';

const soon = 1_000;

/** Who is a member by rule; asked again while people are still being moved. */
export function useRule(id: string) {
  return useQuery({
    queryKey: keys.communities.rule(id),
    queryFn: () => answered(api.GET('/api/v1/communities/{id}/rules', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.settled === false ? soon : false),
  });
}
