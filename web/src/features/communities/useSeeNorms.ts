import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';

/** Says that the reader has read the norms of a community; they are not shown before posting again. */
export function useSeeNorms() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (id: string): Promise<void> => {
      await answered(api.PUT('/api/v1/communities/{id}/norms/seen', { params: { path: { id } } }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.communities.all }),
  });
}
