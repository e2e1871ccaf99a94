import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fakeServer, show } from '../../test/fakes';
import { InventoryMap } from './InventoryMap';

const domain = { domain: 'Firmware', entries: 2, people: 40, quiet: 1, posts: 12, stages: { maturing: 2 } };

test('a domain leads to its communities, and the days are told and stand in a table', async () => {
  fakeServer(() => ({
    body: {
      domains: [domain, { ...domain, domain: null, entries: 1 }],
      days: [
        { day: '2026-11-01', people: 10, stages: { maturing: 3, closed: 4 } },
        { day: '2026-11-20', people: 40, stages: { maturing: 5, dormant: 1 } },
      ],
    },
  }));
  await show(<InventoryMap />);
  const firmware = await screen.findByRole('link', { name: /Firmware/ });
  expect(firmware.getAttribute('href')).toBe('/inventory?domain=Firmware');
  expect(firmware.textContent).toContain('1 quiet');
  expect(screen.getByText('Without a domain').closest('a')).toBeNull();
  expect(screen.getByText(/3 communities on .* 6 on/)).toBeTruthy();
  expect(screen.getAllByRole('row', { hidden: true })).toHaveLength(3);
});

test('an empty inventory says so', async () => {
  fakeServer(() => ({ body: { domains: [], days: [] } }));
  await show(<InventoryMap />);
  expect(await screen.findByRole('heading', { level: 2 })).toBeTruthy();
  expect(screen.queryByRole('list')).toBeNull();
});
