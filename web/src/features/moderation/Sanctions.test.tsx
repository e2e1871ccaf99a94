import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ada, bo, fakeServer, show } from '../../test/fakes';
import { Cases } from './Cases';
import { HiddenTrouble } from './HiddenTrouble';
import { OwnSanctions } from './OwnSanctions';
import { Sanctions } from './Sanctions';

const own = {
  id: 's1',
  kind: 'suspension',
  state: 'standing',
  note: 'Three warnings',
  at: '2026-11-23T12:00:00Z',
  until: null as string | null,
  appealedAt: null,
  appeal: null as string | null,
  decidedAt: null,
  outcome: null,
  inForce: true,
};

const reported = {
  id: 'k1',
  state: 'open',
  openedAt: '2026-11-23T12:00:00Z',
  decidedAt: null,
  note: null,
  appealedAt: null,
  appeal: null,
  outcome: null,
  post: {
    id: 'p1',
    rootId: 'p1',
    inReplyTo: null,
    kind: 'plain',
    author: bo,
    audience: 'everyone',
    createdAt: '2026-11-23T12:00:00Z',
    deleted: false,
    bodyHtml: '<p>Words</p>',
    doingHtml: null,
    learnedHtml: null,
    needHtml: null,
    attachments: [
      { id: 'f1', kind: 'file', name: 'notes.txt', mediaType: 'text/plain', size: 1, width: null, height: null, description: null, url: '/api/v1/moderation/cases/k1/attachments/f1' },
    ],
  },
  reportCount: 0,
  reports: [],
};

test('the author of what was reported is suspended for a time, with words', async () => {
  const sent = fakeServer(({ method }) => (method === 'GET' ? { body: { items: [reported], next: null } } : { status: 201, body: { id: 's1' } }));
  await show(<Cases state="waiting" me="ada" />);
  expect((await screen.findByRole('link', { name: /notes.txt/ })).getAttribute('href')).toBe('/api/v1/moderation/cases/k1/attachments/f1');
  await userEvent.click(screen.getByRole('button', { name: 'Warn or suspend Bo Nakamura' }));
  await userEvent.selectOptions(screen.getByLabelText('What happens'), 'No writing for a week');
  await userEvent.click(screen.getByRole('button', { name: 'Suspend' }));
  expect(screen.getByText('Say why: the person reads it.')).toBeTruthy();
  const [, note] = screen.getAllByLabelText('Why');
  if (note === undefined) throw new Error('no field for why');
  await userEvent.type(note, 'Three warnings');
  await userEvent.click(screen.getByRole('button', { name: 'Suspend' }));
  await waitFor(() => expect(sent.some(({ method }) => method === 'POST')).toBe(true));
  const body = sent.find(({ method }) => method === 'POST')?.body as { kind: string; personId: string; note: string; until: string; caseId: string };
  expect(body).toMatchObject({ kind: 'suspension', personId: 'bo', note: 'Three warnings', caseId: 'k1' });
  const length = new Date(body.until).getTime() - Date.now();
  expect(length).toBeGreaterThan(6.9 * 86_400_000);
  expect(length).toBeLessThanOrEqual(7 * 86_400_000);
});

test('whoever is suspended is told so, why, and objects once', async () => {
  const sent = fakeServer(({ method }) => (method === 'GET' ? { body: { items: [own], next: null } } : { status: 204 }));
  await show(
    <>
      <HiddenTrouble />
      <OwnSanctions />
    </>,
  );
  expect(await screen.findByText('You may read here, but not write, until moderators lift it.')).toBeTruthy();
  expect(screen.getByText('Three warnings')).toBeTruthy();
  await userEvent.type(screen.getByLabelText('Do you see it differently?'), 'It was my brother');
  await userEvent.click(screen.getByRole('button', { name: 'Object' }));
  await waitFor(() => expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ text: 'It was my brother' }));
});

test('an objection is left to another moderator', async () => {
  const objected = { ...own, state: 'appealed', appeal: 'It was my brother', person: bo, by: ada };
  fakeServer(() => ({ body: { items: [objected], next: null } }));
  await show(<Sanctions me="ada" />);
  expect(await screen.findByText(/another moderator looks at the objection/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Take it back' })).toBeNull();
});

test('another moderator leaves it as it is', async () => {
  const objected = { ...own, state: 'appealed', appeal: 'It was my brother', person: bo, by: { ...ada, id: 'eve' } };
  const sent = fakeServer(({ method }) => (method === 'GET' ? { body: { items: [objected], next: null } } : { status: 204 }));
  await show(<Sanctions me="ada" />);
  await userEvent.click(await screen.findByRole('button', { name: 'Leave it as it is' }));
  await waitFor(() => expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ decision: 'uphold' }));
});
