import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseStat, ticksOf } from '../lib/processes.mjs';

const line = (pid, name, parent, own, ended) =>
  `${pid} (${name}) S ${parent} ${pid} ${pid} 0 -1 4194560 1 2 3 4 ${own} 1 ${ended} 2 20 0 1 0 100 200 300`;

test('a process whose name has blanks and brackets is read', () => {
  assert.deepEqual(parseStat(line(7, 'a) b (c', 3, 40, 5)), { pid: 7, parent: 3, ticks: 41, ticksOfEnded: 7 });
});

test('PostgreSQL counts its living children and those that ended', () => {
  const stats = [line(1, 'postgres', 0, 10, 100), line(2, 'postgres', 1, 20, 0), line(3, 'postgres', 1, 30, 0), line(4, 'java', 0, 999, 0)].map(parseStat);
  assert.equal(ticksOf(1, stats, true), 11 + 102 + (21 + 2) + (31 + 2));
  assert.equal(ticksOf(1, stats, false), 11);
});

test('a process that is gone has no ticks', () => {
  assert.equal(ticksOf(9, [], true), undefined);
});
