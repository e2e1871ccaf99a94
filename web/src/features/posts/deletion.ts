import { answered, api } from '../../lib/api/client';
import { createStore } from '../../lib/store';

const seconds = 10;

/** Posts that look deleted already and can still come back. */
const leaving = createStore<ReadonlyMap<string, () => void>>(new Map());

export const undoSeconds = seconds;

export function useLeaving(): ReadonlyMap<string, () => void> {
  return leaving.use();
}

function forget(id: string): void {
  leaving.set((all) => new Map([...all].filter(([other]) => other !== id)));
}

interface Outcome {
  deleted(): void;
  failed(): void;
}

/** Hides a post now and deletes it when the time to change one's mind is over, or when the page is left. */
export function deleteSoon(id: string, { deleted, failed }: Outcome): void {
  const run = () => {
    clearTimeout(timer);
    window.removeEventListener('pagehide', run);
    answered(api.DELETE('/api/v1/posts/{id}', { params: { path: { id } }, keepalive: true }))
      .then(deleted, failed)
      .finally(() => forget(id));
  };
  const timer = setTimeout(run, seconds * 1_000);
  window.addEventListener('pagehide', run);
  leaving.set((all) =>
    new Map(all).set(id, () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', run);
      forget(id);
    }),
  );
}

export function keepAfterAll(id: string): void {
  leaving.get().get(id)?.();
}
