import type { PlaceEvent, Post, ReactionEvent } from '../api/types';

export interface StreamHandlers {
  post(post: Post): void;
  comment(comment: Post): void;
  /** A post or comment says something else now, or is back. */
  edit(post: Post): void;
  reaction(event: ReactionEvent): void;
  /** A post, with its thread, or a comment is gone. */
  removed(event: PlaceEvent): void;
  /** It is back. */
  restored(event: PlaceEvent): void;
  /** Something concerns the reader; the number of what they have not seen. */
  notification(event: { reason: string; unread: number }): void;
  /** Something may have been missed: read the lists again. */
  reset(): void;
}

const longestWait = 30_000;

/**
 * Keeps one event stream open until the returned function is called. The browser resumes a broken stream itself, with
 * `Last-Event-ID`; one that it gives up is opened again after 1, 2, 4 … 30 seconds. A stream that starts anew counts as
 * a reset, the first one too: what was read while it opened may already be old.
 */
export function openStream(handlers: StreamHandlers, open = (url: string) => new EventSource(url)): () => void {
  let source: EventSource;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const read = <Data>(event: MessageEvent<string>, handle: (data: Data) => void) => handle(JSON.parse(event.data) as Data);

  function connect() {
    source = open('/api/v1/stream');
    source.addEventListener('open', () => handlers.reset(), { once: true });
    source.addEventListener('open', () => {
      failures = 0;
    });
    source.addEventListener('post', (event) => read<Post>(event, handlers.post));
    source.addEventListener('comment', (event) => read<Post>(event, handlers.comment));
    source.addEventListener('edit', (event) => read<Post>(event, handlers.edit));
    source.addEventListener('reaction', (event) => read<ReactionEvent>(event, handlers.reaction));
    source.addEventListener('removed', (event) => read<PlaceEvent>(event, handlers.removed));
    source.addEventListener('restored', (event) => read<PlaceEvent>(event, handlers.restored));
    source.addEventListener('notification', (event) => read<{ reason: string; unread: number }>(event, handlers.notification));
    source.addEventListener('reset', () => handlers.reset());
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED) return;
      failures += 1;
      timer = setTimeout(connect, Math.min(1_000 * 2 ** (failures - 1), longestWait) * (0.75 + Math.random() / 2));
    });
  }

  connect();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
