import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';

/** Topics without a community, as the newest run found them. */
export function useGaps() {
  return useQuery({ queryKey: keys.landscape.gaps, queryFn: () => answered(api.GET('/api/v1/inventory/gaps')) });
}

/** Communities about the same, as the newest run found them. */
export function useOverlaps() {
  return useQuery({ queryKey: keys.landscape.overlaps, queryFn: () => answered(api.GET('/api/v1/inventory/overlaps')) });
}
