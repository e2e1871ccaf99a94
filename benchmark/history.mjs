// An organisation's past, brought in through /api/v1/imports on a running system: people with follows, communities with members,
// posts and comments with their authors and times. Prints the rate, the CPU of each process a line, the most memory each needed, and
// what became of it: threads, home feeds, search and notifications are compared with what was sent. Then the same again.
// node benchmark/history.mjs [people] [posts and comments] [--kill]    against ./outloud up on an empty home, OUTLOUD_LIMITS=off
//
// --kill ends feed-service without warning (kill -9) half-way; ./outloud starts it again, and the import goes on by itself.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { cpu, recorded } from './lib/processes.mjs';
import { Random } from './lib/random.mjs';
import { accounts, get, home, origin, signIn } from './lib/system.mjs';
import { coined, topics } from './lib/words.mjs';

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { kill: { type: 'boolean', default: false } } });
const people = Number(positionals[0] ?? 5_000);
const entries = Number(positionals[1] ?? 200_000);
const COMMUNITIES = 100;
const FOLLOWS = 20;
const SHARE_OF_POSTS = 0.4;
const PAGE = 20;
const YEARS = 2 * 365 * 86_400_000;

const random = new Random('history');
const run = Date.now().toString(36);
const userName = (at) => `h${run}-${at}`;
const texts = topics().flatMap((topic) => topic.blocks.flatMap((block) => [...block.a, ...block.r]));
const begun = Date.parse('2024-11-01T00:00:00Z');
const instant = (millis) => new Date(Math.floor(millis)).toISOString();

/** The past, as it is sent and as it is expected to be afterwards. */
function past() {
  const lines = { people: [], communities: [], posts: [] };
  const follows = new Map();
  for (let at = 0; at < people; at++) {
    lines.people.push({ type: 'person', externalId: `p-${run}-${at}`, userName: userName(at), displayName: `${coined(at)} ${coined(at + people)}` });
  }
  for (let at = 0; at < people; at++) {
    const followed = new Set();
    while (followed.size < Math.min(FOLLOWS, people - 1)) {
      const other = random.skewed(people);
      if (other !== at) followed.add(other);
    }
    follows.set(at, followed);
    for (const other of followed) lines.people.push({ type: 'follow', from: userName(at), to: userName(other) });
  }
  for (let at = 0; at < COMMUNITIES; at++) {
    lines.communities.push({ type: 'community', externalId: `c-${run}-${at}`, slug: `h${run}-${at}`, name: `${coined(at)} guild`, visibility: 'open' });
  }
  const communityOf = (person) => person % COMMUNITIES;
  for (let at = 0; at < people; at++) {
    lines.communities.push({ type: 'membership', community: `h${run}-${communityOf(at)}`, person: userName(at), role: 'member' });
  }
  const posts = [];
  for (let at = 0; at < entries; at++) {
    const isPost = posts.length === 0 || random.chance() < SHARE_OF_POSTS;
    const author = random.skewed(people);
    const body = `${random.pick(texts)} ${coined(random.skewed(20_000))}`;
    if (isPost) {
      const createdAt = begun + (YEARS * at) / entries;
      const community = random.chance() < 0.3 ? communityOf(author) : null;
      posts.push({ id: `e-${run}-${at}`, author, createdAt, community, comments: 0, body });
      lines.posts.push({
        type: 'post', externalId: `e-${run}-${at}`, author: userName(author), createdAt: instant(createdAt), kind: 'plain', body,
        ...(community === null ? { audience: 'everyone' } : { community: `h${run}-${community}` }),
      });
    } else {
      const post = posts[Math.max(0, posts.length - 1 - random.skewed(Math.min(posts.length, 2_000)))];
      post.comments += 1;
      lines.posts.push({
        type: 'comment', externalId: `e-${run}-${at}`, author: userName(author), inReplyTo: post.id, body,
        createdAt: instant(post.createdAt + 60_000 * post.comments),
      });
    }
  }
  return { lines, follows, posts, communityOf };
}

/** The most memory that each process has had so far, in MiB. */
function peaks() {
  return Object.fromEntries(recorded(home).map(({ name, pid }) => {
    const kilobytes = Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    return [name, Math.round(kilobytes / 1024)];
  }));
}

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

