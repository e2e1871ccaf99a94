// How long a post takes from its author's request to a follower's open stream and home feed.
// node benchmark/live-arrival.mjs [posts]     against a running ./outloud up
const posts = Number(process.argv[2] ?? 200);
const warmUp = Math.max(20, posts / 4);
const gateway = process.env.OUTLOUD_URL ?? 'http://localhost:8080';
const keycloak = process.env.OUTLOUD_KEYCLOAK_URL ?? 'http://localhost:8180';

async function signIn(username) {
  const form = new URLSearchParams({ grant_type: 'password', client_id: 'outloud-cli', username, password: 'outloud' });
  const answer = await fetch(`${keycloak}/realms/outloud/protocol/openid-connect/token`, { method: 'POST', body: form });
  const { access_token: token } = await answer.json();
  return async (path, options = {}) => {
    const response = await fetch(gateway + path, {
      ...options, headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...options.headers },
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response;
  };
}

const ada = await signIn('ada');
const bo = await signIn('bo');
const { person } = await (await ada('/api/v1/me')).json();
await (await bo(`/api/v1/people/${person.id}/follow`, { method: 'PUT' })).text();

const heard = new Map();
const stream = await bo('/api/v1/stream');
const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader();
void (async () => {
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      if (line.startsWith('data:{"id"')) heard.set(JSON.parse(line.slice(5)).id, performance.now());
    }
  }
})();

async function until(condition) {
  const end = performance.now() + 20_000;
  while (!condition()) {
    if (performance.now() > end) throw new Error('A post did not arrive within 20 s');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

async function publish(i) {
  const begun = performance.now();
  const body = JSON.stringify({ kind: 'working-out-loud', doing: `Measuring, number ${i}`, learned: 'Wait for the condition.' });
  const { id } = await (await ada('/api/v1/posts', { method: 'POST', body })).json();
  const answered = performance.now();
  await until(() => heard.has(id));
  return { id, answered: answered - begun, live: heard.get(id) - begun };
}

const measured = [];
for (let i = 0; i < warmUp + posts; i++) {
  const one = await publish(i);
  if (i >= warmUp) measured.push(one);
}
const home = await (await bo('/api/v1/feeds/home?limit=100')).json();
const newest = new Set(home.items.map((post) => post.id));
const there = measured.slice(-100).filter((one) => newest.has(one.id)).length;
await reader.cancel();

function percentiles(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)].toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`;
}
console.log(`${measured.length} posts after ${warmUp} to warm up`);
console.log(`answer to the author:      ${percentiles(measured.map((one) => one.answered))}`);
console.log(`on the follower's stream:  ${percentiles(measured.map((one) => one.live))}`);
console.log(`in the follower's home:    ${there} of the newest ${Math.min(100, measured.length)}`);
