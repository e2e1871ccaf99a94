import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStream } from './stream';

class FakeSource extends EventTarget {
  readyState = 0;
  close = vi.fn();
}

const handlers = () => ({ post: vi.fn(), comment: vi.fn(), edit: vi.fn(), reaction: vi.fn(), removed: vi.fn(), restored: vi.fn(), notification: vi.fn(), reset: vi.fn() });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', { CLOSED: 2 });
});
afterEach(() => void vi.useRealTimers());

test('a stream that the browser gave up is opened again, ever later, and then counts as a reset', async () => {
  const opened: FakeSource[] = [];
  const told = handlers();
  const stop = openStream(told, () => {
    const source = new FakeSource();
    opened.push(source);
    return source as unknown as EventSource;
  });
  const breakDown = () => {
    const source = opened.at(-1);
    if (source === undefined) throw new Error('nothing open');
    source.readyState = 2;
    source.dispatchEvent(new Event('error'));
  };
  breakDown();
  await vi.advanceTimersByTimeAsync(1_300);
  expect(opened).toHaveLength(2);
  breakDown();
  await vi.advanceTimersByTimeAsync(1_300);
  expect(opened).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1_300);
  expect(opened).toHaveLength(3);
  opened[2]?.dispatchEvent(new Event('open'));
  expect(told.reset).toHaveBeenCalledOnce();
  stop();
});

test('a stream that starts anew counts as a reset, one that the browser resumes does not', () => {
  const source = new FakeSource();
  const told = handlers();
  const stop = openStream(told, () => source as unknown as EventSource);
  source.dispatchEvent(new Event('open'));
  expect(told.reset).toHaveBeenCalledOnce();
  source.dispatchEvent(new Event('error'));
  source.dispatchEvent(new Event('open'));
  expect(told.reset).toHaveBeenCalledOnce();
  stop();
});

test('a stream that the browser mends itself is left alone', async () => {
  const open = vi.fn(() => new FakeSource() as unknown as EventSource);
  const told = handlers();
  const stop = openStream(told, open);
  (open.mock.results[0]?.value as FakeSource).dispatchEvent(new Event('error'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(open).toHaveBeenCalledOnce();
  stop();
});
