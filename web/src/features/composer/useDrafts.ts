import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';

/** What is written and not posted, here or on any other device. */
export function useDrafts() {
  return useQuery({ queryKey: keys.drafts, queryFn: () => answered(api.GET('/api/v1/drafts')), refetchOnMount: 'always' });
}

/** Throws one away for good. */
export function useDiscardDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answered(api.DELETE('/api/v1/drafts/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.drafts }),
  });
}
