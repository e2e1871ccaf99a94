import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { bo, fakeServer, show } from '../../test/fakes';
import { Suggestions } from './Suggestions';

const items = [
  {
    person: bo,
    reasons: [
      { kind: 'followed-by', things: [{ id: 'eve', name: 'Eve' }, { id: 'kim', name: 'Kim' }], more: true },
      { kind: 'skills', things: [{ name: 'HL7' }], more: false },
      { kind: 'interests', things: [{ name: 'Chess' }], more: false },
    ],
  },
];

test('every person has reasons, and what is behind them opens', async () => {
  fakeServer(() => ({ body: { items } }));
  await show(<Suggestions />);
  const row = (await screen.findByRole('link', { name: 'Bo Nakamura' })).closest('li');
  expect(row?.textContent).toContain('Followed by Eve, Kim and others');
  expect(row?.textContent).toContain('Also knows HL7');
  const links = within(row as HTMLElement).getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(links).toEqual(['/people/bo', '/people/eve', '/people/kim', '/people?q=HL7']);
});

test('who was followed stays where they are, marked', async () => {
  fakeServer(({ method }) => (method === 'PUT' ? { status: 204 } : { body: { items } }));
  await show(<Suggestions />);
  await userEvent.click(await screen.findByRole('button', { name: 'Follow Bo Nakamura' }));
  expect(screen.getByRole('button', { name: /Following Bo Nakamura/ }).getAttribute('aria-pressed')).toBe('true');
});

test('with nobody to suggest there is no heading either', async () => {
  fakeServer(() => ({ body: { items: [] } }));
  await show(<Suggestions />);
  expect(screen.queryByRole('heading')).toBeNull();
});
