import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answered, api } from '../../lib/api/client';
import { statusOf } from '../../lib/api/problem';
import type { KeptDraft } from '../../lib/api/types';
import { keys } from '../../lib/queryKeys';
import { readStored, writeStored } from '../../lib/stored';
import { type Draft, isEmpty } from './draft';

const pause = 1_500;

/** Where the draft in hand is kept with the server. */
interface Place {
  id: string;
  version: number;
}

export interface ServerDraft {
  /** The draft in hand, null as long as only this browser has it. */
  place: Place | null;
  /** Whether the server has every word. */
  safe: boolean;
  /** Keeps what is written after a pause in typing; nothing written is nothing kept. */
  keep: (draft: Draft) => void;
  /** The draft in hand is another one now; the one before, when it says something, stays with the server. */
  takeUp: (next: KeptDraft | null, before: Draft) => void;
  /** It was posted. */
  done: () => void;
}

/**
 * Keeps the draft in hand with the server, so that it is found on every device. One request at a time, in order; what was written
 * elsewhere meanwhile is never overwritten: then both stay.
 */
export function useServerDraft(personId: string): ServerDraft {
  const client = useQueryClient();
  const key = `draft-place.${personId}`;
  const [place, setPlace] = useState<Place | null>(() => readStored<Place>(key));
  const [safe, setSafe] = useState(false);
  const current = useRef(place);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; run: () => void } | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const moveTo = useCallback(
    (next: Place | null) => {
      current.current = next;
      setPlace(next);
      writeStored(key, next);
    },
    [key],
  );

  const next = useCallback((task: () => Promise<void>) => {
    // Who is offline goes on writing: this browser has it, and the next pause tries again
    queue.current = queue.current.then(task).catch(() => setSafe(false));
  }, []);

  const put = useCallback(
    async (draft: Draft) => {
      const from = current.current;
      try {
        moveTo(placeOf(await send(draft, from)));
      } catch (failure) {
        if (from === null || statusOf(failure) !== 412) throw failure;
        moveTo(placeOf(await send(draft, null)));
      }
      setSafe(true);
    },
    [moveTo],
  );

  const discard = useCallback(async () => {
    const gone = current.current;
    if (gone === null) return;
    moveTo(null);
    // Whoever posts and leaves at once has posted all the same
    await answered(api.DELETE('/api/v1/drafts/{id}', { params: { path: { id: gone.id } }, keepalive: true }));
    await client.invalidateQueries({ queryKey: keys.drafts });
  }, [client, moveTo]);

  const stopWaiting = useCallback(() => {
    if (waiting.current !== null) clearTimeout(waiting.current.timer);
    waiting.current = null;
  }, []);

  const keep = useCallback(
    (draft: Draft) => {
      stopWaiting();
      setSafe(false);
      const run = () => {
        waiting.current = null;
        next(() => (isEmpty(draft) ? discard() : put(draft)));
      };
      waiting.current = { timer: setTimeout(run, pause), run };
    },
    [discard, next, put, stopWaiting],
  );

  const takeUp = useCallback(
    (other: KeptDraft | null, before: Draft) => {
      stopWaiting();
      setSafe(other !== null);
      next(async () => {
        if (!isEmpty(before)) await put(before);
        moveTo(other && placeOf(other));
        await client.invalidateQueries({ queryKey: keys.drafts });
      });
    },
    [client, moveTo, next, put, stopWaiting],
  );

  const done = useCallback(() => {
    stopWaiting();
    setSafe(false);
    next(discard);
  }, [discard, next, stopWaiting]);

  // Whoever leaves in the middle of a word leaves nothing behind
  useEffect(() => () => waiting.current?.run(), []);

  return { place, safe, keep, takeUp, done };
}

function placeOf({ id, version }: KeptDraft): Place {
  return { id, version };
}

function send(draft: Draft, from: Place | null): Promise<KeptDraft> {
  return answered(
    api.PUT('/api/v1/drafts/{id}', {
      params: {
        path: { id: from?.id ?? crypto.randomUUID() },
        header: from === null ? {} : { 'If-Match': `"${from.version}"` },
      },
      body: draft,
    }),
  );
}
