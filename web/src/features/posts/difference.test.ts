import { expect, test } from 'vitest';
import type { Edition } from '../../lib/api/types';
import { differences } from './difference';

const edition = (changes: Partial<Edition>): Edition => ({
  version: 1,
  body: null,
  doing: null,
  learned: null,
  need: null,
  writtenAt: '2026-11-23T12:00:00Z',
  ...changes,
});

test('the first edition is shown as it was', () => {
  expect(differences(edition({ doing: 'Moving', need: 'Help' }), null)).toEqual([
    { part: 'doing', pieces: [{ text: 'Moving', change: 'same' }] },
    { part: 'need', pieces: [{ text: 'Help', change: 'same' }] },
  ]);
});

test('an edit shows the words that came and went, and only the parts that changed', () => {
  const found = differences(edition({ doing: 'Moving the gateway', learned: 'Wait' }), edition({ doing: 'Moving the gatway', learned: 'Wait' }));
  expect(found).toEqual([
    {
      part: 'doing',
      pieces: [
        { text: 'Moving the ', change: 'same' },
        { text: 'gatway', change: 'removed' },
        { text: 'gateway', change: 'added' },
      ],
    },
  ]);
});

test('a part that was emptied is shown as removed', () => {
  expect(differences(edition({}), edition({ need: 'Help' }))).toEqual([{ part: 'need', pieces: [{ text: 'Help', change: 'removed' }] }]);
});
