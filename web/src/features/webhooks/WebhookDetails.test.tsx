import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Webhook } from '../../lib/api/types';
import { fakeServer, show } from '../../test/fakes';
import { WebhookDetails } from './WebhookDetails';

const paused: Webhook = {
  id: 'one',
  description: 'HR',
  url: 'https://hr.example/hook',
  events: [],
  state: 'paused',
  failures: 50,
  createdAt: '2026-11-23T12:00:00Z',
  version: 2,
};

test('a webhook that was paused says what failed, and what waits', async () => {
  const sent = fakeServer(({ method }) => ({ body: method === 'PATCH' ? { ...paused, state: 'active' } : { items: [], next: null } }));
  await show(<WebhookDetails webhook={paused} />);
  expect(screen.getByText('Paused. The last 50 attempts failed.')).toBeTruthy();
  expect(screen.getByText(/up to 30 days/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Resume' }));
  await waitFor(() => expect(sent.find(({ method }) => method === 'PATCH')?.body).toEqual({ state: 'active' }));
});

test('one that never failed tells of no failure', async () => {
  fakeServer(() => ({ body: { items: [], next: null } }));
  await show(<WebhookDetails webhook={{ ...paused, failures: 0 }} />);
  expect(screen.getByText('Paused.')).toBeTruthy();
});
