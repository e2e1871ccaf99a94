import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { RuleAttribute } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

/** Departments, managers or groups that HR told of. */
export function useRuleChoices(id: string, attribute: RuleAttribute, q: string) {
  return useQuery({
    queryKey: keys.communities.ruleChoices(id, attribute, q),
    queryFn: () =>
      answered(
        api.GET('/api/v1/communities/{id}/rules/choices', { params: { path: { id }, query: { attribute, ...(q !== '' && { q }) } } }),
      ),
    placeholderData: keepPreviousData,
  });
}
