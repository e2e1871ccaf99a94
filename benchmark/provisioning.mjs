// HR's first synchronisation and its repetition, as Entra ID and Okta do it: each person is looked for by user name, then
// created or replaced; then the groups. Everybody but one has a manager. Prints rate, CPU of each process per person, memory and
// how many records each topic gained. OUTLOUD_HOME names the running system's home, whose processes and topics are looked at.
// OUTLOUD_HR_CLIENT_SECRET=… node benchmark/provisioning.mjs [people] [groups] [at once]    against ./outloud up with OUTLOUD_LIMITS=off
import { existsSync, readFileSync, readdirSync, openSync, readSync, closeSync, fstatSync } from 'node:fs';
import { join } from 'node:path';

const people = Number(process.argv[2] ?? 10_000);
const groups = Number(process.argv[3] ?? 200);
const atOnce = Number(process.argv[4] ?? 8);
const gateway = process.env.OUTLOUD_URL ?? 'http://localhost:8080';
const keycloak = process.env.OUTLOUD_KEYCLOAK_URL ?? 'http://localhost:8180';
const home = process.env.OUTLOUD_HOME ?? join(import.meta.dirname, '../.outloud');
const hrSecret = process.env.OUTLOUD_HR_CLIENT_SECRET;
const REPORTS = 8;
const TICKS_A_SECOND = 100;
const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';

let granted = { token: '', until: 0 };
async function token() {
  if (granted.until < Date.now()) {
    granted = { ...granted, until: Date.now() + 10_000 };
    const answer = await fetch(`${keycloak}/realms/outloud/protocol/openid-connect/token`, {
      method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'outloud-hr', client_secret: hrSecret }),
    });
    if (!answer.ok) throw new Error(`no token: ${answer.status} ${await answer.text()}`);
    const body = await answer.json();
    granted = { token: body.access_token, until: Date.now() + (body.expires_in / 2) * 1000 };
  }
  return granted.token;
}

let times = [];
async function scim(method, path, body) {
  for (;;) {
    const headers = { Authorization: `Bearer ${await token()}`, 'Content-Type': 'application/scim+json' };
    const begun = performance.now();
    const answer = await fetch(`${gateway}/scim/v2${path}`, { method, headers, body: body && JSON.stringify(body) });
    const text = await answer.text();
    if (answer.status === 429) {
      await new Promise((resolve) => setTimeout(resolve, 1000 * Number(answer.headers.get('Retry-After') ?? 1)));
      continue;
    }
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    times.push(performance.now() - begun);
    return JSON.parse(text);
  }
}

const run = Date.now().toString(36);
const ids = [];
const userName = (i) => `person-${run}-${String(i).padStart(5, '0')}@provisioned.example`;
const managerOf = (i) => Math.floor((i - 1) / REPORTS);

function person(i) {
  return {
    schemas: [USER, ENTERPRISE], userName: userName(i), externalId: `hr-${run}-${i}`, displayName: `Person ${i} of many`, active: true,
    name: { givenName: 'Person', familyName: `Number ${i}` }, title: `Role ${i % 90}`,
    emails: [{ value: userName(i), type: 'work', primary: true }], locale: 'en', timezone: 'Europe/Berlin',
    [ENTERPRISE]: { employeeNumber: String(100_000 + i), department: `Department ${i % 40}`, ...(i > 0 && { manager: { value: ids[managerOf(i)] } }) },
  };
}

async function keep(path, filter, resource) {
  const found = await scim('GET', `${path}?filter=${encodeURIComponent(filter)}&excludedAttributes=members`);
  return found.totalResults === 0
    ? scim('POST', path, resource)
    : scim('PUT', `${path}/${found.Resources[0].id}?excludedAttributes=members`, resource);
}

async function atATime(from, to, each) {
  let next = from;
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (next < to) await each(next++);
  }));
}

const versions = new Map();
const seen = (resource) => versions.set(resource.id, resource.meta.version);

/** Managers before those who report to them. */
async function synchronise() {
  for (let from = 0, to = 1; from < people; from = to, to = Math.min(people, to * REPORTS + 1)) {
    await atATime(from, to, async (i) => {
      const kept = await keep('/Users', `userName eq "${userName(i)}"`, person(i));
      ids[i] = kept.id;
      seen(kept);
    });
  }
  await atATime(0, groups, async (g) => {
    const members = ids.filter((_, i) => i % groups === g).map((value) => ({ value, type: 'User' }));
    seen(await keep('/Groups', `displayName eq "Provisioned ${run} ${g}"`, { schemas: [GROUP], displayName: `Provisioned ${run} ${g}`, externalId: `group-${run}-${g}`, members }));
  });
}

