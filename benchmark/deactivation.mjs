// How long a token that is still valid opens anything after HR ended a person's access: until every service's endpoints refuse
// it and the open stream is over; then how long until the same token opens everything again after HR gave the access back. Makes
// accounts at the identity provider and people over SCIM, and deactivates and re-activates them.
// OUTLOUD_HR_CLIENT_SECRET=… node benchmark/deactivation.mjs [people] [at once]     against a running ./outloud up
const people = Number(process.argv[2] ?? 100);
const atOnce = Number(process.argv[3] ?? 5);
const gateway = process.env.OUTLOUD_URL ?? 'http://localhost:8080';
const keycloak = process.env.OUTLOUD_KEYCLOAK_URL ?? 'http://localhost:8180';
const hrSecret = process.env.OUTLOUD_HR_CLIENT_SECRET;
const admin = { username: process.env.KC_BOOTSTRAP_ADMIN_USERNAME ?? 'admin', password: process.env.KC_BOOTSTRAP_ADMIN_PASSWORD ?? 'admin' };
const endpoints = ['/api/v1/me', '/api/v1/people?limit=1', '/api/v1/feeds/home', '/api/v1/tags', '/api/v1/communities', '/api/v1/inventory?limit=1'];
const run = Date.now().toString(36);

async function grant(realm, form) {
  const answer = await fetch(`${keycloak}/realms/${realm}/protocol/openid-connect/token`, { method: 'POST', body: new URLSearchParams(form) });
  if (!answer.ok) throw new Error(`no token: ${answer.status} ${await answer.text()}`);
  return (await answer.json()).access_token;
}

async function send(url, token, method, body, type = 'application/json') {
  const response = await fetch(url, { method, headers: { Authorization: `Bearer ${token}`, 'Content-Type': type }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

const hr = () => grant('outloud', { grant_type: 'client_credentials', client_id: 'outloud-hr', client_secret: hrSecret });
const scim = (token, method, path, body) => send(`${gateway}/scim/v2${path}`, token, method, body, 'application/scim+json');

const names = Array.from({ length: people }, (_, i) => `leaver-${run}-${i}`);
const administrator = await grant('master', { grant_type: 'password', client_id: 'admin-cli', ...admin });
const users = names.map((username) => ({
  username, enabled: true, email: `${username}@outloud.example`, emailVerified: true, firstName: 'Leaver', lastName: username,
  realmRoles: ['default-roles-outloud', 'employee'], credentials: [{ type: 'password', value: 'outloud', temporary: false }],
}));
await send(`${keycloak}/admin/realms/outloud/partialImport`, administrator, 'POST', { ifResourceExists: 'SKIP', users });

/** Opens a stream and reads on; `over` says when its end came. */
async function follow(token) {
  const response = await fetch(`${gateway}/api/v1/stream`, { headers: { Authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`the stream answered ${response.status}`);
  const reader = response.body.getReader();
  await reader.read();
  const end = async () => {
    while (!(await reader.read()).done);
    return performance.now();
  };
  return { over: end() };
}

/** Asks until the answer turns from one status to the other. */
async function until(path, token, before, after) {
  for (;;) {
    const answer = await fetch(gateway + path, { headers: { Authorization: `Bearer ${token}` } });
    await answer.body?.cancel();
    if (answer.status === after) return performance.now();
    if (answer.status !== before) throw new Error(`${path} answered ${answer.status}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const setActive = (token, id, value) => scim(token, 'PATCH', `/Users/${id}`, {
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: [{ op: 'replace', path: 'active', value }],
});

async function leaveAndReturn(userName) {
  const { id } = await scim(await hr(), 'POST', '/Users', {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName, displayName: userName, active: true,
  });
  const token = await grant('outloud', { grant_type: 'password', client_id: 'outloud-cli', username: userName, password: 'outloud' });
  for (const path of endpoints) {
    const { status } = await fetch(gateway + path, { headers: { Authorization: `Bearer ${token}` } });
    if (status !== 200) throw new Error(`${path} answered ${status} before`);
  }
  const { over } = await follow(token);
  const hrToken = await hr();
  const left = performance.now();
  await setActive(hrToken, id, false);
  const ended = await Promise.all([over, ...endpoints.map((path) => until(path, token, 200, 403))]);
  const returned = performance.now();
  await setActive(hrToken, id, true);
  const opened = await Promise.all(['/api/v1/stream', ...endpoints].map((path) => until(path, token, 403, 200)));
  return { closed: ended.map((at) => at - left), opened: opened.map((at) => at - returned) };
}

const measured = [];
const waiting = [...names];
await Promise.all(Array.from({ length: atOnce }, async () => {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) measured.push(await leaveAndReturn(name));
}));

function percentiles(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => (sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] / 1000).toFixed(2);
  return `p50 ${at(0.5)} s, p95 ${at(0.95)} s, max ${at(1)} s`;
}
console.log(`${measured.length} people, ${atOnce} at once, ${endpoints.length} endpoints each`);
console.log(`every door closed:   ${percentiles(measured.map(({ closed }) => Math.max(...closed)))}`);
console.log(`open stream over:    ${percentiles(measured.map(({ closed: [stream] }) => stream))}`);
endpoints.forEach((path, i) => console.log(`${path.padEnd(28)} ${percentiles(measured.map(({ closed }) => closed[i + 1]))}`));
console.log(`every door open again: ${percentiles(measured.map(({ opened }) => Math.max(...opened)))}`);
console.log(`stream open again:     ${percentiles(measured.map(({ opened: [stream] }) => stream))}`);
