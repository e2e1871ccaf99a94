import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { addFresh, dropFresh } from '../../lib/live/fresh';
import { keys } from '../../lib/queryKeys';
import { ada, aPost, fakeServer, show } from '../../test/fakes';
import { Feed } from './Feed';
import { useHomeFeed } from './useHomeFeed';

function Home() {
  const query = useHomeFeed('everything');
  return (
    <Feed label="Newest posts" query={query} queryKey={keys.feeds.home('everything')} accepts={() => true} empty={<p>Nothing</p>} />
  );
}

const page = (...ids: string[]) => ids.map((id) => aPost(id));

test('an item that two pages share is shown once', async () => {
  fakeServer(({ path }) => ({
    body: path.includes('cursor=c1') ? { items: page('b', 'c'), next: null } : { items: page('a', 'b'), next: 'c1' },
  }));
  await show(<Home />);
  await userEvent.click(await screen.findByRole('button', { name: 'Show older posts' }));
  await screen.findByText('Text of c');
  expect(screen.getAllByRole('article')).toHaveLength(3);
});

test('new posts wait in the bar and come in when asked for', async () => {
  fakeServer(() => ({ body: { items: page('a'), next: null } }));
  await show(<Home />);
  await screen.findByText('Text of a');
  act(() => addFresh(aPost('new', { createdAt: '2026-11-23T13:00:00Z' })));
  expect(screen.queryByText('Text of new')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show 1 new post' }));
  expect(screen.getAllByRole('article').map((article) => within(article).getByText(/^Text of/).textContent)).toEqual([
    'Text of new',
    'Text of a',
  ]);
  dropFresh(new Set(['new']));
});

test('thanks are seen at once and taken back exactly when they do not arrive', async () => {
  const before = aPost('a', { reactions: { helped: 2, taught: 1 }, thanks: { helped: [{ ...ada, id: 'eve', displayName: 'Eve' }] } });
  let refuse = () => {};
  const refused = new Promise<void>((resolve) => (refuse = resolve));
  fakeServer(({ method }) => (method === 'PUT' ? { status: 503, body: { type: '/problems/x', title: 'Not now', status: 503 } } : { body: { items: [before], next: null } }));
  const network = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    if ((input as Request).method === 'PUT') await refused;
    return network(input, init);
  };
  const { client } = await show(<Home />);
  await userEvent.click(await screen.findByRole('button', { name: 'Thank' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Helped me' }));
  expect(screen.getByText('Helped you and 2 others')).toBeTruthy();
  refuse();
  await waitFor(() => expect(screen.getByText('Helped Eve and 1 other')).toBeTruthy());
  const data = client.getQueryData<{ pages: { items: unknown[] }[] }>(keys.feeds.home('everything'));
  expect(data?.pages[0]?.items[0]).toEqual(before);
});

test('a note of thanks that may be confidential is kept, and sent when it is harmless', async () => {
  const place = { rule: 'r1', name: 'Patient number', from: 0, to: 3 };
  const errors = [{ field: 'body', code: 'warned', detail: 'Leave it out.', place }];
  const refused = { status: 422, body: { type: '/problems/confidential', title: 'Confidential', status: 422, errors } };
  const sent = fakeServer(({ method, path }) =>
    method === 'PUT' && !path.endsWith('?acknowledge=r1') ? refused : { body: { items: [aPost('a')], next: null } },
  );
  await show(<Home />);
  await userEvent.click(await screen.findByRole('button', { name: 'Thank' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'I tried it' }));
  await userEvent.type(screen.getByLabelText(/^How did it go/), 'P12 is better{Enter}');
  await userEvent.click(await screen.findByRole('button', { name: 'It is not one' }));
  await waitFor(() => expect(sent.filter(({ path }) => path.endsWith('/reactions/tried?acknowledge=r1'))[0]?.body).toEqual({ note: 'P12 is better' }));
});

test('what did not arrive can be asked for again', async () => {
  let works = false;
  fakeServer(() => (works ? { body: { items: page('a'), next: null } } : { status: 500, body: { title: 'Broken' } }));
  await show(<Home />);
  await screen.findByText('The posts did not arrive.');
  works = true;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Text of a');
});

test('articles say their place and whose they are', async () => {
  fakeServer(() => ({ body: { items: page('a', 'b'), next: null } }));
  await show(<Home />);
  const second = await screen.findByRole('article', { name: 'Bo Nakamura: Text of b' });
  expect(second.getAttribute('aria-posinset')).toBe('2');
  expect(second.getAttribute('aria-setsize')).toBe('-1');
});
