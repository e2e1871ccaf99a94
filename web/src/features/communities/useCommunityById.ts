import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';

/** The community above another one, when there is one and the reader may know it. */
export function useCommunityById(id: string | null) {
  return useQuery({
    queryKey: keys.communities.byId(id ?? ''),
    queryFn: () => answered(api.GET('/api/v1/communities/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== null,
    staleTime: 5 * 60_000,
  });
}
