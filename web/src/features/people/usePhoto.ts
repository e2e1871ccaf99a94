import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { keys } from '../../lib/queryKeys';
import { shrunk } from './shrunk';

/** Puts a picture of oneself up, or with null takes it down. */
export function usePhoto(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (file: File | null): Promise<void> => {
      const params = { path: { id } };
      if (file === null) {
        await answered(api.DELETE('/api/v1/people/{id}/photo', { params }));
        return;
      }
      const picture = await shrunk(file);
      await answered(
        api.PUT('/api/v1/people/{id}/photo', {
          params,
          headers: { 'Content-Type': picture.type },
          // The document describes bytes as a string; they are sent as they are
          body: picture as unknown as string,
          bodySerializer: (body: unknown) => body as BodyInit,
        }),
      );
    },
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.people.all }),
        client.invalidateQueries({ queryKey: keys.me }),
      ]),
  });
}
