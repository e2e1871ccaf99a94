import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { ProposeMerge } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

/** Proposals to merge that the signed-in person has a say in. */
export function useProposals() {
  return useQuery({ queryKey: keys.landscape.proposals, queryFn: () => answered(api.GET('/api/v1/inventory/proposals')) });
}

function useRefresh() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keys.landscape.proposals }),
      client.invalidateQueries({ queryKey: keys.landscape.overlaps }),
    ]);
}

export function useProposeMerge() {
  return useMutation({
    mutationFn: (body: ProposeMerge) => answered(api.POST('/api/v1/inventory/proposals', { body })),
    onSettled: useRefresh(),
  });
}

interface Deciding {
  id: string;
  decision: 'accept' | 'dismiss';
}

export function useDecideProposal() {
  return useMutation({
    mutationFn: ({ id, decision }: Deciding) =>
      answered(api.POST(`/api/v1/inventory/proposals/{id}/${decision}`, { params: { path: { id } } })),
    onSettled: useRefresh(),
  });
}
