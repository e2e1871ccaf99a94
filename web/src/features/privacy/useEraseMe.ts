import { useMutation } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';

/** Forgets the one who asks, for good; answers the receipt. */
export function useEraseMe() {
  return useMutation({
    mutationFn: (userName: string) => answered(api.POST('/api/v1/me/erase', { body: { userName } })),
  });
}
