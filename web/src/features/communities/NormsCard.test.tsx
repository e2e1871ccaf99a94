import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Community } from '../../lib/api/types';
import { fakeServer, show } from '../../test/fakes';
import { NormsCard } from './NormsCard';
import { useCommunity } from './useCommunity';

const rust: Community = {
  id: 'rust',
  slug: 'rust',
  name: 'Rust',
  domain: null,
  purpose: null,
  practice: null,
  rhythm: null,
  norms: 'Ask early\n\nThank by name',
  visibility: 'open',
  stage: 'maturing',
  parentId: null,
  members: 2,
  createdAt: '2026-11-23T12:00:00Z',
  archived: false,
  mergedInto: null,
  version: 1,
  mine: { role: 'member', asked: false, normsSeen: false },
};

function Place() {
  const community = useCommunity('rust');
  return community.data ? (
    <>
      <NormsCard community={community.data} />
      <p>Talk</p>
    </>
  ) : null;
}

function serve(mine: Community['mine']) {
  let seen = mine.normsSeen;
  return fakeServer(({ method, path }) => {
    if (method === 'PUT' && path === '/api/v1/communities/rust/norms/seen') {
      seen = true;
      return { status: 204 };
    }
    return { body: { items: [{ ...rust, mine: { ...mine, normsSeen: seen } }], next: null } };
  });
}

test('who may post reads the norms and they go with one click', async () => {
  const sent = serve(rust.mine);
  await show(<Place />);
  await userEvent.click(await screen.findByRole('button', { name: 'Understood' }));
  await waitFor(() => expect(screen.queryByRole('list')).toBeNull());
  expect(sent.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});

test('each norm is a line of its own and talk stands below', async () => {
  serve(rust.mine);
  await show(<Place />);
  expect((await screen.findAllByRole('listitem')).map(({ textContent }) => textContent)).toEqual(['Ask early', 'Thank by name']);
  expect(screen.getByText('Talk')).toBeDefined();
});

test.each<Community['mine']>([
  { role: 'follower', asked: false, normsSeen: false },
  { role: null, asked: false, normsSeen: false },
  { role: 'member', asked: false, normsSeen: true },
])('nobody is shown them who may not post or has read them: %o', async (mine) => {
  serve(mine);
  await show(<Place />);
  await screen.findByText('Talk');
  expect(screen.queryByText('Ask early')).toBeNull();
});
