import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { Community } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

type Part = 'member' | 'follower' | null;

interface Change {
  community: Community;
  /** What the reader wants to be; null leaves. */
  to: Part;
}

/** Joins, follows, asks or leaves. The server decides what comes of it, so nothing is shown before it has answered. */
export function useMembership() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ community, to }: Change): Promise<void> => {
      const path = { id: community.id };
      if (to === null) await answered(api.DELETE('/api/v1/communities/{id}/membership', { params: { path } }));
      else await answered(api.PUT('/api/v1/communities/{id}/membership', { params: { path }, body: { role: to } }));
    },
    onSuccess: (_nothing, { community }) => afterMembership(client, community),
  });
}

function afterMembership(client: QueryClient, community: Community): Promise<unknown> {
  return Promise.all([
    client.invalidateQueries({ queryKey: keys.communities.all }),
    client.invalidateQueries({ queryKey: keys.feeds.community(community.id) }),
    client.invalidateQueries({ queryKey: keys.feeds.home('everything') }),
  ]);
}
