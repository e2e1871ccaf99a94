import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeServer } from '../../test/fakes';
import { deleteSoon, keepAfterAll } from './deletion';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const outcome = () => ({ deleted: vi.fn(), failed: vi.fn() });

test('nothing is deleted before ten seconds are over', async () => {
  const sent = fakeServer(() => ({ status: 204 }));
  deleteSoon('a', outcome());
  await vi.advanceTimersByTimeAsync(9_900);
  expect(sent).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(200);
  expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual(['DELETE /api/v1/posts/a']);
});

test('a post that is kept after all is never deleted', async () => {
  const sent = fakeServer(() => ({ status: 204 }));
  deleteSoon('b', outcome());
  keepAfterAll('b');
  await vi.advanceTimersByTimeAsync(20_000);
  expect(sent).toHaveLength(0);
});

test('leaving the page does not undo the deletion', async () => {
  const sent = fakeServer(() => ({ status: 204 }));
  deleteSoon('c', outcome());
  window.dispatchEvent(new Event('pagehide'));
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(sent).toHaveLength(1);
});
