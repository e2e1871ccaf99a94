import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { aPost, fakeServer, show } from '../../test/fakes';
import { Threads } from './Threads';

const until = '2026-11-23T12:00:00Z';
const news = {
  since: '2026-11-20T12:00:00Z',
  until,
  more: false,
  items: [
    { post: aPost('a'), reason: { kind: 'mention', count: 1 }, latest: null },
    { post: aPost('b'), reason: { kind: 'thread', count: 3 }, latest: aPost('c', { kind: 'comment', inReplyTo: 'b', rootId: 'b' }) },
  ],
};

test('each thread says why it is there, and with E one comes to the end', async () => {
  const sent = fakeServer(({ method }) => (method === 'GET' ? { body: news } : { status: 204 }));
  await show(<Threads />);
  const first = await screen.findByRole('article', { name: /Text of a/ });
  expect(screen.getByText('You are named')).toBeTruthy();
  expect(screen.getByText('3 new replies where you take part')).toBeTruthy();
  first.focus();
  await userEvent.keyboard('e');
  await waitFor(() => expect(screen.queryByRole('article', { name: /Text of a/ })).toBeNull());
  await userEvent.click(screen.getByRole('button', { name: 'Done with Text of b' }));
  expect(await screen.findByText('That is all.')).toBeTruthy();
  const puts = sent.filter(({ method }) => method === 'PUT');
  expect(puts.map(({ path }) => path)).toEqual(['/api/v1/catch-up/a', '/api/v1/catch-up']);
  expect(puts[0]?.body).toEqual({ until });
});

test('a thread that could not be kept as done comes back', async () => {
  fakeServer(({ method }) => (method === 'GET' ? { body: news } : { status: 400 }));
  await show(<Threads />);
  await userEvent.click(await screen.findByRole('button', { name: 'Done with Text of a' }));
  expect(await screen.findByRole('article', { name: /Text of a/ })).toBeTruthy();
});
