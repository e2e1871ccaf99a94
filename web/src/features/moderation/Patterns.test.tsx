import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeServer, type Sent, show } from '../../test/fakes';
import { PatternForm } from './PatternForm';
import { PatternList } from './PatternList';

const pattern = {
  id: 'p1',
  name: 'Patient number',
  expression: 'P[0-9]+',
  effect: 'block',
  advice: 'Leave it out.',
  sample: 'P12',
  createdAt: '2026-11-23T12:00:00Z',
};

function writes(sent: Sent[], path: string): Sent[] {
  return sent.filter((request) => request.method !== 'GET' && request.path === path);
}

test('a pattern is tried on its sample and added', async () => {
  const sent = fakeServer(({ path }) =>
    path.endsWith('/try') ? { body: { found: [{ from: 3, to: 6 }] } } : { status: 201, body: pattern },
  );
  await show(<PatternForm />);
  await userEvent.type(screen.getByLabelText('What it finds'), 'Patient number');
  await userEvent.type(screen.getByLabelText('Expression'), 'P[[0-9]+');
  await userEvent.selectOptions(screen.getByLabelText('Then'), 'Do not publish');
  await userEvent.type(screen.getByLabelText('What the author is told'), 'Leave it out.');
  await userEvent.type(screen.getByLabelText('Sample'), 'as P12');
  await userEvent.click(screen.getByRole('button', { name: 'Try it on the sample' }));
  expect(await screen.findByText('Found: P12')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Add pattern' }));
  await screen.findByDisplayValue('Ask the author');
  expect(writes(sent, '/api/v1/moderation/patterns')[0]?.body).toEqual({
    name: 'Patient number',
    expression: 'P[0-9]+',
    effect: 'block',
    advice: 'Leave it out.',
    sample: 'as P12',
  });
});

test('a fault of an expression is told and everything stays in the form', async () => {
  fakeServer(() => ({
    status: 400,
    body: { title: 'Invalid', status: 400, errors: [{ field: 'expression', code: 'malformed', detail: 'Not an expression.' }] },
  }));
  await show(<PatternForm />);
  await userEvent.type(screen.getByLabelText('Expression'), 'P(');
  await userEvent.click(screen.getByRole('button', { name: 'Try it on the sample' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Not an expression.');
  expect(screen.getByLabelText<HTMLInputElement>('Expression').value).toBe('P(');
});

test('a pattern is removed', async () => {
  const sent = fakeServer(({ method }) => (method === 'DELETE' ? { status: 204 } : { body: { items: [pattern] } }));
  await show(<PatternList />);
  await userEvent.click(await screen.findByRole('button', { name: 'Remove Patient number' }));
  expect(writes(sent, '/api/v1/moderation/patterns/p1')).toHaveLength(1);
});
