import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { SetMembershipRule } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

/** A rule to set; without conditions it is taken back, and whom it brought stays or leaves. */
export type NextRule = SetMembershipRule & { stay?: boolean };

/** Sets the rule, or takes it back when no condition is left; if it is still the one that was read. */
export function useSetRule(id: string, version: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ stay = false, ...rule }: NextRule): Promise<void> => {
      const params = { path: { id }, ...(version > 0 && { header: { 'If-Match': `"${version}"` } }) };
      if (rule.conditions.length === 0) {
        await answered(api.DELETE('/api/v1/communities/{id}/rules', { params: { ...params, query: { stay } } }));
      } else await answered(api.PUT('/api/v1/communities/{id}/rules', { params, body: rule }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.communities.all }),
  });
}
