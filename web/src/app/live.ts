import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Post, ReactionEvent } from '../lib/api/types';
import { addFresh } from '../lib/live/fresh';
import { openStream } from '../lib/live/stream';
import { appendComment, cachedPost, replacePost, updatePost } from '../lib/postCache';
import { keys } from '../lib/queryKeys';
import { useSignedIn } from '../lib/session/useMe';

/** Brings what happens elsewhere onto this page while somebody is signed in. */
export function useLive(): void {
  const client = useQueryClient();
  const { person } = useSignedIn();
  const me = person.id;

  useEffect(() => {
    const inThread = new Set<string>();
    return openStream({
      post(post: Post) {
        if (post.author.id !== me && cachedPost(client, post.id) === undefined) addFresh(post);
      },
      comment(comment: Post) {
        if (inThread.has(comment.id)) return;
        inThread.add(comment.id);
        appendComment(client, comment);
        // One's own comment was counted when it was sent
        if (comment.author.id !== me) {
          updatePost(client, comment.rootId, (post) => ({ ...post, commentCount: post.commentCount + 1 }));
        }
      },
      edit(post: Post) {
        replacePost(client, post);
      },
      reaction({ postId, reactions, thanks }: ReactionEvent) {
        updatePost(client, postId, (post) => ({ ...post, reactions, thanks }));
      },
      notification({ unread }) {
        client.setQueryData(keys.notifications.unread, { notifications: unread });
        void client.invalidateQueries({ queryKey: keys.notifications.list });
      },
      reset() {
        void client.invalidateQueries({ queryKey: keys.notifications.all });
        void client.invalidateQueries({ queryKey: keys.feeds.all });
        void client.invalidateQueries({ queryKey: keys.posts.all });
      },
    });
  }, [client, me]);
}
