import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { MergeProposal } from '../../lib/api/types';
import { ada, fakeServer, show } from '../../test/fakes';
import { Gaps } from './Gaps';
import { Overlaps } from './Overlaps';
import { Proposals } from './Proposals';

const run = { id: 'run', askedAt: '2026-11-23T12:00:00Z', finishedAt: '2026-11-23T12:00:01Z', failed: false, posts: 1200, people: 90, entries: 30 };
const method = {
  weeks: 12, mostPosts: 100_000, leastPeople: 5, largestShare: 0.1, leastTogether: 3, leastBond: 0.35, mostAlone: 30, namedFor: 3, servedShare: 0.5,
  leastLikeness: 0.25, leastTagLikeness: 0.4, leastScore: 0.5,
};
const gap = {
  place: 0, label: 'soldering', words: ['soldering', 'flux'], people: 7, posts: 9, asks: 4, weeks: [0, 1, 8], examples: ['one', 'two'],
  nearest: { id: 'm', name: 'Makers', domain: null, communityId: 'm' }, share: 0.25,
};
const pair = {
  place: 0, one: { id: 'a', name: 'Solder', domain: null, communityId: 'a' }, other: { id: 'b', name: 'Soldering', domain: null, communityId: 'b' },
  score: 0.8, words: 0.9, tags: null, members: null, sharedWords: ['solder'], sharedTags: [], sharedMembers: null, memberSample: [], proposal: null,
};

test('a gap shows what speaks for it and how it was found, and begins its community', async () => {
  const sent = fakeServer(({ method: verb, path }) => {
    if (path.endsWith('/gaps')) return { body: { run, method, items: [gap] } };
    return verb === 'POST' ? { status: 202, body: { items: [run] } } : { body: { items: [run] } };
  });
  await show(<Gaps example={(id) => <li key={id}>{`post ${id}`}</li>} />);

  expect(await screen.findByText(/7 people, 9 posts, 4 of them asking\. Nearest is Makers, with 25% of its words\./)).toBeTruthy();
  expect(screen.getByText('post two')).toBeTruthy();
  expect(screen.getByText(/when 5 people use it/)).toBeTruthy();
  const seed = new URL(screen.getByRole('link', { name: 'Seed a community' }).getAttribute('href') ?? '', 'http://here');
  expect(Object.fromEntries(seed.searchParams)).toEqual({ name: 'soldering', domain: 'soldering', words: 'soldering, flux' });

  await userEvent.click(screen.getByRole('button', { name: 'Look now' }));
  expect(sent.some(({ method: verb, path }) => verb === 'POST' && path === '/api/v1/inventory/runs')).toBe(true);
});

test('while somebody looks, nobody can ask again; what is found then is shown', async () => {
  let finished = false;
  fakeServer(({ path }) => {
    if (path.endsWith('/gaps')) return { body: { run: finished ? run : null, method, items: finished ? [gap] : [] } };
    const waiting = { ...run, finishedAt: null };
    const answer = { body: { items: [finished ? run : waiting] } };
    finished = true;
    return answer;
  });
  await show(<Gaps example={() => null} />);

  expect(await screen.findByText('Nobody has looked yet.')).toBeTruthy();
  expect((await screen.findByRole<HTMLButtonElement>('button', { name: 'Look now' })).disabled).toBe(true);
  expect(await screen.findByRole('heading', { name: 'soldering' }, { timeout: 5_000 })).toBeTruthy();
});

test('a merge of a pair is proposed with a reason; what is closed gives no evidence of tags and people', async () => {
  const sent = fakeServer(({ path }) => (path.endsWith('/overlaps') ? { body: { run, method, items: [pair] } } : { body: { items: [run] } }));
  await show(<Overlaps />);

  const one = within(await screen.findByRole('list', { name: 'Overlaps' }));
  expect(one.queryByText(/Tags:/)).toBeNull();
  expect(one.getByText(/Only what they say about themselves/)).toBeTruthy();
  await userEvent.click(one.getByRole('button', { name: 'Propose a merge' }));
  await userEvent.type(one.getByRole('textbox'), ' The same. ');
  await userEvent.click(one.getByRole('button', { name: 'Send the proposal' }));
  expect(sent.find(({ method: verb }) => verb === 'POST')?.body).toEqual({ communityId: 'a', otherId: 'b', note: 'The same.' });
});

test('what lives elsewhere is compared, but not proposed to be merged', async () => {
  const elsewhere = { ...pair, other: { ...pair.other, communityId: null } };
  fakeServer(({ path }) => (path.endsWith('/overlaps') ? { body: { run, method, items: [elsewhere] } } : { body: { items: [run] } }));
  await show(<Overlaps />);
  expect(await screen.findByRole('heading', { name: 'Solder and Soldering' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Propose a merge' })).toBeNull();
});

const proposal: MergeProposal = {
  id: 'p', one: { id: 'a', slug: 'a', name: 'Solder', accepted: true, mine: false },
  other: { id: 'b', slug: 'b', name: 'Soldering', accepted: false, mine: true },
  note: 'The same.', state: 'open', proposedBy: ada, proposedAt: '2026-11-23T12:00:00Z', mine: false,
};

test('who answers for one side says yes or leaves them two; others only read', async () => {
  const sent = fakeServer(() => ({ body: { items: [proposal, { ...proposal, id: 'q', other: { ...proposal.other, mine: false } }] } }));
  await show(<Proposals />);
  const [mine, others] = await screen.findAllByRole('listitem');
  expect(within(others as HTMLElement).queryByRole('button')).toBeNull();
  await userEvent.click(within(mine as HTMLElement).getByRole('button', { name: 'Yes, merge' }));
  expect(sent.some(({ method: verb, path }) => verb === 'POST' && path === '/api/v1/inventory/proposals/p/accept')).toBe(true);
});
