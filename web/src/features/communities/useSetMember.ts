import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { MemberRole } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

interface Change {
  personId: string;
  /** What the person becomes; null takes them out, or declines what they ask. */
  role: MemberRole | null;
}

/** What a steward decides about somebody else. */
export function useSetMember(communityId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ personId, role }: Change): Promise<void> => {
      const params = { path: { id: communityId, personId } };
      if (role === null) await answered(api.DELETE('/api/v1/communities/{id}/members/{personId}', { params }));
      else await answered(api.PUT('/api/v1/communities/{id}/members/{personId}', { params, body: { role } }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.communities.all }),
  });
}
