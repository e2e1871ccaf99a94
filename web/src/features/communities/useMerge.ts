import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';

/** What a merge would do; asked once somebody has said into which. */
export function useMergePreview(id: string, into: string | undefined) {
  return useQuery({
    queryKey: keys.communities.merge(id, into ?? ''),
    queryFn: () => answered(api.GET('/api/v1/communities/{id}/merge', { params: { path: { id }, query: { into: into ?? '' } } })),
    enabled: into !== undefined,
    retry: false,
  });
}

export function useMerge(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (into: string) => answered(api.POST('/api/v1/communities/{id}/merge', { params: { path: { id } }, body: { into } })),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.communities.all }),
        client.invalidateQueries({ queryKey: keys.landscape.proposals }),
        client.invalidateQueries({ queryKey: keys.inventory.all }),
      ]),
  });
}
