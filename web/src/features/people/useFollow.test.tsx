import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { keys } from '../../lib/queryKeys';
import { bo, fakeServer, show } from '../../test/fakes';
import { FollowButton } from './FollowButton';
import { usePerson } from './usePerson';

function Bo() {
  const person = usePerson('bo');
  return person.data === undefined ? null : <FollowButton person={person.data} />;
}

test('a follow that fails is taken back, followers and all', async () => {
  fakeServer(({ method }) => (method === 'PUT' ? { status: 503 } : { body: bo }));
  const { client } = await show(<Bo />);
  await userEvent.click(await screen.findByRole('button', { name: 'Follow Bo Nakamura' }));
  await waitFor(() => expect(client.getQueryData(keys.people.one('bo'))).toEqual(bo));
  expect(screen.getByRole('button', { name: 'Follow Bo Nakamura' })).toBeTruthy();
});

test('a follow is seen at once', async () => {
  fakeServer(({ method }) => (method === 'PUT' ? { status: 204 } : { body: bo }));
  await show(<Bo />);
  await userEvent.click(await screen.findByRole('button', { name: 'Follow Bo Nakamura' }));
  expect(screen.getByRole('button', { name: /Following Bo Nakamura/ }).getAttribute('aria-pressed')).toBe('true');
});
