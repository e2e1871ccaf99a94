import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor, pageSize, withCursor } from '../../lib/api/paging';
import type { DecideModerationCase } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

export type CaseState = 'waiting' | 'decided';

/** What was reported: what waits, the longest first, or what was decided, the latest first. */
export function useCases(state: CaseState) {
  return useInfiniteQuery({
    queryKey: keys.moderation.cases(state),
    queryFn: ({ pageParam }) => answered(api.GET('/api/v1/moderation/cases', { params: { query: { state, limit: pageSize, ...withCursor(pageParam) } } })),
    ...byCursor,
  });
}

/** Decides about a case; whoever comes second is told so. */
export function useDecide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: DecideModerationCase }) =>
      answered(api.POST('/api/v1/moderation/cases/{id}/decision', { params: { path: { id } }, body })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.moderation.all }),
  });
}

/** What of the reader's own is hidden, and why. */
export function useHidden() {
  return useInfiniteQuery({
    queryKey: keys.moderation.hidden,
    queryFn: ({ pageParam }) => answered(api.GET('/api/v1/moderation/hidden', { params: { query: { limit: pageSize, ...withCursor(pageParam) } } })),
    ...byCursor,
  });
}

/** Objects to a decision, once. */
export function useAppeal() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, text }: { id: string; text: string }) =>
      answered(api.POST('/api/v1/moderation/cases/{id}/appeal', { params: { path: { id } }, body: { text } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.moderation.hidden }),
  });
}

/** Who decided what. */
export function useDecisions() {
  return useInfiniteQuery({
    queryKey: keys.moderation.audit,
    queryFn: ({ pageParam }) => answered(api.GET('/api/v1/moderation/audit', { params: { query: { limit: pageSize, ...withCursor(pageParam) } } })),
    ...byCursor,
  });
}
