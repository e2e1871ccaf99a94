import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../lib/api/client';
import { byCursor, pageSize, withCursor } from '../../lib/api/paging';
import type { EditLibraryEntry, KeepInLibrary, LibraryEntry } from '../../lib/api/types';
import { showToast } from '../../lib/toasts';
import { keys } from '../../lib/queryKeys';
import { useIdempotencyKey } from '../../lib/useIdempotencyKey';

/** What a community keeps, the last edited first. */
export function useLibrary(communityId: string, q: string) {
  return useInfiniteQuery({
    queryKey: keys.library.list(communityId, q),
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/communities/{id}/library', {
          params: { path: { id: communityId }, query: { limit: pageSize, ...(q !== '' && { q }), ...withCursor(pageParam) } },
        }),
      ),
    placeholderData: keepPreviousData,
    ...byCursor,
  });
}

export function useEntry(communityId: string, entryId: string) {
  return useQuery({
    queryKey: keys.library.one(entryId),
    queryFn: () =>
      answered(api.GET('/api/v1/communities/{id}/library/{entryId}', { params: { path: { id: communityId, entryId } } })),
  });
}

export function useEntryHistory({ communityId, id }: LibraryEntry, enabled: boolean) {
  return useQuery({
    queryKey: keys.library.history(id),
    queryFn: () =>
      answered(
        api.GET('/api/v1/communities/{id}/library/{entryId}/history', { params: { path: { id: communityId, entryId: id } } }),
      ),
    enabled,
  });
}

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: keys.library.all });
}

export function useKeep(communityId: string) {
  const keyFor = useIdempotencyKey();
  return useMutation({
    mutationFn: (body: KeepInLibrary) =>
      answered(
        api.POST('/api/v1/communities/{id}/library', {
          params: { path: { id: communityId }, header: { 'Idempotency-Key': keyFor(body) } },
          body,
        }),
      ),
    onSuccess: useRefresh(),
  });
}

export function useEditEntry({ communityId, id, version }: LibraryEntry) {
  return useMutation({
    mutationFn: (body: EditLibraryEntry) =>
      answered(
        api.PATCH('/api/v1/communities/{id}/library/{entryId}', {
          params: { path: { id: communityId, entryId: id }, header: { 'If-Match': `"${version}"` } },
          body,
        }),
      ),
    onSuccess: useRefresh(),
  });
}

export function useTakeOut({ communityId, id }: LibraryEntry) {
  const path = { id: communityId, entryId: id };
  const { t } = useTranslation();
  const refresh = useRefresh();
  const takeOut = useMutation({
    mutationFn: () => answered(api.DELETE('/api/v1/communities/{id}/library/{entryId}', { params: { path } })),
    onSuccess: refresh,
  });
  const putBack = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/communities/{id}/library/{entryId}/restore', { params: { path } })),
    onSuccess: refresh,
    // The page that asked is left by then
    onError: () => showToast(t('library.takeOutFailed'), { urgent: true }),
  });
  return { takeOut, putBack };
}
