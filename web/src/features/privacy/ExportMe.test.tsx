import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeServer, show } from '../../test/fakes';
import { ExportMe } from './ExportMe';

const job = { id: 'one', state: 'ready', requestedAt: '2026-11-23T12:00:00Z', expiresAt: '2026-11-24T12:00:00Z' };

test('what is gathered can be fetched', async () => {
  const asked: string[] = [];
  fakeServer(({ method }) => {
    if (method === 'POST') {
      asked.push(method);
      return { status: 202, body: { ...job, state: 'gathering' } };
    }
    return { body: { items: asked.length === 0 ? [] : [job] } };
  });
  await show(<ExportMe />);
  await userEvent.click(screen.getByRole('button', { name: 'Gather my data' }));
  const link = await screen.findByRole('link', { name: 'Download' });
  expect(link.getAttribute('href')).toBe('/api/v1/exports/one/file');
});

test('what was gathered before is there when one comes back, and only one is gathered at a time', async () => {
  const sent = fakeServer(() => ({ body: { items: [{ ...job, id: 'two', state: 'gathering' }, job] } }));
  await show(<ExportMe />);
  expect((await screen.findByRole('link', { name: /Download/ })).getAttribute('href')).toBe('/api/v1/exports/one/file');
  await userEvent.click(screen.getByRole('button', { name: 'Gather anew' }));
  expect(sent.filter(({ method }) => method === 'POST')).toEqual([]);
});
