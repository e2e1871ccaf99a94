import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { ScheduledPost } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';
import { draftOf } from './draft';
import { keepPublished } from './usePublishPost';

/** Own posts that wait for their moment, the next first. */
export function useScheduled() {
  return useQuery({ queryKey: keys.scheduled, queryFn: () => answered(api.GET('/api/v1/posts/scheduled')) });
}

/** Publishes now what would wait longer. */
export function usePublishScheduled() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answered(api.POST('/api/v1/posts/scheduled/{id}/publish', { params: { path: { id } } })),
    onSuccess: (post) => keepPublished(client, post),
    onSettled: () => client.invalidateQueries({ queryKey: keys.scheduled }),
  });
}

/** Makes a draft again of what waits, so that it can be written differently. */
export function useTakeBack() {
  const client = useQueryClient();
  const { mutate: cancel } = useCancelScheduled();
  return useMutation({
    mutationFn: ({ id, post }: ScheduledPost) => answered(api.PUT('/api/v1/drafts/{id}', { params: { path: { id } }, body: draftOf(post) })),
    onSuccess: ({ id }) => {
      cancel(id);
      return client.invalidateQueries({ queryKey: keys.drafts });
    },
  });
}

export function useCancelScheduled() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answered(api.DELETE('/api/v1/posts/scheduled/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.scheduled }),
  });
}
