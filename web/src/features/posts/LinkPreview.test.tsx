import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Toasts } from '../../components/Toasts';
import { keys } from '../../lib/queryKeys';
import { ada, aPost, fakeServer, show } from '../../test/fakes';
import { Feed } from './Feed';
import { useHomeFeed } from './useHomeFeed';

const preview = { url: 'https://wiki.example/a', title: 'A <b>title</b>', description: 'In short', site: 'Wiki' };

function Home() {
  const query = useHomeFeed('everything');
  return (
    <>
      <Feed label="Newest posts" query={query} queryKey={keys.feeds.home('everything')} empty={<p>Nothing</p>} />
      <Toasts />
    </>
  );
}

test('a linked page stands below the words as it says of itself, as plain text', async () => {
  fakeServer(() => ({ body: { items: [aPost('a', { preview })], next: null } }));
  await show(<Home />);
  const card = await screen.findByRole('link', { name: /A <b>title<\/b>.*In short.*Wiki/ });
  expect(card.getAttribute('href')).toBe('https://wiki.example/a');
  expect(card.getAttribute('rel')).toContain('noopener');
});

test('a post that is a link is shown once, with its host until the page was asked', async () => {
  const bodyHtml = '<p>Read.</p><p><a href="https://wiki.example/a">https://wiki.example/a</a></p>';
  fakeServer(() => ({
    body: { items: [aPost('asked', { kind: 'link', bodyHtml, preview }), aPost('waits', { kind: 'link', bodyHtml })], next: null },
  }));
  await show(<Home />);
  expect(await screen.findAllByRole('link', { name: /A <b>title/ })).toHaveLength(1);
  expect(screen.getByRole('link', { name: /wiki\.example.*\/a/ })).toBeTruthy();
});

test('its author takes it off, and it is back when that did not work', async () => {
  let refuses = false;
  fakeServer(({ method }) =>
    method === 'GET' ? { body: { items: [aPost('a', { author: ada, preview })], next: null } } : { status: refuses ? 503 : 204, body: refuses ? {} : null },
  );
  await show(<Home />);
  refuses = true;
  await remove();
  await screen.findByText('It could not be taken off and is shown as before.');
  expect(screen.getByRole('link', { name: /In short/ })).toBeTruthy();
  refuses = false;
  await remove();
  await waitFor(() => expect(screen.queryByRole('link', { name: /In short/ })).toBeNull());
});

async function remove() {
  await userEvent.click(await screen.findByRole('button', { name: 'More for this post' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Take off the preview' }));
}
