import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { aPost, bo, fakeServer, show } from '../../test/fakes';
import { Bell } from './Bell';
import { Notifications } from './Notifications';

const item = {
  id: 'n',
  reason: { kind: 'my-thread', count: 3, because: null as object | null },
  unread: true,
  at: '2026-11-23T12:00:00Z',
  people: 3,
  actors: [bo],
  post: aPost('a'),
  latest: aPost('c', { kind: 'comment', inReplyTo: 'a', rootId: 'a' }),
  thanks: [],
};

test('a row says why, who and what, and is seen with all the others', async () => {
  const sent = fakeServer(({ method }) => (method === 'GET' ? { body: { items: [item], next: null } } : { body: { notifications: 0 } }));
  await show(<Notifications />);
  expect(await screen.findByText(/3 replies to you/)).toBeTruthy();
  expect(screen.getByText('and 2 others')).toBeTruthy();
  expect(screen.getByText('Text of c')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Seen all' }));
  await waitFor(() => expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ until: item.at }));
});

test('a thread is muted on its row, which can be undone', async () => {
  const sent = fakeServer(({ method }) => (method === 'GET' ? { body: { items: [item], next: null } } : { status: 204 }));
  await show(<Notifications />);
  await userEvent.click(await screen.findByRole('button', { name: 'Hear no more of Text of a' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => {
    const acts = sent.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
    expect(acts).toEqual(['PUT /api/v1/posts/a/mute', 'DELETE /api/v1/posts/a/mute']);
  });
});

test('an ask that waits says why the reader could help', async () => {
  const ask = { ...item, reason: { kind: 'ask', count: 1, because: { kind: 'skill', words: 'Kafka', count: 1 } }, latest: null };
  fakeServer(() => ({ body: { items: [ask], next: null } }));
  await show(<Notifications />);
  expect(await screen.findByText('You know Kafka.')).toBeTruthy();
  expect(screen.getByText(/Nobody has replied yet, and you could help/)).toBeTruthy();
});

test('a decision leads to what was hidden and names nobody', async () => {
  const decision = { ...item, reason: { kind: 'hidden', count: 1, because: null }, people: 0, actors: [], post: null, latest: null };
  fakeServer(() => ({ body: { items: [decision], next: null } }));
  await show(<Notifications />);
  expect(await screen.findByText(/Moderators hid something that you wrote/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Why, and what you can do' }).getAttribute('href')).toBe('/hidden');
  expect(screen.queryByRole('button', { name: /Hear no more/ })).toBeNull();
});

test('the bell says how much is new', async () => {
  fakeServer(() => ({ body: { notifications: 4 } }));
  await show(<Bell />);
  expect(await screen.findByRole('link', { name: 'Notifications, 4 new' })).toBeTruthy();
});
