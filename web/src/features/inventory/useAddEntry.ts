import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { AddInventoryEntry } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

interface Addition {
  entry: AddInventoryEntry;
  idempotencyKey: string;
}

export function useAddEntry() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ entry, idempotencyKey }: Addition) =>
      answered(
        api.POST('/api/v1/inventory', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body: entry }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.inventory.all }),
  });
}
