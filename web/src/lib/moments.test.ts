import { expect, test } from 'vitest';
import { asField, nextMonday, tomorrow } from './moments';

test('a moment is written as the field of the browser writes it', () => {
  expect(asField(new Date(2026, 2, 5, 7, 4))).toBe('2026-03-05T07:04');
});

test('tomorrow and the next Monday are mornings, also across months', () => {
  expect(asField(tomorrow(new Date(2026, 10, 30, 23, 50)))).toBe('2026-12-01T09:00');
  expect(asField(nextMonday(new Date(2026, 10, 29, 8)))).toBe('2026-11-30T09:00');
  expect(asField(nextMonday(new Date(2026, 10, 30, 8)))).toBe('2026-12-07T09:00');
});
