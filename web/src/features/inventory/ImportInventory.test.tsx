import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { fakeServer, show } from '../../test/fakes';
import { exportAddress } from './ExportMenu';
import { ImportInventory } from './ImportInventory';

const report = {
  id: 'one',
  state: 'done',
  dryRun: true,
  read: 3,
  processed: 3,
  created: 1,
  updated: 1,
  unchanged: 0,
  rejectedCount: 1,
  rejected: [{ row: 4, field: 'stage', code: 'unknown-value', detail: 'One of potential, closed.' }],
  charset: 'windows-1252',
  separator: ';',
  ignoredColumns: ['Remarks'],
  problem: null,
};

const file = new File(['"name"'], 'ours.csv', { type: 'text/csv' });

test('a file is checked first, and only written when told to', async () => {
  const sent = fakeServer(({ method, path }) => {
    if (method === 'POST') return { status: 202, body: { ...report, id: path.includes('true') ? 'one' : 'two', state: 'running' } };
    return { body: path.endsWith('one') ? report : { ...report, id: 'two', dryRun: false } };
  });
  await show(<ImportInventory />);
  await userEvent.upload(screen.getByLabelText('Choose a file', { selector: 'input' }), file);

  expect(await screen.findByText('Nothing has been written yet.')).toBeTruthy();
  expect(screen.getByRole('row', { name: /4 stage/ })).toBeTruthy();
  expect(screen.getByText(/windows-1252/).textContent).toContain('Remarks');
  expect(screen.getByRole('link', { name: /rows to mend/ }).getAttribute('href')).toBe('/api/v1/inventory/imports/one/rejected');
  expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1);

  await userEvent.click(screen.getByRole('button', { name: 'Import 2 good rows' }));
  expect(await screen.findByRole('link', { name: 'To the inventory' })).toBeTruthy();
  const [checking, writing] = sent.filter(({ method }) => method === 'POST');
  expect(checking?.path).toContain('dryRun=true');
  expect(writing?.path).toContain('dryRun=false');
  expect(writing?.headers.get('content-type')).toBe('text/csv');
  expect(writing?.headers.get('prefer')).toBe('respond-async');
});

test('a file that cannot be read says why', async () => {
  fakeServer(() => ({
    status: 400,
    body: { type: '/problems/invalid-input', title: 'x', status: 400, errors: [{ field: 'file', code: 'spreadsheet', detail: 'A workbook.' }] },
  }));
  await show(<ImportInventory />);
  await userEvent.upload(screen.getByLabelText('Choose a file', { selector: 'input' }), file);
  expect((await screen.findByRole('alert')).textContent).toContain('Save it as CSV');
  expect(screen.queryByRole('button', { name: /good row/ })).toBeNull();
});

test('an export has what the list shows', () => {
  expect(exportAddress({ q: 'data', stage: 'closed', overdue: true, sort: 'name' }, 'semicolon', true)).toBe(
    '/api/v1/inventory/export?q=data&stage=closed&overdue=true&format=csv&separator=semicolon&members=true',
  );
});
