import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeServer, show } from '../../test/fakes';
import { ExportMe } from './ExportMe';

test('what is gathered can be fetched', async () => {
  const job = { id: 'one', requestedAt: '2026-11-23T12:00:00Z', expiresAt: '2026-11-24T12:00:00Z' };
  fakeServer(({ method }) => ({ body: { ...job, state: method === 'POST' ? 'gathering' : 'ready' } }));
  await show(<ExportMe />);
  await userEvent.click(screen.getByRole('button', { name: 'Gather my data' }));
  const link = await screen.findByRole('link', { name: 'Download' });
  expect(link.getAttribute('href')).toBe('/api/v1/exports/one/file');
});
