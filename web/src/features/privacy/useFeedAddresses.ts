import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';

/** Whether there are secret addresses for feed readers, and when one was last used. */
export function useFeedAddresses() {
  return useQuery({ queryKey: keys.feedAddresses, queryFn: () => answered(api.GET('/api/v1/feeds/addresses')) });
}

/** Makes new ones, which are told only in this answer. */
export function useMakeFeedAddresses() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answered(api.PUT('/api/v1/feeds/addresses')),
    onSuccess: (made) => client.setQueryData(keys.feedAddresses, { ...made, base: null }),
  });
}

/** Takes them back. */
export function useRevokeFeedAddresses() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answered(api.DELETE('/api/v1/feeds/addresses')),
    onSuccess: () => client.setQueryData(keys.feedAddresses, { createdAt: null, usedAt: null, base: null }),
  });
}
