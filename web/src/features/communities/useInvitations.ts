import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { byCursor, withCursor } from '../../lib/api/paging';
import { keys } from '../../lib/queryKeys';

/** Where the reader is asked in; the first page will do, they are few. */
export function useOwnInvitations() {
  return useQuery({
    queryKey: keys.communities.invitations,
    queryFn: () => answered(api.GET('/api/v1/invitations', { params: { query: { limit: 20 } } })),
  });
}

/** Whom a community has asked in. */
export function useInvited(id: string, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: keys.communities.invited(id),
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/communities/{id}/invitations', { params: { path: { id }, query: { limit: 20, ...withCursor(pageParam) } } }),
      ),
    enabled,
    ...byCursor,
  });
}

interface Inviting {
  id: string;
  personId: string;
  note: string | null;
}

export function useInvite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, personId, note }: Inviting) =>
      answered(api.PUT('/api/v1/communities/{id}/invitations/{personId}', { params: { path: { id, personId } }, body: { note } })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.communities.all }),
  });
}

export function useAcceptInvitation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, role }: { id: string; role: 'member' | 'follower' }) =>
      answered(api.PUT('/api/v1/communities/{id}/membership', { params: { path: { id } }, body: { role } })),
    onSettled: (_data, _error, { id }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.communities.all }),
        client.invalidateQueries({ queryKey: keys.feeds.community(id) }),
        client.invalidateQueries({ queryKey: keys.feeds.home('everything') }),
      ]),
  });
}

/** Declines, as the one who is asked; takes it back, as anybody else. */
export function useEndInvitation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, personId }: Omit<Inviting, 'note'>) =>
      answered(api.DELETE('/api/v1/communities/{id}/invitations/{personId}', { params: { path: { id, personId } } })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.communities.all }),
  });
}
