import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor, withCursor } from '../../lib/api/paging';
import type { Stage } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

export interface InventoryFilter {
  q?: string;
  domain?: string;
  stage?: Stage;
  host?: 'outloud';
  overdue?: true;
  quiet?: true;
  unstewarded?: true;
  sort: 'name' | 'reviewBy' | 'size' | 'lastActivity';
}

export function useInventory(filter: InventoryFilter) {
  return useInfiniteQuery({
    queryKey: keys.inventory.list(filter),
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/v1/inventory', { params: { query: { ...filter, limit: 50, ...withCursor(pageParam) } } })),
    placeholderData: keepPreviousData,
    ...byCursor,
  });
}
