import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';

export function usePerson(id: string) {
  return useQuery({
    queryKey: keys.people.one(id),
    queryFn: () => answered(api.GET('/api/v1/people/{id}', { params: { path: { id } } })),
  });
}
