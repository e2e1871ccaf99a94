import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { Community, CreateCommunity } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

export function useUpdateCommunity({ id, version }: Community) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ slug: _, ...changes }: CreateCommunity) =>
      answered(
        api.PATCH('/api/v1/communities/{id}', {
          params: { path: { id }, header: { 'If-Match': `"${version}"` } },
          body: changes,
        }),
      ),
    onSuccess: (community) => {
      client.setQueryData(keys.communities.bySlug(community.slug), community);
      return client.invalidateQueries({ queryKey: keys.communities.all });
    },
  });
}
