import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor, pageSize, withCursor } from '../../lib/api/paging';
import type { DecideSanction, ImposeSanction } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

/** Who was warned or suspended, the latest first. */
export function useSanctions() {
  return useInfiniteQuery({
    queryKey: keys.moderation.sanctions,
    queryFn: ({ pageParam }) => answered(api.GET('/api/v1/moderation/sanctions', { params: { query: { limit: pageSize, ...withCursor(pageParam) } } })),
    ...byCursor,
  });
}

/** What moderators told or did to the reader. */
export function useOwnSanctions() {
  return useInfiniteQuery({
    queryKey: keys.moderation.ownSanctions,
    queryFn: ({ pageParam }) => answered(api.GET('/api/v1/moderation/sanctions/mine', { params: { query: { limit: pageSize, ...withCursor(pageParam) } } })),
    ...byCursor,
  });
}

/** Warns somebody, or suspends them from writing. */
export function useImpose() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ImposeSanction) => answered(api.POST('/api/v1/moderation/sanctions', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.moderation.all }),
  });
}

/** Takes it back, or leaves it; whoever comes second is told so. */
export function useDecideSanction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: DecideSanction }) =>
      answered(api.POST('/api/v1/moderation/sanctions/{id}/decision', { params: { path: { id } }, body })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.moderation.all }),
  });
}

/** Objects, once. */
export function useAppealSanction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, text }: { id: string; text: string }) =>
      answered(api.POST('/api/v1/moderation/sanctions/{id}/appeal', { params: { path: { id } }, body: { text } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.moderation.ownSanctions }),
  });
}
