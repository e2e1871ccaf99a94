import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { Toasts } from '../../components/Toasts';
import { keys } from '../../lib/queryKeys';
import type { Post } from '../../lib/api/types';
import { ada, aPost, fakeServer, show } from '../../test/fakes';
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

const mine = aPost('a', { author: ada, version: 4 });
const feed = (...items: Post[]) => ({ body: { items, next: null } });

async function choose(item: string) {
  await userEvent.click(await screen.findByRole('button', { name: 'More for this post' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: item }));
}

/** A field holds its words as text, too: the post says them only when the form is gone. */
async function saved(words: string) {
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Text' })).toBeNull());
  await screen.findByText(words);
}

beforeEach(() => localStorage.clear());

test('a post is edited in its place, from the version that was read', async () => {
  const sent = fakeServer(({ method }) =>
    method === 'PATCH' ? { body: { ...mine, version: 5, body: 'Better', bodyHtml: '<p>Better</p>', editedAt: '2026-11-23T13:00:00Z' } } : feed(mine),
  );
  await show(<Home />);
  await choose('Edit');
  const field = screen.getByRole('textbox', { name: 'Text' });
  await userEvent.clear(field);
  await userEvent.type(field, 'Better');
  await userEvent.click(screen.getByRole('button', { name: 'Save changes' }));
  await saved('Better');
  const patch = sent.find(({ method }) => method === 'PATCH');
  expect(patch?.headers.get('If-Match')).toBe('"4"');
  expect(patch?.body).toEqual({ body: 'Better' });
  expect(screen.getByRole('button', { name: 'edited' })).toBeTruthy();
});

test('words that others overtook are kept and saved over theirs only when asked', async () => {
  let version = 9;
  const sent = fakeServer(({ method, path, headers }) => {
    if (method === 'PATCH') {
      return headers.get('If-Match') === `"${version}"`
        ? { body: { ...mine, version: ++version, body: 'Mine', bodyHtml: '<p>Mine</p>' } }
        : { status: 412, body: { title: 'Stale', status: 412 } };
    }
    return path.includes('/posts/a') ? { body: { ...mine, version } } : feed(mine);
  });
  await show(<Home />);
  await choose('Edit');
  const field = screen.getByRole('textbox', { name: 'Text' });
  await userEvent.clear(field);
  await userEvent.type(field, 'Mine');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await userEvent.click(await screen.findByRole('button', { name: 'Save mine all the same' }));
  await saved('Mine');
  expect(sent.filter(({ method }) => method === 'PATCH')).toHaveLength(2);
});

test('what was written is still there when the form is opened again', async () => {
  fakeServer(() => feed(mine));
  const first = await show(<Home />);
  await choose('Edit');
  await userEvent.type(screen.getByRole('textbox', { name: 'Text' }), ', and more');
  first.unmount();
  await show(<Home />);
  await choose('Edit');
  expect((screen.getByRole('textbox', { name: 'Text' }) as HTMLTextAreaElement).value).toBe('Text of a, and more');
});

test('a deleted post is gone at once and comes back with undo', async () => {
  const sent = fakeServer(({ method }) => (method === 'DELETE' ? { status: 204 } : method === 'POST' ? { body: mine } : feed(mine)));
  await show(<Home />);
  await choose('Delete');
  expect(screen.queryByText('Text of a')).toBeNull();
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText('Text of a');
  expect(sent.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)).toEqual([
    'DELETE /api/v1/posts/a',
    'POST /api/v1/posts/a/restore',
  ]);
});

test('what could not be deleted is back in its place', async () => {
  fakeServer(({ method }) => (method === 'DELETE' ? { status: 503, body: { title: 'Not now' } } : feed(mine)));
  await show(<Home />);
  await choose('Delete');
  await waitFor(() => expect(screen.getByText('Text of a')).toBeTruthy());
});

test('the word edited opens what was said before, with what changed', async () => {
  const edited = aPost('a', { editedAt: '2026-11-23T13:00:00Z' });
  const edition = { version: 1, doing: null, learned: null, need: null, writtenAt: '2026-11-23T12:00:00Z' };
  fakeServer(({ path }) =>
    path.includes('/history')
      ? { body: { items: [{ ...edition, version: 2, body: 'Two words' }, { ...edition, body: 'One word' }], next: null } }
      : feed(edited),
  );
  await show(<Home />);
  await userEvent.click(await screen.findByRole('button', { name: 'edited' }));
  await screen.findByText('One word');
  expect([...document.querySelectorAll('ins')].map(({ textContent }) => textContent)).toEqual(['added: Two', 'added: words']);
  expect([...document.querySelectorAll('del')].map(({ textContent }) => textContent)).toEqual(['removed: One', 'removed: word']);
});
