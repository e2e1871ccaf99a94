import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences, field } from '../lib/databases.mjs';
import { curves } from '../lib/plot.mjs';
import { Random } from '../lib/random.mjs';
import { Speech, coined, rendered, topics } from '../lib/words.mjs';

test('the same seed gives the same numbers and another gives others', () => {
  const numbers = (seed) => {
    const random = new Random(seed);
    return Array.from({ length: 20 }, () => random.below(1_000_000));
  };
  assert.deepEqual(numbers('a'), numbers('a'));
  assert.notDeepEqual(numbers('a'), numbers('b'));
});

test('identifiers are UUIDs of version 7 in the order of their moments', () => {
  const random = new Random('ids');
  const ids = [1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000].map((at) => random.uuid(at));
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.deepEqual([...ids].sort(), ids);
});

test('low numbers are chosen more often than high ones', () => {
  const random = new Random('skew');
  const low = Array.from({ length: 10_000 }, () => random.skewed(100, 2)).filter((number) => number < 25).length;
  assert.ok(low > 4700 && low < 5300, String(low));
});

test('a migration that adds, changes or removes a column is noticed', () => {
  const then = { post: ['id uuid not null', 'body text'] };
  assert.deepEqual(differences(then, then), []);
  assert.match(differences(then, { post: ['id uuid not null', 'body text', 'mood text'] }).join(), /something new: mood text/);
  assert.match(differences(then, { post: ['id uuid not null', 'body text not null'] }).join(), /no longer has: body text/);
  assert.equal(differences(then, {}).length, 2);
});

test('values are written as COPY reads them', () => {
  assert.equal(field(null), '\\N');
  assert.equal(field('a\tb\\c\nd'), 'a\\tb\\\\c\\nd');
  assert.equal(field(['a"b', 'c\\d']), '{"a\\\\"b","c\\\\\\\\d"}');
  assert.equal(field(true), 't');
  assert.equal(field({ a: 'b' }), '{"a":"b"}');
});

test('texts are of the demo organisation with every choice made', () => {
  const all = topics();
  assert.ok(all.length > 20);
  assert.ok(all.some(({ language }) => language === 'de'));
  const speech = new Speech(new Random('speech'), 100);
  for (const topic of all) for (const block of topic.blocks) assert.doesNotMatch(speech.said(block.d ?? block.q ?? block.p), /[{}|]/);
});

test('invented names differ', () => {
  assert.equal(new Set(Array.from({ length: 20_000 }, (_, number) => coined(number))).size, 20_000);
});

test('text is escaped and tags lead to their page', () => {
  assert.equal(rendered('a < b & "c" #Früh'), '<p>a &lt; b &amp; &#34;c&#34; <a href="/tags/früh" rel="nofollow">#Früh</a></p>\n');
});

test('a plot is one picture with a line for each run', () => {
  const svg = curves([{ name: 'a', curve: [[0, 1], [50, 3], [99, 30]] }, { name: 'b', curve: [[0, 2], [50, 4], [99, 90]] }]);
  assert.equal(svg.match(/<polyline/g).length, 2);
  assert.doesNotMatch(svg, /NaN|Infinity/);
});
