import type { Post } from '../api/types';
import { createStore } from '../store';

/** Posts and comments that went while the page was open: copies of them stay out of sight, and may come back. */
const gone = createStore<ReadonlySet<string>>(new Set());

type Placed = Pick<Post, 'id' | 'rootId'>;

/** Whether something is still there; with a post goes its thread. */
export function useHere(): (post: Placed) => boolean {
  const ids = gone.use();
  return ({ id, rootId }) => !ids.has(id) && !ids.has(rootId);
}

/** Says whether it was there until now. */
export function leave(id: string): boolean {
  if (gone.get().has(id)) return false;
  gone.set((all) => new Set(all).add(id));
  return true;
}

/** Says whether it was gone until now. */
export function comeBack(...ids: string[]): boolean {
  const back = new Set(ids.filter((id) => gone.get().has(id)));
  if (back.size > 0) gone.set((all) => new Set([...all].filter((id) => !back.has(id))));
  return back.size > 0;
}

/** What is gone by now. */
export function goneByNow(): string[] {
  return [...gone.get()];
}
