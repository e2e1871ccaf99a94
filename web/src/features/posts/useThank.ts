import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../lib/api/client';
import { acknowledging } from '../../lib/api/guard';
import type { Person, Post, ReactionKind } from '../../lib/api/types';
import { updatePost } from '../../lib/postCache';
import { keys } from '../../lib/queryKeys';
import { thanked, unthanked } from './recognition';

interface Thanks {
  post: Post;
  kind: ReactionKind;
  /** False takes it back. */
  on: boolean;
  /** How it went, with `tried`. */
  note?: string | undefined;
  /** Patterns of the guard that found something harmless in the note. */
  acknowledged?: readonly string[] | undefined;
}

/** Shows thanks at once; when they do not arrive, exactly this change is taken back and nothing else. */
export function useThank(me: Person) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ post, kind, on, note, acknowledged = [] }: Thanks): Promise<void> => {
      const path = { id: post.id, kind };
      if (on) {
        await answered(
          api.PUT('/api/v1/posts/{id}/reactions/{kind}', {
            params: { path, query: acknowledging(acknowledged) },
            body: note === undefined ? {} : { note },
          }),
        );
      } else {
        await answered(api.DELETE('/api/v1/posts/{id}/reactions/{kind}', { params: { path } }));
      }
    },
    onMutate: ({ post, kind, on }) => {
      updatePost(client, post.id, (each) => (on ? thanked(each, kind, me) : unthanked(each, kind, me)));
    },
    onError: (_error, { post, kind, on }) => {
      updatePost(client, post.id, (each) => (on ? unthanked(each, kind, me) : thanked(each, kind, me)));
    },
    onSuccess: (_data, { post, note }) => {
      if (note !== undefined) void client.invalidateQueries({ queryKey: keys.posts.thread(post.rootId) });
    },
  });
}
