import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';

/** The inventory by domain, and how it grew. */
export function useInventoryMap() {
  return useQuery({ queryKey: keys.inventory.map, queryFn: () => answered(api.GET('/api/v1/inventory/map')) });
}
