import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { acknowledging } from '../../lib/api/guard';
import type { Post, PublishPost } from '../../lib/api/types';
import { prependPosts } from '../../lib/postCache';
import { keys } from '../../lib/queryKeys';

interface Publishing {
  post: PublishPost;
  /** The same for every try of the same text. */
  idempotencyKey: string;
  /** Patterns of the guard that found something harmless. */
  acknowledged: readonly string[];
}

export function usePublishPost() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ post, idempotencyKey, acknowledged }: Publishing) =>
      answered(
        api.POST('/api/v1/posts', {
          params: { header: { 'Idempotency-Key': idempotencyKey }, query: acknowledging(acknowledged) },
          body: post,
        }),
      ),
    onSuccess: (post) => (post === undefined ? client.invalidateQueries({ queryKey: keys.scheduled }) : keepPublished(client, post)),
  });
}

/** Shows a new post wherever its author would look for it, at once. */
export function keepPublished(client: QueryClient, post: Post): void {
  prependPosts(client, keys.feeds.home('everything'), [post]);
  prependPosts(client, keys.feeds.person(post.author.id), [post]);
  if (post.community !== null) prependPosts(client, keys.feeds.community(post.community.id), [post]);
  if (post.learned !== null) prependPosts(client, keys.feeds.home('learned'), [post]);
  if (post.waitingSince !== null) prependPosts(client, keys.feeds.home('asks'), [post]);
  client.setQueryData(keys.posts.one(post.id), post);
}
