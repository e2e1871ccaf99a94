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

const kept = { folder: 'Reading', note: 'For Monday', savedAt: '2026-11-23T12:00:00Z' };

test('one press saves, and where and why is said afterwards', async () => {
  const sent = fakeServer(({ method, path }) => {
    if (path.endsWith('/folders')) return { body: { items: [{ folder: 'Reading', posts: 2 }] } };
    if (path.endsWith('/saved') && method === 'PUT') return { body: { ...kept, folder: null, note: null } };
    return { body: { items: [aPost('a')], next: null } };
  });
  await show(<Home />);
  await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
  expect(screen.getByRole('button', { name: 'Saved' }).getAttribute('aria-pressed')).toBe('true');
  await userEvent.click(await screen.findByRole('button', { name: 'Folder and note' }));
  await userEvent.type(await screen.findByRole('combobox', { name: /^Folder/ }), 'Reading');
  await userEvent.type(screen.getByRole('textbox', { name: /^Note/ }), 'For Monday');
  await userEvent.click(screen.getByRole('button', { name: 'Keep it so' }));
  await waitFor(() => expect(sent.filter(({ method }) => method === 'PUT').at(-1)?.body).toEqual({ folder: 'Reading', note: 'For Monday' }));
});

test('what is let go comes back as it was', async () => {
  const before = aPost('a', { mine: { reactions: [], saved: true, muted: false, followed: false } });
  const sent = fakeServer(({ method, path }) => {
    if (path.endsWith('/saved')) return method === 'DELETE' ? { status: 204 } : { body: kept };
    return { body: { items: [before], next: null } };
  });
  await show(<Home />);
  await userEvent.click(await screen.findByRole('button', { name: 'Saved' }));
  await screen.findByRole('button', { name: 'Save' });
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByRole('button', { name: 'Saved' });
  expect(sent.at(-1)).toMatchObject({ method: 'PUT', body: { folder: 'Reading', note: 'For Monday' } });
});

test('what was not saved does not look saved', async () => {
  fakeServer(({ method, path }) => {
    if (method === 'PUT') return { status: 503, body: { title: 'Not now' } };
    return { body: path.includes('/posts/') ? aPost('a') : { items: [aPost('a')], next: null } };
  });
  await show(<Home />);
  await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
  await screen.findByText('It could not be saved.');
  expect(await screen.findByRole('button', { name: 'Save' })).toBeTruthy();
});
