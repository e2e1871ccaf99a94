import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';

/** Three people whom one does not follow yet. */
export function useSuggestions(wanted: boolean) {
  return useQuery({
    queryKey: keys.people.suggestions,
    queryFn: () => answered(api.GET('/api/v1/people/suggestions', { params: { query: { limit: 3 } } })),
    enabled: wanted,
  });
}
