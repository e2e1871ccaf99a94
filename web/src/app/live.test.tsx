import { act, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Feed } from '../features/posts/Feed';
import { Thread } from '../features/posts/Thread';
import { useHomeFeed } from '../features/posts/useHomeFeed';
import { comeBack, goneByNow } from '../lib/live/gone';
import { keys } from '../lib/queryKeys';
import { aPost, fakeServer, show } from '../test/fakes';
import { useLive } from './live';

class FakeSource extends EventTarget {
  readyState = 1;
  close = vi.fn();
}

function listen(): FakeSource {
  comeBack(...goneByNow());
  const source = new FakeSource();
  vi.stubGlobal(
    'EventSource',
    Object.assign(function () {
      return source;
    }, { CLOSED: 2 }),
  );
  return source;
}

const tell = (source: FakeSource, name: string, data: object) =>
  act(() => void source.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) })));

function Home() {
  useLive();
  return <Feed label="Newest posts" query={useHomeFeed('everything')} queryKey={keys.feeds.home('everything')} empty={<p>Nothing</p>} />;
}

function Talk() {
  useLive();
  const root = aPost('a', { commentCount: 1 });
  return <Thread root={root} />;
}

test('a post that goes leaves the feed that shows it, and comes back in its place', async () => {
  const source = listen();
  fakeServer(({ path }) => ({ body: path.includes('/unread') ? { notifications: 0 } : { items: [aPost('a'), aPost('b')], next: null } }));
  await show(<Home />);
  await screen.findByText('Text of a');
  tell(source, 'removed', { id: 'a', rootId: 'a' });
  expect(screen.queryByText('Text of a')).toBeNull();
  expect(screen.getByText('Text of b')).toBeTruthy();
  tell(source, 'restored', { id: 'a', rootId: 'a' });
  expect(screen.getAllByText(/^Text of/).map(({ textContent }) => textContent)).toEqual(['Text of a', 'Text of b']);
});

test('what came back while nothing was heard is shown once the lists are read again', async () => {
  const source = listen();
  fakeServer(({ path }) => ({ body: path.includes('/unread') ? { notifications: 0 } : { items: [aPost('a')], next: null } }));
  await show(<Home />);
  await screen.findByText('Text of a');
  tell(source, 'removed', { id: 'a', rootId: 'a' });
  expect(await screen.findByText('Nothing')).toBeTruthy();
  tell(source, 'reset', {});
  expect(await screen.findByText('Text of a')).toBeTruthy();
});

test('a comment that goes leaves its thread and the count of it, once', async () => {
  const source = listen();
  const comment = aPost('c', { kind: 'comment', inReplyTo: 'a', rootId: 'a' });
  fakeServer(({ path }) => ({ body: path.includes('/comments') ? { items: [comment], next: null } : { notifications: 0 } }));
  const { client } = await show(<Talk />);
  await screen.findByText('Text of c');
  client.setQueryData(keys.posts.one('a'), aPost('a', { commentCount: 1 }));
  const counted = () => client.getQueryData<{ commentCount: number }>(keys.posts.one('a'))?.commentCount;
  tell(source, 'removed', { id: 'c', rootId: 'a' });
  tell(source, 'removed', { id: 'c', rootId: 'a' });
  expect(screen.queryByText('Text of c')).toBeNull();
  expect(counted()).toBe(0);
  tell(source, 'restored', { id: 'c', rootId: 'a' });
  await waitFor(() => expect(screen.getByText('Text of c')).toBeTruthy());
  expect(counted()).toBe(1);
});
