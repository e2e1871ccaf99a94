import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { measure, moments } from '../lib/load.mjs';
import { Random } from '../lib/random.mjs';

const servers = [];
after(() => servers.forEach((server) => server.close()));

async function served(answer) {
  const server = createServer(answer);
  servers.push(server);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${server.address().port}`;
}

const cpu = () => ({ client: 0 });

test('moments come at the wished rate and always the same', () => {
  const all = moments(10_000, 200, new Random('a'));
  assert.deepEqual(all, moments(10_000, 200, new Random('a')));
  assert.ok(all.every((at, index) => index === 0 || at > all[index - 1]));
  assert.ok(Math.abs(all.at(-1) / 1000 - 50) < 2.5);
});

test('who waits for a system that stands still is counted with the time since they wanted to ask', async () => {
  let asked = 0;
  // The first answer takes half a second, and everybody else waits behind it for the only connection
  const origin = await served((_, response) => {
    if (asked++ === 0) setTimeout(() => response.end(), 500);
    else response.end();
  });
  const { times } = await measure({ origin, requests: [{ path: '/' }], count: 50, warmUp: 0, connections: 1, rate: 500, cpu });
  // All of the fifty were due within about 100 ms, so at least half of them waited for most of the half second
  assert.equal(times.count, 50);
  assert.ok(times.p50 > 250, `p50 ${times.p50}`);
});

test('a closed loop asks exactly as often as it is told and warms up before', async () => {
  const paths = [];
  const origin = await served((request, response) => {
    paths.push(request.url);
    response.end('x');
  });
  const { times } = await measure({ origin, requests: [{ path: '/a' }, { path: '/b' }], count: 20, warmUp: 6, connections: 3, cpu });
  assert.equal(times.count, 20);
  assert.equal(paths.length, 26);
});

test('a refused request is no measurement', async () => {
  const origin = await served((_, response) => {
    response.statusCode = 503;
    response.end('busy');
  });
  await assert.rejects(measure({ origin, requests: [{ path: '/a' }], count: 3, warmUp: 0, connections: 1, cpu }), /3 requests were refused.*503/);
});
