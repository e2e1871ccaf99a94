// Fills the register of communities through the file import, as learning and development does: node benchmark/inventory.mjs [entries]
// against ./outloud up with OUTLOUD_LIMITS=off. Prints the rate, and that the same file again changes nothing. Then measure it with
// ./outloud bench inventory --shapes
import assert from 'node:assert/strict';
import { Random } from './lib/random.mjs';
import { get, origin, signIn } from './lib/system.mjs';
import { coined } from './lib/words.mjs';

const entries = Number(process.argv[2] ?? 50_000);
const hosts = ['Slack', 'Teams', 'Mailing list', 'Meet-up', 'Confluence'];
const stages = ['potential', 'coalescing', 'maturing', 'stewardship', 'transformation', 'dormant', 'closed'];
const random = new Random('inventory');
const day = (millis) => new Date(millis).toISOString().slice(0, 10);
const begun = Date.parse('2026-01-01T00:00:00Z');

const rows = Array.from({ length: entries }, (_, at) => [
  `entry-${at}`,
  `${coined(random.skewed(8_000))} ${coined(random.skewed(3_000))} ${random.pick(['guild', 'circle', 'channel', 'forum'])} ${at}`,
  coined(random.skewed(400)),
  random.pick(hosts),
  `https://communities.example/${at}`,
  random.pick(stages.slice(0, -1)),
  day(begun + random.below(500) * 86_400_000),
  random.skewed(5_000),
  day(begun + random.below(300) * 86_400_000),
]);
const csv = ['externalId,name,domain,host,url,stage,reviewBy,size,lastActivity', ...rows.map((row) => row.join(','))].join('\n');

async function take() {
  const from = performance.now();
  const answer = await fetch(`${origin}/api/v1/inventory/import`, {
    method: 'POST', headers: { ...(await signIn('carla')), 'Content-Type': 'text/csv', Prefer: 'respond-async' }, body: csv,
  });
  const begunWith = await answer.json();
  assert.ok(answer.ok, JSON.stringify(begunWith));
  for (;;) {
    const report = await get(`/api/v1/inventory/imports/${begunWith.id}`, await signIn('carla'));
    if (report.state === 'done' || report.state === 'failed') {
      const seconds = (performance.now() - from) / 1000;
      console.log(`${entries} rows in ${seconds.toFixed(1)} s, ${Math.round(entries / seconds)} a second: ${report.created} created, `
        + `${report.updated} updated, ${report.unchanged} unchanged, ${report.rejectedCount} rejected`);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

await take();
await take();
