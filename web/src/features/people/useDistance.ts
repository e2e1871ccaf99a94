import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';

interface Distance {
  id: string;
  /** False takes it back. */
  on: boolean;
}

/** Their posts stay out of one's home, or come back. */
export function useMute() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, on }: Distance): Promise<void> => {
      const params = { path: { id } };
      await answered(on ? api.PUT('/api/v1/people/{id}/mute', { params }) : api.DELETE('/api/v1/people/{id}/mute', { params }));
    },
    onSuccess: () => readAgain(client, [keys.people.all, keys.feeds.all]),
  });
}

/** The two do not exist for each other, or do again: whatever shows people is read again. */
export function useBlock() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, on }: Distance): Promise<void> => {
      const params = { path: { id } };
      await answered(on ? api.PUT('/api/v1/people/{id}/block', { params }) : api.DELETE('/api/v1/people/{id}/block', { params }));
    },
    onSuccess: () =>
      readAgain(client, [keys.people.all, keys.feeds.all, keys.posts.all, keys.communities.all, keys.inventory.all, keys.me]),
  });
}

function readAgain(client: QueryClient, all: (readonly string[])[]) {
  return Promise.all(all.map((queryKey) => client.invalidateQueries({ queryKey })));
}
