import { home, secrets } from './databases.mjs';

const port = (name, usual) => process.env[name] || usual;

export const origin = `http://localhost:${port('OUTLOUD_PORT', 8080)}`;
const keycloak = `http://localhost:${port('OUTLOUD_KEYCLOAK_PORT', 8180)}`;
const administrator = {
  username: process.env.KC_BOOTSTRAP_ADMIN_USERNAME ?? 'admin', password: process.env.KC_BOOTSTRAP_ADMIN_PASSWORD ?? 'admin',
};
export { home, secrets };

async function grant(realm, form) {
  const answer = await fetch(`${keycloak}/realms/${realm}/protocol/openid-connect/token`, { method: 'POST', body: new URLSearchParams(form) });
  if (!answer.ok) throw new Error(`no token: ${answer.status} ${await answer.text()}`);
  return (await answer.json()).access_token;
}

/** Makes accounts for people of the generated organisation, so that they can sign in. */
export async function accounts(userNames) {
  const token = await grant('master', { grant_type: 'password', client_id: 'admin-cli', ...administrator });
  const users = userNames.map((username) => ({
    username, enabled: true, email: `${username}@outloud.example`, emailVerified: true, firstName: username, lastName: 'Reader',
    realmRoles: ['default-roles-outloud', 'employee'], credentials: [{ type: 'password', value: 'outloud', temporary: false }],
  }));
  const answer = await fetch(`${keycloak}/admin/realms/outloud/partialImport`, {
    method: 'POST', headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ifResourceExists: 'SKIP', users }),
  });
  if (!answer.ok) throw new Error(`no accounts: ${answer.status} ${await answer.text()}`);
}

/** The header with which a person asks; tokens live for minutes, so a long measurement fetches them anew. */
export async function signIn(userName) {
  const token = await grant('outloud', { grant_type: 'password', client_id: 'outloud-cli', username: userName, password: 'outloud' });
  return { authorization: `Bearer ${token}` };
}

export async function get(path, headers) {
  const answer = await fetch(origin + path, { headers });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
