import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { CreateCommunity } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

interface Founding {
  community: CreateCommunity;
  idempotencyKey: string;
}

export function useCreateCommunity() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ community, idempotencyKey }: Founding) =>
      answered(
        api.POST('/api/v1/communities', {
          params: { header: { 'Idempotency-Key': idempotencyKey } },
          body: community,
        }),
      ),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.communities.all }),
        client.invalidateQueries({ queryKey: keys.inventory.all }),
      ]),
  });
}
