import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Community } from '../../lib/api/types';
import { fakeServer, show } from '../../test/fakes';
import { MergeCommunity } from './MergeCommunity';

function community(id: string, name: string): Community {
  return {
    id,
    slug: id,
    name,
    domain: null,
    purpose: null,
    practice: null,
    rhythm: null,
    norms: null,
    visibility: 'open',
    stage: 'maturing',
    parentId: null,
    members: 3,
    createdAt: '2026-11-23T12:00:00Z',
    archived: false,
    mergedInto: null,
    version: 1,
    mine: { role: 'steward', asked: false, normsSeen: true },
  };
}

const rust = community('rust', 'Rust');
const systems = community('systems', 'Systems');
const preview = {
  from: { id: 'rust', slug: 'rust', name: 'Rust' },
  into: { id: 'systems', slug: 'systems', name: 'Systems' },
  coming: 12,
  already: 1,
  asking: 0,
  parts: 0,
  narrower: true,
};

test('says what a merge means before it is done, and leads on to the other', async () => {
  const sent = fakeServer(({ method, path }) => {
    if (method === 'POST') return { status: 204 };
    if (path.includes('/merge?')) return { body: preview };
    return { body: { items: [rust, systems], next: null } };
  });
  const onMerged = vi.fn();
  await show(<MergeCommunity community={rust} begun={undefined} onMerged={onMerged} />);

  await userEvent.click(await screen.findByRole('button', { name: 'Merge into Systems' }));
  expect(screen.queryByRole('button', { name: 'Merge into Rust' })).toBeNull();
  const dialog = await screen.findByRole('dialog', { name: 'Merge Rust into Systems?' });
  within(dialog).getByText('12 people come to Systems.');
  within(dialog).getByText('1 person is in both and keeps the higher role.');
  within(dialog).getByText('Fewer people may read in Systems than in Rust.');
  expect(sent.some(({ method }) => method === 'POST')).toBe(false);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Merge' }));

  await waitFor(() => expect(onMerged).toHaveBeenCalledWith('systems'));
  expect(sent.find(({ method }) => method === 'POST')).toMatchObject({ path: '/api/v1/communities/rust/merge' });
});

test('says why two cannot be merged, and lets another be chosen', async () => {
  fakeServer(({ path }) =>
    path.includes('/merge?')
      ? { status: 403, body: { title: 'No.', detail: 'Propose the merge first.', type: '/problems/merge-unagreed', status: 403 } }
      : { body: { items: [rust, systems], next: null } },
  );
  await show(<MergeCommunity community={rust} begun="systems" onMerged={() => undefined} />);

  expect((await screen.findByRole('alert')).textContent).toContain('Propose the merge first.');
  await userEvent.click(screen.getByRole('button', { name: 'Choose another' }));
  expect(screen.queryByRole('alert')).toBeNull();
});
