import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { bo, fakeServer, show } from '../../test/fakes';
import { Invitations } from './Invitations';

const invitation = {
  community: { id: 'rust', slug: 'rust', name: 'Rust', purpose: null, visibility: 'secret', members: 3 },
  role: 'member',
  by: { id: bo.id, userName: bo.userName, displayName: bo.displayName, avatar: null, department: null },
  note: 'You know about this',
  at: '2026-11-23T12:00:00Z',
};

function serve() {
  let items = [invitation];
  return fakeServer(({ method, path }) => {
    if (method === 'PUT' || method === 'DELETE') {
      items = [];
      return { status: 204 };
    }
    return path.startsWith('/api/v1/invitations') ? { body: { items, next: null } } : { body: { items: [], next: null } };
  });
}

test('an invitation is accepted by joining, and is gone', async () => {
  const sent = serve();
  await show(<Invitations />);

  await screen.findByText('You know about this');
  await userEvent.click(screen.getByRole('button', { name: 'Accept the invitation to Rust' }));

  await waitFor(() => expect(screen.queryByText('You are invited')).toBeNull());
  expect(sent.find(({ method }) => method === 'PUT')).toMatchObject({
    path: '/api/v1/communities/rust/membership',
    body: { role: 'member' },
  });
});

test('an invitation is declined', async () => {
  const sent = serve();
  await show(<Invitations />);

  await userEvent.click(await screen.findByRole('button', { name: 'Decline the invitation to Rust' }));

  await waitFor(() => expect(screen.queryByText('You are invited')).toBeNull());
  expect(sent.find(({ method }) => method === 'DELETE')?.path).toMatch('/api/v1/communities/rust/invitations/');
});

test('on the page of another community nothing is said of it', async () => {
  const sent = serve();
  await show(<Invitations only="go" />);

  await waitFor(() => expect(sent.some(({ path }) => path.startsWith('/api/v1/invitations'))).toBe(true));
  expect(screen.queryByText('You are invited')).toBeNull();
});
