import type { Post } from '../api/types';
import { createStore } from '../store';

/** Posts that arrived live and wait until the reader asks for them, newest first. */
export const freshPosts = createStore<readonly Post[]>([]);

const most = 200;

export function addFresh(post: Post): void {
  freshPosts.set((waiting) =>
    waiting.some(({ id }) => id === post.id) ? waiting : [post, ...waiting].sort(newestFirst).slice(0, most),
  );
}

export function dropFresh(ids: ReadonlySet<string>): void {
  freshPosts.set((waiting) => waiting.filter(({ id }) => !ids.has(id)));
}

export function newestFirst(a: Post, b: Post): number {
  return b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id);
}
