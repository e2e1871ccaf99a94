import { useCallback, useEffect, useState } from 'react';
import { type Finding, findingsOf } from '../../lib/api/guard';
import { isPassing } from '../../lib/api/problem';
import type { Post, PublishPost } from '../../lib/api/types';
import { useIdempotencyKey } from '../../lib/useIdempotencyKey';
import { usePublishPost } from './usePublishPost';

const waits = [8, 16, 32];

export interface Posting {
  post: (content: PublishPost, acknowledged?: readonly string[]) => void;
  busy: boolean;
  error: unknown;
  /** What the guard found in what was sent last. */
  findings: Finding[];
  /** Seconds until the next try by itself, null when there will be none. */
  retryIn: number | null;
  forgetError: () => void;
}

/**
 * Publishes, and when nobody answers tries again by itself, a few times and ever later, with the same idempotency key:
 * however often it is sent, it is posted once.
 */
export function usePosting(onPosted: (post: Post | undefined) => void): Posting {
  const keyFor = useIdempotencyKey();
  const { mutate, isPending, error, reset, variables } = usePublishPost();
  const [waiting, setWaiting] = useState<{ content: PublishPost; acknowledged: readonly string[]; tries: number; seconds: number } | null>(null);

  const send = useCallback(
    (content: PublishPost, acknowledged: readonly string[], tries: number) => {
      setWaiting(null);
      mutate(
        { post: content, idempotencyKey: keyFor(content), acknowledged },
        {
          onSuccess: onPosted,
          onError: (failure) => {
            const seconds = waits[tries];
            if (isPassing(failure) && seconds !== undefined) setWaiting({ content, acknowledged, tries, seconds });
          },
        },
      );
    },
    [mutate, keyFor, onPosted],
  );

  useEffect(() => {
    if (waiting === null) return undefined;
    const timer = setTimeout(() => {
      if (waiting.seconds > 1) setWaiting({ ...waiting, seconds: waiting.seconds - 1 });
      else send(waiting.content, waiting.acknowledged, waiting.tries + 1);
    }, 1_000);
    return () => clearTimeout(timer);
  }, [waiting, send]);

  return {
    post: (content, acknowledged = []) => {
      if (!isPending) send(content, acknowledged, 0);
    },
    busy: isPending,
    error,
    findings: findingsOf(error, variables?.post ?? {}),
    retryIn: waiting?.seconds ?? null,
    forgetError: () => {
      setWaiting(null);
      reset();
    },
  };
}
