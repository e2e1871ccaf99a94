import { expect, test } from 'vitest';
import { initials } from './names';

test.each([
  ['Ada Lindqvist', 'AL'],
  ['Elif Şahin', 'EŞ'],
  ['Nguyễn Thảo Linh', 'NL'],
  ['Prince', 'P'],
  ['  Łukasz   Wiśniewski ', 'ŁW'],
  ['👩‍🔬 Curie', '👩‍🔬C'],
])('%s has the initials %s', (name, expected) => {
  expect(initials(name)).toBe(expected);
});
