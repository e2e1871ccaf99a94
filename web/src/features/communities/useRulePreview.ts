import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { SetMembershipRule } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

/** What a rule would do, before anything is done. */
export function useRulePreview(id: string, rule: SetMembershipRule) {
  return useQuery({
    queryKey: keys.communities.rulePreview(id, rule),
    queryFn: () => answered(api.POST('/api/v1/communities/{id}/rules/preview', { params: { path: { id } }, body: rule })),
    placeholderData: keepPreviousData,
  });
}
