import { useCallback, useState } from 'react';
import { answered, api } from '../../lib/api/client';
import { detailOf } from '../../lib/api/problem';
import type { Attachment } from '../../lib/api/types';

/** What was chosen for a post, while it is sent and then. */
export interface Chosen {
  key: string;
  name: string;
  /** Null while it is on its way. */
  sent: Attachment | null;
  failure: string | null;
  description: string;
}

export interface Attachments {
  chosen: readonly Chosen[];
  /** Some are still on their way. */
  busy: boolean;
  add: (files: readonly File[]) => void;
  describe: (key: string, description: string) => void;
  remove: (key: string) => void;
  /** What the post is sent with. */
  named: () => { id: string; description: string | null }[];
  /** They belong to a post now. */
  forget: () => void;
}

const most = 10;

/** Sends pictures and files as soon as they are chosen, so that posting does not wait for them. */
export function useAttachments(failed: string): Attachments {
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);

  const change = useCallback((key: string, part: Partial<Chosen>) => {
    setChosen((all) => all.map((each) => (each.key === key ? { ...each, ...part } : each)));
  }, []);

  async function send(key: string, file: File) {
    try {
      const sent = await answered(
        api.POST('/api/v1/attachments', {
          params: { query: { name: file.name } },
          headers: { 'Content-Type': 'application/octet-stream' },
          // The document describes bytes as a string; they are sent as they are
          body: file as unknown as string,
          bodySerializer: (body: unknown) => body as BodyInit,
        }),
      );
      change(key, { sent });
    } catch (error) {
      change(key, { failure: detailOf(error) ?? failed });
    }
  }

  function add(files: readonly File[]) {
    const fresh = files.slice(0, most - chosen.length).map((file) => ({ file, key: crypto.randomUUID() }));
    setChosen([...chosen, ...fresh.map(({ file, key }) => ({ key, name: file.name, sent: null, failure: null, description: '' }))]);
    fresh.forEach(({ file, key }) => void send(key, file));
  }

  function remove(key: string) {
    const gone = chosen.find((each) => each.key === key);
    setChosen(chosen.filter((each) => each.key !== key));
    // What is not taken back goes by itself after a day
    if (gone?.sent) void api.DELETE('/api/v1/attachments/{id}', { params: { path: { id: gone.sent.id } } });
  }

  const forget = useCallback(() => setChosen([]), []);

  return {
    chosen,
    busy: chosen.some(({ sent, failure }) => sent === null && failure === null),
    add,
    describe: (key, description) => change(key, { description }),
    remove,
    named: () => chosen.flatMap(({ sent, description }) => (sent === null ? [] : [{ id: sent.id, description: description.trim() || null }])),
    forget,
  };
}
