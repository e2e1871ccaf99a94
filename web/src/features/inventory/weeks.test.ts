import { expect, test } from 'vitest';
import { trendOf } from './weeks';

test('twelve weeks are told in a word', () => {
  expect(trendOf([0, 0, 0, 0, 0, 1, 3, 4, 6, 8, 7, 11])).toBe('rising');
  expect(trendOf([6, 4, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0])).toBe('falling');
  expect(trendOf([4, 8, 6, 10, 7, 11, 8, 5, 9, 10, 7, 12])).toBe('steady');
  expect(trendOf(new Array<number>(12).fill(0))).toBe('none');
});
