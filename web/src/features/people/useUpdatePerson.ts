import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import type { Me, UpdatePerson } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';

export function useUpdatePerson(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (changes: UpdatePerson) =>
      answered(api.PATCH('/api/v1/people/{id}', { params: { path: { id } }, body: changes })),
    onSuccess: (person) => {
      client.setQueryData(keys.people.one(id), person);
      client.setQueryData<Me>(keys.me, (me) => me && { ...me, person });
      return client.invalidateQueries({ queryKey: keys.people.lists, refetchType: 'none' });
    },
  });
}
