import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { PlannedPrompt, PlanPrompts } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

/** What a community will be asked. */
export function usePlan(communityId: string) {
  return useQuery({
    queryKey: keys.communities.plan(communityId),
    queryFn: () => answered(api.GET('/api/v1/posts/plans/{communityId}', { params: { path: { communityId } } })),
  });
}

function useRefresh(communityId: string) {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keys.communities.plan(communityId) }),
      client.invalidateQueries({ queryKey: keys.scheduled }),
    ]);
}

export function usePlanPrompts(communityId: string) {
  return useMutation({
    mutationFn: (body: PlanPrompts) =>
      answered(api.POST('/api/v1/posts/plans/{communityId}', { params: { path: { communityId } }, body })),
    onSettled: useRefresh(communityId),
  });
}

export function useHalt(communityId: string) {
  return useMutation({
    mutationFn: (act: 'pause' | 'resume') =>
      answered(api.POST(`/api/v1/posts/plans/{communityId}/${act}`, { params: { path: { communityId } } })),
    onSettled: useRefresh(communityId),
  });
}

interface Change {
  prompt: PlannedPrompt;
  body: string;
  publishAt: string;
}

export function useChangePrompt(communityId: string) {
  return useMutation({
    mutationFn: ({ prompt, body, publishAt }: Change) =>
      answered(
        api.PUT('/api/v1/posts/scheduled/{id}', {
          params: { path: { id: prompt.id } },
          body: { kind: prompt.kind, body, publishAt, audience: { type: 'community', communityId } },
        }),
      ),
    onSettled: useRefresh(communityId),
  });
}

export function useSkipPrompt(communityId: string) {
  return useMutation({
    mutationFn: (id: string) => answered(api.DELETE('/api/v1/posts/scheduled/{id}', { params: { path: { id } } })),
    onSettled: useRefresh(communityId),
  });
}
