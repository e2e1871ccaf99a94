import { createStore } from '../../lib/store';

/** What this person deleted a moment ago: copies of it elsewhere in the UI stay out of sight, and may come back. */
const hidden = createStore<ReadonlySet<string>>(new Set());

export function useLeaving(): ReadonlySet<string> {
  return hidden.use();
}

export function hide(id: string): void {
  hidden.set((all) => new Set(all).add(id));
}

export function unhide(id: string): void {
  hidden.set((all) => new Set([...all].filter((other) => other !== id)));
}
