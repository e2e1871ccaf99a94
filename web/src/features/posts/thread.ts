import type { Post } from '../../lib/api/types';

/** A comment under the post, with every answer below it in one flat row. */
export interface Branch {
  comment: Post;
  replies: { comment: Post; to: Post | null }[];
}

/** Turns the flat thread into one level of indentation; a deeper reply says whom it answers. */
export function branchesOf(comments: readonly Post[], rootId: string): Branch[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const branches = new Map<string, Branch>();
  for (const comment of comments) {
    const top = topOf(comment, byId, rootId);
    const branch = branches.get(top.id);
    if (branch === undefined) {
      branches.set(top.id, { comment: top, replies: [] });
      if (top.id === comment.id) continue;
    }
    if (top.id === comment.id) continue;
    const answered = comment.inReplyTo === null ? undefined : byId.get(comment.inReplyTo);
    branches.get(top.id)?.replies.push({ comment, to: answered === undefined || answered.id === top.id ? null : answered });
  }
  return [...branches.values()];
}

function topOf(comment: Post, byId: ReadonlyMap<string, Post>, rootId: string): Post {
  let top = comment;
  for (let depth = 0; depth < byId.size; depth += 1) {
    const above = top.inReplyTo === null || top.inReplyTo === rootId ? undefined : byId.get(top.inReplyTo);
    if (above === undefined) return top;
    top = above;
  }
  return top;
}
