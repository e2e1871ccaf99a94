import { expect, test } from 'vitest';
import type { Person } from '../../lib/api/types';
import { ada } from '../../test/fakes';
import { seenAs } from './seenAs';

const written: Person = {
  ...ada,
  headline: 'Interfaces',
  skills: [{ name: 'HL7', level: 'teaches' }],
  purpose: 'Because',
  jobTitle: 'Head of things',
  visibility: { skills: 'network', purpose: 'me' },
};

test('everyone sees what is kept from nobody', () => {
  const seen = seenAs(written, 'everyone');
  expect([seen.headline, seen.skills, seen.purpose, seen.jobTitle]).toEqual(['Interfaces', [], null, undefined]);
});

test('the network sees what is for the network, and still not what is for oneself', () => {
  const seen = seenAs(written, 'network');
  expect([seen.headline, seen.skills, seen.purpose]).toEqual(['Interfaces', written.skills, null]);
});

test('a job title is seen when it is shown', () => {
  expect(seenAs({ ...written, jobTitleShown: true }, 'everyone').jobTitle).toBe('Head of things');
});
