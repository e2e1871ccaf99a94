import { Pool } from 'undici';
import { Times, perRequest } from './figures.mjs';
import { Random } from './random.mjs';

/**
 * The moments of an open loop in milliseconds after its begin: requests come whether the earlier ones were answered or not,
 * as independent people send them.
 */
export function moments(count, rate, random) {
  const all = [];
  let at = 0;
  for (let left = count; left > 0; left--) {
    at += (-Math.log(1 - random.chance()) * 1000) / rate;
    all.push(at);
  }
  return all;
}

async function ask(pool, request, refuse) {
  const { statusCode, body } = await pool.request({ method: 'GET', ...request });
  const text = await body.text();
  if (statusCode >= 300) refuse(`${request.path} answered ${statusCode}: ${text.slice(0, 300)}`);
}

/** So many people at once, each asking again as soon as they have their answer: what the system can do at most. */
async function closed(pool, requests, count, connections, times, refuse) {
  let next = 0;
  await Promise.all(Array.from({ length: connections }, async () => {
    for (let at = next++; at < count; at = next++) {
      const begun = performance.now();
      await ask(pool, requests[at % requests.length], refuse);
      times.add(performance.now() - begun);
    }
  }));
}

/**
 * Requests at moments that were decided before. A time counts from the moment at which the request was to be sent, even when
 * no connection was free: a system that stands still is not measured by the few who could still ask it.
 */
async function open(pool, requests, count, rate, times, refuse) {
  const begin = performance.now();
  const due = moments(count, rate, new Random('moments'));
  const running = [];
  for (let at = 0; at < count; ) {
    const now = performance.now() - begin;
    if (due[at] > now) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due[at] - now - 0.5)));
      continue;
    }
    const meant = begin + due[at];
    running.push(ask(pool, requests[at % requests.length], refuse).then(() => times.add(performance.now() - meant)));
    at++;
  }
  await Promise.all(running);
}

/**
 * Measures requests: { path, headers } in turn. Answers times, the rate that was reached and the CPU of each process.
 *
 * @param options.rate requests a second of an open loop; without it the loop is closed
 */
export async function measure({ origin, requests, count, warmUp, connections, rate, cpu }) {
  const pool = new Pool(origin, { connections, pipelining: 1, keepAliveTimeout: 60_000, bodyTimeout: 120_000, headersTimeout: 120_000 });
  const failures = [];
  const refuse = (text) => failures.push(text);
  try {
    if (warmUp > 0) await closed(pool, requests, warmUp, connections, new Times(), refuse);
    const times = new Times();
    const before = cpu();
    const begun = performance.now();
    if (rate === undefined) await closed(pool, requests, count, connections, times, refuse);
    else await open(pool, requests, count, rate, times, refuse);
    const seconds = (performance.now() - begun) / 1000;
    const used = perRequest(before, cpu(), count);
    if (failures.length > 0) throw new Error(`${failures.length} requests were refused, the first: ${failures[0]}`);
    return {
      loop: rate === undefined ? `closed, ${connections} connections` : `open`, rate: count / seconds, wanted: rate ?? null,
      times: times.summary(), curve: times.curve(), cpu: used,
    };
  } finally {
    await pool.close();
  }
}
