import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from './api/client';
import type { Post } from './api/types';
import { cachedPost, updatePost } from './postCache';
import { keys } from './queryKeys';

interface ThreadChoice {
  /** The post that the thread began with. */
  id: string;
  act: 'follow' | 'mute';
  on: boolean;
}

const chosen = ({ act, on }: ThreadChoice): Pick<Post['mine'], 'followed' | 'muted'> => ({
  followed: act === 'follow' && on,
  muted: act === 'mute' && on,
});

/** To hear of every reply in a thread, of none, or as ever. One takes the place of the other. */
export function useThreadChoice() {
  const client = useQueryClient();
  const mark = (id: string, mine: Partial<Post['mine']>) =>
    updatePost(client, id, (post) => ({ ...post, mine: { ...post.mine, ...mine } }));
  return useMutation({
    mutationFn: ({ id, act, on }: ThreadChoice) => {
      const which = { params: { path: { id } } };
      if (act === 'follow') {
        return answered(on ? api.PUT('/api/v1/posts/{id}/follow', which) : api.DELETE('/api/v1/posts/{id}/follow', which));
      }
      return answered(on ? api.PUT('/api/v1/posts/{id}/mute', which) : api.DELETE('/api/v1/posts/{id}/mute', which));
    },
    onMutate: (choice) => {
      const before = cachedPost(client, choice.id)?.mine;
      mark(choice.id, chosen(choice));
      return before;
    },
    onError: (_error, { id }, before) => {
      if (before !== undefined) mark(id, { followed: before.followed, muted: before.muted });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.notifications.all }),
  });
}
