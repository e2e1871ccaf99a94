// Runs a named benchmark against a running system that benchmark/organisation.mjs filled: ./outloud bench <name>
//
//   people      the directory: first page, begun and misspelled names, filters, pages far behind
//   experts     who can help: words that few and that many wrote, and whole sentences
//   home        the home feed of many people, 20 posts
//   inventory   the register of communities: pages, words, filters, orders, the map; filled by benchmark/inventory.mjs
//
//   --count N          measured requests of each run (2000)     --warm-up N   requests before (a quarter of them)
//   --connections N    at once in a closed loop (16)            --rate N      requests a second of the open loop (half of the peak)
//   --shapes           also each kind of request by itself, four at once      --readers N   people who ask (16)
//   --plot FILE        percentiles as SVG
//
// First a closed loop finds the peak, then an open loop at half of it gives the times that count: a request's time begins when
// it was meant to be sent. CPU is what the kernel counted for each process. The whole result goes to bench/ in OUTLOUD_HOME.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { connect } from './lib/databases.mjs';
import { head, row } from './lib/figures.mjs';
import { measure } from './lib/load.mjs';
import { curves } from './lib/plot.mjs';
import { cpu } from './lib/processes.mjs';
import { Random } from './lib/random.mjs';
import { accounts, get, home, origin, signIn } from './lib/system.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '2000' }, 'warm-up': { type: 'string' }, connections: { type: 'string', default: '16' },
    rate: { type: 'string' }, shapes: { type: 'boolean', default: false }, readers: { type: 'string', default: '16' }, plot: { type: 'string' },
  },
});
const random = new Random('requests');
const query = (path, parameters) => `${path}?${new URLSearchParams(parameters)}`;

async function select(statement) {
  const database = await connect('profile');
  const { rows } = await database.query(statement);
  await database.end();
  return rows;
}

/** A word with a letter left out, doubled or exchanged with the next. */
function misspelled(word) {
  const at = 1 + random.below(word.length - 2);
  const [first, second] = [word[at], word[at + 1]];
  return word.slice(0, at) + random.pick([second, `${first}${first}${second}`, `${second}${first}`]) + word.slice(at + 2);
}

/** Pages far behind: the addresses of every tenth of the first hundred. */
async function farBehind(path, headers) {
  const found = [];
  let cursor = null;
  for (let page = 0; page < 100; page++) {
    const { next } = await get(cursor === null ? path : `${path}&cursor=${encodeURIComponent(cursor)}`, headers);
    if (!next) break;
    cursor = next;
    if (page % 10 === 9) found.push(`${path.replace('limit=100', 'limit=20')}&cursor=${encodeURIComponent(cursor)}`);
  }
  return found;
}

/** What people look for in the directory, by kind, in words of people who are there. */
async function people(headers) {
  const some = await select(`
    select given_name, family_name, department, location, skills -> 0 ->> 'name' as skill from person
    where active and jsonb_array_length(skills) > 0 and family_name ~ '^\\w{5,}$' and given_name ~ '^\\w{4,}$'
    order by md5(id::text) limit 400`);
  const of = (parameters) => some.map((one) => query('/api/v1/people', parameters(one)));
  return {
    'first page': ['/api/v1/people'],
    'name while it is typed': of((one) => ({ q: one.family_name.slice(0, 2 + random.below(4)) })),
    'given and family name': of((one) => ({ q: `${one.given_name} ${one.family_name}` })),
    'misspelled family name': of((one) => ({ q: misspelled(one.family_name) })),
    'misspelled whole name': of((one) => ({ q: `${misspelled(one.given_name)} ${misspelled(one.family_name)}` })),
    'skill as words': of((one) => ({ q: one.skill })),
    'one department': of((one) => ({ department: one.department })),
    'one place': of((one) => ({ location: one.location })),
    'one skill': of((one) => ({ skill: one.skill })),
    'department and skill': of((one) => ({ department: one.department, skill: one.skill })),
    'name in a department': of((one) => ({ q: one.given_name, department: one.department })),
    'far behind': await farBehind('/api/v1/people?limit=100', headers),
    'far behind in a place': await farBehind(`${query('/api/v1/people', { location: some[0].location })}&limit=100`, headers),
    filters: ['/api/v1/people/filters'],
  };
}

