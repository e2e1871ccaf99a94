import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Times, perRequest, row, systemsShare } from '../lib/figures.mjs';

test('percentiles are those of all times, the slowest included', () => {
  const times = new Times();
  for (let millis = 1; millis <= 1000; millis++) times.add(millis);
  const { count, p50, p99, p999, max } = times.summary();
  assert.equal(count, 1000);
  for (const [value, right] of [[p50, 500], [p99, 990], [p999, 999], [max, 1000]]) assert.ok(Math.abs(value - right) <= right / 500, `${value} for ${right}`);
});

test('one slow request in a hundred is seen at p99.9 and not at p50', () => {
  const times = new Times();
  for (let left = 0; left < 990; left++) times.add(2);
  for (let left = 0; left < 10; left++) times.add(800);
  assert.ok(times.at(50) < 3);
  assert.ok(times.at(99.9) > 700);
});

test('a curve shows no percentile for which there were too few requests', () => {
  const times = new Times();
  for (let left = 0; left < 100; left++) times.add(1);
  assert.deepEqual(times.curve().map(([percent]) => percent).slice(-2), [99, 100]);
});

test('CPU for a request is what each process used more than before', () => {
  const each = perRequest({ gateway: 1000, postgres: 50, client: 5 }, { gateway: 1500, postgres: 250, client: 25 }, 100);
  assert.deepEqual(each, { gateway: 5, postgres: 2, client: 0.2 });
  assert.equal(systemsShare(each), 7);
});

test('a process that began in the middle is no measurement', () => {
  assert.throws(() => perRequest({ gateway: 1 }, { gateway: 2, kafka: 3 }, 1), /kafka/);
  assert.throws(() => perRequest({ gateway: 10 }, { gateway: 2 }, 1), /started again/);
});

test('a row of the table has every column of its head', () => {
  const run = { loop: 'open', rate: 10, times: { p50: 1, p99: 2, p999: 3 }, cpu: { gateway: 1 } };
  assert.equal(row('x', run).split('|').length, 15);
});
