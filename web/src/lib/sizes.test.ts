import { expect, test } from 'vitest';
import { sizeOf } from './sizes';

test('sizes are told in the unit that says enough', () => {
  expect(sizeOf(12, 'en')).toBe('12 byte');
  expect(sizeOf(3_400, 'en')).toBe('3.4 kB');
  expect(sizeOf(340_000, 'de')).toBe('340 kB');
  expect(sizeOf(9_600_000, 'de')).toBe('9,6 MB');
});
