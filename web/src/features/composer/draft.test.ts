import { expect, test } from 'vitest';
import { draftOf, emptyDraft, lackOf, toPost, tooLongBy } from './draft';

test('a question begins with its title', () => {
  const draft = { ...emptyDraft, kind: 'question' as const, title: ' How long? ', body: 'We have 20 minutes.' };
  expect(toPost(draft).body).toBe('How long?\n\nWe have 20 minutes.');
});

test('a link stands alone at the end', () => {
  const draft = { ...emptyDraft, kind: 'link' as const, url: 'https://example.org/a', body: 'Read this.' };
  expect(toPost(draft).body).toBe('Read this.\n\nhttps://example.org/a');
});

test('a link needs an address of the web', () => {
  expect(lackOf({ ...emptyDraft, kind: 'link', url: 'javascript:alert(1)' })).toBe('composer.emptyUrl');
});

test('a station holds 5,000 characters and says how many are too many', () => {
  expect(tooLongBy({ ...emptyDraft, doing: 'a'.repeat(5_000) })).toBe(0);
  expect(tooLongBy({ ...emptyDraft, doing: 'a'.repeat(5_003) })).toBe(3);
});

test('what was sent is the same draft again', () => {
  for (const draft of [
    { ...emptyDraft, kind: 'question' as const, title: 'How long?', body: 'We have\n\n20 minutes.' },
    { ...emptyDraft, kind: 'link' as const, url: 'https://example.org/a', body: 'Read this.' },
    { ...emptyDraft, doing: 'A line', need: 'Time' },
  ]) {
    expect(draftOf(toPost(draft))).toEqual(draft);
  }
});
