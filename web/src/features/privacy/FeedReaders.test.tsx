import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeServer, show } from '../../test/fakes';
import { FeedReaders } from './FeedReaders';

const none = { createdAt: null, usedAt: null, base: null };
const some = { createdAt: '2026-11-23T12:00:00Z', usedAt: null, base: null };

test('a new address is shown once, to be copied, and can be taken back', async () => {
  const sent = fakeServer(({ method }) => {
    if (method === 'PUT') return { body: { ...some, base: 'https://here/feeds/private/secret' } };
    return method === 'DELETE' ? { status: 204 } : { body: none };
  });
  await show(<FeedReaders />);
  await userEvent.click(await screen.findByRole('button', { name: 'Make an address' }));
  expect(await screen.findByText('https://here/feeds/private/secret/home.atom')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Take it back' }));
  expect(await screen.findByText('The address leads nowhere now.')).toBeTruthy();
  expect(screen.queryByText(/secret/)).toBeNull();
  expect(sent.map(({ method }) => method)).toEqual(['GET', 'PUT', 'DELETE']);
});

test('whoever has an address is asked before it is replaced', async () => {
  const sent = fakeServer(() => ({ body: some }));
  await show(<FeedReaders />);
  await userEvent.click(await screen.findByRole('button', { name: 'Make a new address' }));
  expect(sent.filter(({ method }) => method === 'PUT')).toEqual([]);
  await userEvent.click(await screen.findByRole('button', { name: 'Replace it' }));
  expect(sent.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});
