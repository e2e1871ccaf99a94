import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { PlaceEvent, Post, ReactionEvent } from '../lib/api/types';
import { addFresh } from '../lib/live/fresh';
import { comeBack, goneByNow, leave } from '../lib/live/gone';
import { openStream } from '../lib/live/stream';
import { appendComment, cachedPost, replacePost, updatePost } from '../lib/postCache';
import { keys } from '../lib/queryKeys';
import { useSignedIn } from '../lib/session/useMe';

/** Reasons to look again at what moderators decided about the reader. */
const decisions: ReadonlySet<string> = new Set(['hidden', 'upheld', 'restored', 'warned', 'suspended', 'kept', 'lifted']);

/** Brings what happens elsewhere onto this page while somebody is signed in. */
export function useLive(): void {
  const client = useQueryClient();
  const { person } = useSignedIn();
  const me = person.id;

  useEffect(() => {
    const inThread = new Set<string>();
    const recount = (rootId: string, by: number) =>
      updatePost(client, rootId, (post) => ({ ...post, commentCount: Math.max(0, post.commentCount + by) }));
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
      removed({ id, rootId }: PlaceEvent) {
        if (leave(id) && id !== rootId) recount(rootId, -1);
      },
      restored({ id, rootId }: PlaceEvent) {
        if (comeBack(id) && id !== rootId) recount(rootId, 1);
        // What was read meanwhile lacks it
        void client.invalidateQueries({ queryKey: keys.posts.one(id) });
        if (id !== rootId) void client.invalidateQueries({ queryKey: keys.posts.thread(rootId) });
      },
      notification({ reason, unread }) {
        if (decisions.has(reason)) void client.invalidateQueries({ queryKey: keys.moderation.all });
        client.setQueryData(keys.notifications.unread, { notifications: unread });
        void client.invalidateQueries({ queryKey: keys.notifications.list });
      },
      reset() {
        const gone = goneByNow();
        const again = [keys.notifications.all, keys.feeds.all, keys.posts.all].map((queryKey) => client.invalidateQueries({ queryKey }));
        // What came back unheard is shown again once the lists are those of now
        void Promise.all(again).then(() => comeBack(...gone));
      },
    });
  }, [client, me]);
}
