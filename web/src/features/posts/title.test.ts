import { expect, test } from 'vitest';
import { splitLink, splitTitle } from './title';

test('the first line of a question is its title', () => {
  expect(splitTitle('<p>How <em>long</em>?</p><p>We have 20.</p>')).toEqual({ title: 'How long?', rest: '<p>We have 20.</p>' });
});

test('a long first paragraph is text and not a title', () => {
  expect(splitTitle(`<p>${'long '.repeat(60)}</p>`)).toBeNull();
});

test('only a link that stands alone becomes a card', () => {
  expect(splitLink('<p>Read.</p><p><a href="https://example.org/a">https://example.org/a</a></p>')?.url.host).toBe('example.org');
  expect(splitLink('<p>See <a href="https://example.org/a">this</a> first</p>')).toBeNull();
  expect(splitLink('<p><a href="javascript:alert(1)">x</a></p>')).toBeNull();
});
