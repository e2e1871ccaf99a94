import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';

/** The newest open asks from the reader's own feed. */
export function useWaitingAsks() {
  return useQuery({
    queryKey: keys.feeds.waiting,
    queryFn: () => answered(api.GET('/api/v1/feeds/home', { params: { query: { filter: 'asks', limit: 6 } } })),
    staleTime: 60_000,
  });
}
