import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { InventoryEntry, UpdateInventoryEntry } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

/** Records what a review came to, unless somebody else was there first. */
export function useReview({ id, version }: InventoryEntry) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (changes: UpdateInventoryEntry) =>
      answered(
        api.PATCH('/api/v1/inventory/{id}', {
          params: { path: { id }, header: { 'If-Match': `"${version}"` } },
          body: changes,
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: keys.inventory.all }),
  });
}
