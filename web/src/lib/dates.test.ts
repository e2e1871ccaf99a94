import { expect, test } from 'vitest';
import { type Clock, daysUntil, duration, monthsAhead, shortWhen } from './dates';

const vienna: Clock = { locale: 'en-GB', timeZone: 'Europe/Vienna', now: new Date('2026-11-23T13:32:00Z') };

test.each([
  ['2026-11-23T13:20:00Z', '12 min ago'],
  ['2026-11-23T08:12:00Z', '09:12'],
  ['2026-11-22T22:59:00Z', 'Sun 23:59'],
  ['2026-11-22T23:30:00Z', '00:30'],
  ['2026-11-19T08:12:00Z', 'Thu 09:12'],
  ['2026-11-03T08:12:00Z', '3 Nov'],
  ['2025-11-03T08:12:00Z', '3 Nov 2025'],
])('%s is written %s in Vienna', (at, written) => {
  expect(shortWhen(at, vienna)).toBe(written);
});

test('German writes German', () => {
  expect(shortWhen('2026-11-23T13:20:00Z', { ...vienna, locale: 'de' })).toBe('vor 12 Min.');
});

test('midnight belongs to the place of the reader', () => {
  const at = '2026-11-23T01:00:00Z';
  expect(shortWhen(at, { ...vienna, timeZone: 'America/New_York' })).toBe('Sun 20:00');
  expect(shortWhen(at, vienna)).toBe('02:00');
});

test('a review date is counted in calendar days', () => {
  expect(daysUntil('2026-11-23', vienna)).toBe(0);
  expect(daysUntil('2026-11-02', vienna)).toBe(-21);
});

test('six months from the 31st ends in a month that may be shorter', () => {
  expect(monthsAhead(6, new Date(2026, 7, 31))).toBe('2027-02-28');
});

test('how long it took is said in one unit', () => {
  expect(duration('2026-11-23T12:00:00Z', new Date('2026-11-23T12:28:00Z'), vienna)).toBe('28 minutes');
  expect(duration('2026-11-20T12:00:00Z', new Date('2026-11-23T12:28:00Z'), vienna)).toBe('3 days');
});