async function send(kind, lines, { kill = false } = {}) {
  const before = cpu(home);
  const from = performance.now();
  const answer = await fetch(`${origin}/api/v1/imports/${kind}`, {
    method: 'POST', headers: { ...(await signIn('admin')), 'Content-Type': 'application/x-ndjson' },
    body: lines.map((line) => JSON.stringify(line)).join('\n'),
  });
  assert.equal(answer.status, 202, await answer.text());
  const job = answer.headers.get('Location');
  let killed = !kill;
  for (;;) {
    const report = await get(job, await signIn('admin')).catch(() => null);
    if (report !== null && !killed && report.processed > lines.length / 2) {
      const { pid } = recorded(home).find(({ name }) => name === 'feed-service');
      process.kill(pid, 'SIGKILL');
      console.log(`  feed-service ended at line ${report.processed}`);
      killed = true;
    }
    if (report?.state === 'failed') throw new Error(JSON.stringify(report.problem));
    if (report?.state === 'done') {
      const seconds = (performance.now() - from) / 1000;
      const used = kill ? {} : Object.fromEntries(Object.entries(cpu(home)).map(([name, millis]) => [name, (millis - before[name]) / lines.length]));
      return { report, seconds, used };
    }
    await pause(500);
  }
}

function tell(kind, lines, { report, seconds, used }) {
  const { created, updated, unchanged, rejected } = report;
  const costs = Object.entries(used).filter(([, millis]) => millis > 0.01).map(([name, millis]) => `${name} ${millis.toFixed(2)}`).join(', ');
  console.log(`${kind}: ${lines.length} lines in ${seconds.toFixed(1)} s, ${Math.round(lines.length / seconds)} a second; ${created} created, `
    + `${updated} updated, ${unchanged} unchanged, ${rejected.length} rejected${costs && `; CPU ms a line: ${costs}`}`);
}

const { lines, follows, posts, communityOf } = past();
for (const kind of ['people', 'communities']) tell(kind, lines[kind], await send(kind, lines[kind]));
tell('posts', lines.posts, await send('posts', lines.posts, { kill: options.kill }));
console.log(`most memory, MiB: ${Object.entries(peaks()).map(([name, size]) => `${name} ${size}`).join(', ')}`);

// What became of it, as people who were there see it
const readers = Array.from({ length: 20 }, () => random.below(people));
await accounts(readers.map(userName));
let wrong = 0;
const differs = (what, ...more) => {
  wrong += 1;
  console.log(`  wrong: ${what}`, ...more);
};
for (const reader of readers) {
  const headers = await signIn(userName(reader));
  const expected = posts
    .filter((post) => post.author === reader || follows.get(reader).has(post.author) || post.community === communityOf(reader))
    .slice(-PAGE).reverse();
  let items = [];
  for (let tries = 0; tries < 60; tries++) {
    ({ items } = await get(`/api/v1/feeds/home?limit=${PAGE}`, headers));
    if (items.map(({ body }) => body).join() === expected.map(({ body }) => body).join()) break;
    await pause(1000);
  }
  expected.forEach((post, at) => {
    const item = items[at];
    if (item?.body !== post.body || item.author.userName !== userName(post.author) || Date.parse(item.createdAt) !== Math.floor(post.createdAt)) {
      differs(`place ${at} of ${userName(reader)}'s home`, item?.createdAt, instant(post.createdAt));
    } else if (item.commentCount !== post.comments) differs(`comments of ${item.id}`, item.commentCount, post.comments);
  });
  const post = expected[0];
  if (post !== undefined) {
    const word = post.body.split(' ').at(-1);
    const found = await get(`/api/v1/search?q=${encodeURIComponent(`"${word}"`)}&author=${userName(post.author)}&limit=100`, headers);
    if (!found.items.some(({ body }) => body === post.body)) differs(`search for ${word}`);
  }
  const { items: notices } = await get('/api/v1/notifications', headers);
  if (notices.length > 0) differs(`${notices.length} notifications of ${userName(reader)}`);
}
console.log(`${readers.length} homes of ${PAGE}, with threads, search and notifications, of ${posts.length} threads: ${wrong} wrong`);
for (const kind of ['people', 'communities', 'posts']) tell(`${kind} again`, lines[kind], await send(kind, lines[kind]));
process.exitCode = wrong > 0 ? 1 : 0;
