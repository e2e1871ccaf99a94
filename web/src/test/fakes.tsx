import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import type { Me, Person, Post } from '../lib/api/types';
import { createQueryClient } from '../lib/queryClient';
import { keys } from '../lib/queryKeys';

export const ada: Person = {
  id: 'ada',
  userName: 'ada',
  displayName: 'Ada Lindqvist',
  avatar: null,
  department: 'Integration',
  headline: null,
  location: null,
  timeZone: 'Europe/Vienna',
  languages: [],
  skills: [],
  interests: [],
  askMeAbout: null,
  learning: null,
  purpose: null,
  active: true,
  followers: 2,
  following: 3,
  mine: { followed: false, muted: false },
};

export const bo: Person = { ...ada, id: 'bo', userName: 'bo', displayName: 'Bo Nakamura' };

export function aPost(id: string, changes: Partial<Post> = {}): Post {
  return {
    id,
    kind: 'plain',
    author: bo,
    body: `Text of ${id}`,
    bodyHtml: `<p>Text of ${id}</p>`,
    doing: null,
    doingHtml: null,
    learned: null,
    learnedHtml: null,
    need: null,
    needHtml: null,
    audience: { type: 'everyone' },
    community: null,
    inReplyTo: null,
    rootId: id,
    createdAt: '2026-11-23T12:00:00Z',
    editedAt: null,
    version: 1,
    tags: [],
    mentions: [],
    attachments: [],
    preview: null,
    waitingSince: null,
    commentCount: 0,
    reactions: {},
    thanks: {},
    mine: { reactions: [], saved: false, muted: false, followed: false },
    answer: null,
    shared: null,
    ...changes,
  };
}

export interface Sent {
  method: string;
  path: string;
  headers: Headers;
  body: unknown;
}

/** A body of null is none at all. */
type Reply = { status?: number; body?: unknown } | 'unreachable';

/** Stands in for the network: answers by method and path, and remembers what was asked. */
export function fakeServer(answer: (request: Sent) => Reply): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (input: Request) => {
    const text = await input.text();
    const url = new URL(input.url);
    const request: Sent = {
      method: input.method,
      path: url.pathname + url.search,
      headers: input.headers,
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
    };
    sent.push(request);
    const reply = answer(request);
    if (reply === 'unreachable') throw new TypeError('Failed to fetch');
    const status = reply.status ?? 200;
    return new Response(status === 204 || reply.body === null ? null : JSON.stringify(reply.body ?? {}), {
      status,
      headers: { 'content-type': status >= 400 ? 'application/problem+json' : 'application/json' },
    });
  });
  return sent;
}

/** Draws something as Ada, inside everything that the UI stands in. */
export async function show(children: ReactNode) {
  const client = createQueryClient();
  client.setDefaultOptions({ queries: { retry: false, staleTime: Infinity } });
  const me: Me = { person: ada, roles: ['employee'], unread: { notifications: 0 } };
  client.setQueryData(keys.me, me);
  const router = createRouter({
    routeTree: createRootRoute({ component: () => children }),
    history: createMemoryHistory(),
  });
  await router.load();
  const view = render(
    <MantineProvider env="test" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...view, client };
}
