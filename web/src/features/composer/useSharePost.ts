import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { acknowledging } from '../../lib/api/guard';
import type { Audience, Post } from '../../lib/api/types';
import { useIdempotencyKey } from '../../lib/useIdempotencyKey';
import { keepPublished } from './usePublishPost';

interface Sharing {
  post: Post;
  words: string;
  audience: Audience;
  acknowledged: readonly string[];
}

/** Passes a post on; however often the same is sent, it is posted once. */
export function useSharePost() {
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  return useMutation({
    mutationFn: ({ post, words, audience, acknowledged }: Sharing) => {
      const body = { body: words || null, audience };
      return answered(
        api.POST('/api/v1/posts/{id}/share', {
          params: {
            path: { id: post.id },
            header: { 'Idempotency-Key': keyFor([post.id, body]) },
            query: acknowledging(acknowledged),
          },
          body,
        }),
      );
    },
    onSuccess: (shared) => keepPublished(client, shared),
  });
}
