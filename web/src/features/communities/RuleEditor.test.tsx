import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Community, MembershipRule } from '../../lib/api/types';
import { fakeServer, show } from '../../test/fakes';
import { RuleEditor } from './RuleEditor';

const rust: Community = {
  id: 'rust',
  slug: 'rust',
  name: 'Rust',
  domain: null,
  purpose: null,
  practice: null,
  rhythm: null,
  norms: null,
  visibility: 'closed',
  stage: 'maturing',
  parentId: null,
  members: 3,
  createdAt: '2026-11-23T12:00:00Z',
  archived: false,
  mergedInto: null,
  version: 1,
  mine: { role: 'steward', asked: false, normsSeen: true },
};

const rule: MembershipRule = {
  match: 'all',
  conditions: [{ attribute: 'department', value: 'Engineering', label: 'Engineering' }],
  members: 2,
  settled: true,
  version: 4,
};

const nobody = { count: 0, sample: [] };

function serve() {
  return fakeServer(({ method, path }) => {
    if (method === 'DELETE') return { status: 204 };
    if (path.includes('/preview')) {
      return { body: { joins: nobody, leaves: nobody, stays: nobody, own: nobody, declined: nobody } };
    }
    return { body: { items: [] } };
  });
}

async function takeBack(choose?: string) {
  const sent = serve();
  await show(<RuleEditor community={rust} rule={rule} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Take the rule back' }));
  const dialog = await screen.findByRole('dialog');
  if (choose !== undefined) await userEvent.click(within(dialog).getByRole('radio', { name: choose }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Take the rule back' }));
  await waitFor(() => expect(sent.some(({ method }) => method === 'DELETE')).toBe(true));
  return sent.filter(({ method }) => method === 'DELETE').map(({ path }) => path);
}

test('those whom a rule brought leave with it when nothing else is chosen', async () => {
  expect(await takeBack()).toEqual(['/api/v1/communities/rust/rules?stay=false']);
});

test('those whom a rule brought stay when that is chosen', async () => {
  expect(await takeBack('stay, as if they had come on their own')).toEqual(['/api/v1/communities/rust/rules?stay=true']);
});
