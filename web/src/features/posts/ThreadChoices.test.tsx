import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Toasts } from '../../components/Toasts';
import { keys } from '../../lib/queryKeys';
import { aPost, fakeServer, show } from '../../test/fakes';
import { Feed } from './Feed';
import { useHomeFeed } from './useHomeFeed';

function Home() {
  const query = useHomeFeed('everything');
  return (
    <>
      <Feed label="Newest posts" query={query} queryKey={keys.feeds.home('everything')} empty={<p>Nothing</p>} />
      <Toasts />
    </>
  );
}

async function choose(name: string) {
  await userEvent.click(await screen.findByRole('button', { name: 'More for this post' }));
  await userEvent.click(await screen.findByRole('menuitem', { name }));
}

test('a thread is followed, muted in the place of that, and heard of again', async () => {
  const sent = fakeServer(({ method }) => (method === 'GET' ? { body: { items: [aPost('a')], next: null } } : { status: 204 }));
  await show(<Home />);
  await choose('Hear of every reply');
  await screen.findByText('You hear of every reply in this thread.');
  await choose('Hear no more of this thread');
  await screen.findByText('You hear no more of this thread.');
  await choose('Hear of this thread again');
  await waitFor(() =>
    expect(sent.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PUT /api/v1/posts/a/follow',
      'PUT /api/v1/posts/a/mute',
      'DELETE /api/v1/posts/a/mute',
    ]),
  );
});

test('what was not chosen does not look chosen', async () => {
  fakeServer(({ method }) => (method === 'GET' ? { body: { items: [aPost('a')], next: null } } : { status: 503, body: { title: 'Not now' } }));
  await show(<Home />);
  await choose('Hear no more of this thread');
  await screen.findByText('That did not work. You hear of this thread as before.');
  await userEvent.click(screen.getByRole('button', { name: 'More for this post' }));
  expect(await screen.findByRole('menuitem', { name: 'Hear no more of this thread' })).toBeTruthy();
});