/** Topics: skills that few and that many have, and the sentences of the labelled set. */
async function experts() {
  const skills = (order, count) => select(`
    select max(skill ->> 'name') as name from (select * from person tablesample bernoulli (20) repeatable (1)) p, jsonb_array_elements(p.skills) as skill
    where p.active group by lower(skill ->> 'name') order by ${order} limit ${count}`);
  const topics = readFileSync(new URL('../profile-service/src/test/resources/experts/topics.tsv', import.meta.url), 'utf8')
    .split('\n').filter(Boolean).map((line) => line.split('\t')).map((columns) => columns[2]);
  const asked = (texts) => texts.map((topic) => query('/api/v1/experts', { topic }));
  const short = topics.filter((topic) => topic.split(' ').length <= 3);
  return {
    'skill of many': asked((await skills('count(*) desc, 1', 60)).map(({ name }) => name)),
    'skill of few': asked((await skills('md5(max(skill ->> \'name\'))', 200)).map(({ name }) => name)),
    'topic in few words': asked(short),
    'topic as a sentence': asked(topics.filter((topic) => !short.includes(topic))),
  };
}

/** What learning and development looks for in the register, in words of entries that are there. */
async function inventory(headers) {
  const path = '/api/v1/inventory';
  const pages = (parameters) => farBehind(query(path, { ...parameters, limit: '100' }), headers);
  const some = [];
  for (const page of [`${path}?limit=100`, ...(await pages({}))]) some.push(...(await get(page, headers)).items);
  const of = (parameters) => some.map((entry) => query(path, parameters(entry)));
  const domains = of(({ domain }) => ({ domain: domain ?? '' }));
  return {
    'first page': [path],
    'word of a name': of(({ name }) => ({ q: name.split(' ')[0] })),
    'begun word': of(({ name }) => ({ q: name.split(' ')[0].slice(0, 3) })),
    'one domain': domains,
    'domain and stage': of(({ domain, stage }) => ({ domain: domain ?? '', stage })),
    'one host': of(({ host }) => ({ host })),
    overdue: [query(path, { overdue: 'true' })],
    'by size': [query(path, { sort: 'size' })],
    'by last activity': [query(path, { sort: 'lastActivity' })],
    'far behind': await pages({}),
    map: [`${path}/map`],
  };
}

const home20 = async () => ({ 'home feed': ['/api/v1/feeds/home?limit=20'] });
const benchmarks = { people, experts, home: home20, inventory };

const [name] = positionals;
if (!Object.hasOwn(benchmarks, name ?? '')) {
  console.error(`There is ${name ? `no benchmark “${name}”` : 'nothing to measure'}: ${Object.keys(benchmarks).join(', ')}.`);
  process.exit(2);
}

const count = Number(options.count);
const warmUp = Number(options['warm-up'] ?? Math.ceil(count / 4));
const connections = Number(options.connections);

const readers = await select(`select user_name from person where active order by case when user_name in ('ada', 'bo', 'carla', 'dev') then 0 else 1 end,
  md5(id::text) limit ${Number(options.readers)}`);
const userNames = readers.map((reader) => reader.user_name);
await accounts(userNames);
let headers = [];
/** Tokens live for minutes only, so every run begins with new ones. */
async function signInAll() {
  headers = [];
  for (const userName of userNames) headers.push(await signIn(userName));
}
await signInAll();
for (const header of headers) await get('/api/v1/me', header);
const shapes = await benchmarks[name](headers[0]);
const requestsOf = (paths) => random.shuffled(paths).map((path, at) => ({ path, headers: headers[at % headers.length] }));
const times = (paths, wanted) => Array.from({ length: wanted }, (_, at) => paths[at % paths.length]);

const runs = [];
async function run(label, paths, more) {
  await signInAll();
  const requests = requestsOf(times(paths, Math.max(400, paths.length)));
  const result = await measure({ origin, requests, count, warmUp, connections, cpu: () => cpu(home), ...more });
  runs.push({ name: label, ...result });
  console.log(row(label, result));
  return result;
}

console.log(`${name}: ${count} requests after ${warmUp} to warm up, ${userNames.length} readers, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}\n\n${head}`);
if (options.shapes) {
  const each = Math.ceil(count / 4);
  for (const [label, paths] of Object.entries(shapes)) await run(label, paths, { count: each, warmUp: Math.ceil(each / 4), connections: 4 });
}
// Every kind equally often
const mixed = Object.values(shapes).flatMap((paths) => times(random.shuffled(paths), 100));
const peak = await run(`${name}, peak`, mixed, {});
await run(`${name}, half of peak`, mixed, { rate: Number(options.rate ?? peak.rate / 2) });

const folder = join(home, 'bench');
mkdirSync(folder, { recursive: true });
const file = join(folder, `${name}-${new Date().toISOString().replace(/[:.]/g, '-')}.json`);
writeFileSync(file, JSON.stringify({ name, options, cores: cpus().length, runs }, null, 2));
if (options.plot) writeFileSync(options.plot, curves(runs));
console.log(`\n${file}`);
