// Stands in for Keycloak and profile-service: signs tokens for any subject, serves the key, and knows everybody.
//   node issuer.mjs <port> <folder for the key>
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'

const [port, folder] = process.argv.slice(2)
const file = join(folder, 'issuer.pem')
if (!existsSync(file)) {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  writeFileSync(file, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }))
}
const key = createPrivateKey(readFileSync(file))
const jwk = { ...createPublicKey(key).export({ format: 'jwk' }), kid: 'bench', use: 'sig', alg: 'RS256' }
const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')

// As long as Keycloak's own tokens are
function token(subject) {
  const now = Math.floor(Date.now() / 1000)
  const text = `${encoded({ alg: 'RS256', typ: 'JWT', kid: 'bench' })}.${encoded({
    exp: now + 86400, iat: now - 5, jti: `onrtro:${subject}`, iss: `http://127.0.0.1:${port}`, aud: ['outloud', 'account'],
    sub: subject, typ: 'Bearer', azp: 'outloud-cli', sid: subject, acr: '1', 'allowed-origins': ['/*'],
    realm_access: { roles: ['offline_access', 'default-roles-outloud', 'uma_authorization', 'employee'] },
    resource_access: { account: { roles: ['manage-account', 'manage-account-links', 'view-profile'] } },
    scope: 'openid email profile', email_verified: true, name: `Person ${subject}`, preferred_username: subject,
    email: `${subject}@outloud.example`,
  })}`
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`
}

createServer(async (request, answer) => {
  answer.setHeader('content-type', 'application/json')
  if (request.url.endsWith('/certs')) {
    answer.end(JSON.stringify({ keys: [jwk] }))
  } else if (request.url === '/tokens') {
    let subjects = ''
    for await (const chunk of request) subjects += chunk
    answer.end(subjects.trim().split('\n').map(token).join('\n') + '\n')
  } else {
    answer.end('{}')
  }
}).listen(Number(port), '127.0.0.1')
