import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { Community, SplitCommunity } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';
import { useIdempotencyKey } from '../../lib/useIdempotencyKey';

/** Founds a community out of another; answers the new one. */
export function useSplit(id: string) {
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  return useMutation({
    mutationFn: async (body: SplitCommunity): Promise<Community> => {
      const params = { path: { id }, header: { 'Idempotency-Key': keyFor(body) } };
      const call = await api.POST('/api/v1/communities/{id}/split', { params, body });
      await answered(Promise.resolve(call));
      const founded = call.response.headers.get('Location')?.split('/').at(-1) ?? '';
      return answered(api.GET('/api/v1/communities/{id}', { params: { path: { id: founded } } }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.communities.all }),
  });
}
