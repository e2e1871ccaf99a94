import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { AddGuardPattern } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

export function usePatterns() {
  return useQuery({
    queryKey: keys.guardPatterns,
    queryFn: () => answered(api.GET('/api/v1/moderation/patterns')),
  });
}

export function useAddPattern() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AddGuardPattern) => answered(api.POST('/api/v1/moderation/patterns', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.guardPatterns }),
  });
}

/** What an expression finds in a sample, before it is kept. */
export function useTryPattern() {
  return useMutation({
    mutationFn: (body: { expression: string; sample: string }) =>
      answered(api.POST('/api/v1/moderation/patterns/try', { body })),
  });
}

export function useRemovePattern() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answered(api.DELETE('/api/v1/moderation/patterns/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.guardPatterns }),
  });
}
