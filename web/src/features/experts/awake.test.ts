import { expect, test } from 'vitest';
import { atWork } from './awake';

const mondayNoonUtc = new Date('2026-11-23T12:00:00Z');

test('noon on a Monday is a time for work, the same moment elsewhere is not', () => {
  expect(atWork('Europe/Vienna', mondayNoonUtc)).toBe(true);
  expect(atWork('Pacific/Auckland', mondayNoonUtc)).toBe(false);
});

test('nobody is at work on a Sunday or nowhere', () => {
  expect(atWork('Europe/Vienna', new Date('2026-11-22T12:00:00Z'))).toBe(false);
  expect(atWork(null, mondayNoonUtc)).toBe(false);
});
