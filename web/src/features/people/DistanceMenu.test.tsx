import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { bo, fakeServer, show } from '../../test/fakes';
import { DistanceLists } from './DistanceLists';
import { DistanceMenu } from './DistanceMenu';

test('a block says what it does and happens only when that is confirmed', async () => {
  const sent = fakeServer(() => ({ body: {} }));
  await show(<DistanceMenu person={bo} />);
  await userEvent.click(screen.getByRole('button', { name: 'Mute or block Bo Nakamura' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Block' }));
  expect(await screen.findByText('Nobody is told.')).toBeTruthy();
  expect(sent).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Block' }));
  await waitFor(() => expect(sent.map(({ method, path }) => `${method} ${path}`)).toContain('PUT /api/v1/people/bo/block'));
});

test('whom one muted is let back in from the list', async () => {
  const sent = fakeServer(({ path }) => ({
    body: path.startsWith('/api/v1/me/mutes') ? { items: [bo], next: null } : { items: [], next: null },
  }));
  await show(<DistanceLists />);
  await userEvent.click(await screen.findByRole('button', { name: 'Unmute: Bo Nakamura' }));
  expect(screen.getByText('You blocked nobody.')).toBeTruthy();
  await waitFor(() => expect(sent.map(({ method, path }) => `${method} ${path}`)).toContain('DELETE /api/v1/people/bo/mute'));
});
