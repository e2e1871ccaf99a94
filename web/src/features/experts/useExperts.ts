import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';

export function useExperts(topic: string) {
  return useQuery({
    queryKey: keys.experts.of(topic),
    queryFn: () => answered(api.GET('/api/v1/experts', { params: { query: { topic, limit: 12 } } })),
    enabled: topic !== '',
  });
}