function processes() {
  const run = join(home, 'run');
  return readdirSync(run).filter((file) => file.endsWith('.properties')).map((file) => {
    const read = (key) => new RegExp(`^${key}=(.*)$`, 'm').exec(readFileSync(join(run, file), 'utf8'))?.[1] ?? '';
    return { name: read('name'), pid: Number(read('pid')) };
  }).filter(({ name, pid }) => pid > 0 && name !== 'outloud');
}

function family(pid) {
  const children = existsSync(`/proc/${pid}/task/${pid}/children`)
    ? readdirSync(`/proc/${pid}/task`).flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean))
    : [];
  return [pid, ...children.flatMap((child) => family(Number(child)))];
}

/** Of a process and all that it started, also of those that are over. */
function cpuSeconds(pid) {
  return family(pid).reduce((sum, one) => {
    const fields = readFileSync(`/proc/${one}/stat`, 'utf8').split(') ').at(-1).split(' ').map(Number);
    return sum + (fields[11] + fields[12] + fields[13] + fields[14]) / TICKS_A_SECOND;
  }, 0);
}

function mebibytes(pid) {
  return family(pid).reduce((sum, one) => sum + Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1] ?? 0), 0) / 1024;
}

const TOPIC_FOLDER = /^(outloud\.[a-z.-]+)-\d+$/;

/** Where a partition's next record goes: behind the last batch of its last segment. */
function endOf(folder) {
  const last = readdirSync(folder).filter((file) => file.endsWith('.log')).sort().at(-1);
  const file = openSync(join(folder, last), 'r');
  try {
    const header = Buffer.alloc(27);
    let end = BigInt(last.slice(0, -'.log'.length));
    for (let at = 0; at + header.length <= fstatSync(file).size && readSync(file, header, 0, header.length, at) === header.length;) {
      const length = header.readInt32BE(8);
      if (length <= 0) break;
      end = header.readBigInt64BE(0) + BigInt(header.readInt32BE(23)) + 1n;
      at += 12 + length;
    }
    return Number(end);
  } finally {
    closeSync(file);
  }
}

function records() {
  const data = join(home, 'data/kafka');
  const counts = {};
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const topic = TOPIC_FOLDER.exec(entry.name)?.[1];
      if (topic) counts[topic] = (counts[topic] ?? 0) + endOf(join(folder, entry.name));
      else walk(join(folder, entry.name));
    }
  };
  walk(data);
  return counts;
}

/** Waits until no topic grows any more. */
async function settled() {
  for (let before = '', still = 0; still < 3;) {
    const now = JSON.stringify(records());
    still = now === before ? still + 1 : 0;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  return records();
}

async function measure(title) {
  const running = processes();
  const before = { cpu: running.map(({ pid }) => cpuSeconds(pid)), records: await settled(), versions: new Map(versions) };
  times = [];
  const begun = performance.now();
  await synchronise();
  const seconds = (performance.now() - begun) / 1000;
  const after = await settled();
  const sorted = times.sort((a, b) => a - b);
  const at = (share) => sorted[Math.ceil(share * sorted.length) - 1].toFixed(1);
  console.log(`\n${title}: ${people} people, ${groups} groups, ${atOnce} at once, ${sorted.length} requests in ${seconds.toFixed(0)} s: `
    + `${(people / seconds).toFixed(0)} people/s, ${(sorted.length / seconds).toFixed(0)} requests/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms`);
  running.forEach(({ name, pid }, i) => {
    const cpu = cpuSeconds(pid) - before.cpu[i];
    console.log(`  ${name.padEnd(20)} ${cpu.toFixed(1).padStart(7)} s CPU, ${((cpu / people) * 1000).toFixed(2).padStart(6)} ms a person, ${mebibytes(pid).toFixed(0).padStart(5)} MiB`);
  });
  const gained = Object.entries(after).map(([topic, count]) => [topic, count - (before.records[topic] ?? 0)]).filter(([, count]) => count !== 0);
  console.log(`  records written: ${gained.map(([topic, count]) => `${topic} ${count}`).join(', ') || 'none'}`);
  console.log(`  resources whose version changed: ${[...versions].filter(([id, version]) => before.versions.get(id) !== version).length} of ${versions.size}`);
}

await measure('first run');
await measure('second run, the same');
