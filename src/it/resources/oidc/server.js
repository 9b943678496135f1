// An authorization server for tests. The first line of stdin says what it knows; each further line is a question that one line of
// stdout answers. It ends when stdin ends.
import http from 'node:http';
import https from 'node:https';
import readline from 'node:readline';
import { Provider, errors } from 'oidc-provider';

// the provider writes notices; stdout is for answers alone
console.log = console.info = console.warn = console.error;

const lines = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const known = JSON.parse((await lines.next()).value);

// the time of both sides is the test's
let now = known.now;
Date.now = () => now;

const RESOURCE = 'urn:acme:payments';
const MERCHANT = 'merchant';

function resourceServer(ctx, resource) {
  if (resource !== RESOURCE) {
    throw new errors.InvalidTarget();
  }
  return { scope: 'payments refunds', accessTokenTTL: 600 };
}

function certificate(ctx) {
  return ctx.socket.getPeerX509Certificate?.();
}

const configuration = {
  clients: known.clients,
  clientDefaults: { grant_types: ['client_credentials'], response_types: [] },
  clientAuthMethods: [
    'client_secret_basic',
    'client_secret_post',
    'client_secret_jwt',
    'private_key_jwt',
    'tls_client_auth',
    'self_signed_tls_client_auth',
  ],
  enabledJWA: {
    clientAuthSigningAlgValues: [
      'HS256', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA',
    ],
  },
  clockTolerance: 0,
  cookies: { keys: ['of a test'] },
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    mTLS: {
      enabled: true,
      tlsClientAuth: true,
      selfSignedTlsClientAuth: true,
      certificateBoundAccessTokens: true,
      getCertificate: certificate,
      certificateAuthorized: (ctx) => ctx.socket.authorized,
      certificateSubjectMatches: (ctx, property, expected) =>
        property === 'tls_client_auth_subject_dn' && certificate(ctx).subject === expected,
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => RESOURCE,
      useGrantedResource: () => true,
      getResourceServerInfo: resourceServer,
    },
  },
  findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  rotateRefreshToken: (ctx) => ctx.oidc.client.clientId !== known.keepsRefreshToken,
  scopes: ['openid', 'offline_access', 'payments', 'refunds'],
  ttl: { AccessToken: 600, ClientCredentials: 600, Grant: 86400, RefreshToken: 86400 },
};

const server = http.createServer();
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;
const provider = new Provider(issuer, configuration);
server.on('request', provider.callback());

async function secured({ pfx, passphrase, ca }) {
  const options = { pfx: Buffer.from(pfx, 'base64'), passphrase, ca, requestCert: true, rejectUnauthorized: false };
  const tls = https.createServer(options, provider.callback());
  await new Promise((listening) => tls.listen(0, '127.0.0.1', listening));
  return `https://localhost:${tls.address().port}`;
}

// how often each refresh token that is used once has come, and what the provider has done about it
const sent = new Map();
const seen = { renewed: 0, reused: 0, revoked: 0, destroyed: 0 };

function receive(ctx) {
  const token = ctx.oidc.params?.refresh_token;
  if (token && ctx.oidc.client?.clientId !== known.keepsRefreshToken) {
    sent.set(token, (sent.get(token) ?? 0) + 1);
  }
}

provider.on('grant.success', receive);
provider.on('grant.error', (ctx, error) => {
  receive(ctx);
  seen.reused += error.error_description === 'refresh token already used' ? 1 : 0;
});
provider.on('refresh_token.consumed', () => { seen.renewed += 1; });
provider.on('refresh_token.destroyed', () => { seen.destroyed += 1; });
provider.on('grant.revoked', () => { seen.revoked += 1; });

// what a merchant's consent to a client ends with
async function mint(clientId) {
  const grant = new provider.Grant({ accountId: MERCHANT, clientId });
  grant.addResourceScope(RESOURCE, 'payments');
  const token = new provider.RefreshToken({
    accountId: MERCHANT,
    client: await provider.Client.find(clientId),
    grantId: await grant.save(),
    gty: 'authorization_code',
    resource: RESOURCE,
    scope: 'payments',
  });
  return token.save();
}

async function find(value) {
  const token = (await provider.ClientCredentials.find(value)) ?? (await provider.AccessToken.find(value));
  return token
    ? { kind: token.kind, client: token.clientId, scope: token.scope, audience: token.aud, certificate: token['x5t#S256'] }
    : {};
}

const answers = {
  now: (millis) => { now = millis; },
  mint,
  find,
  seen: () => ({ ...seen, sentTwice: [...sent.values()].filter((times) => times > 1).length }),
};

function say(value) {
  process.stdout.write(`${JSON.stringify(value ?? {})}\n`);
}

say({ issuer, secured: known.tls ? await secured(known.tls) : '' });
for await (const line of lines) {
  const [question, value] = JSON.parse(line).question;
  say({ answer: await answers[question](value) });
}
process.exit(0);
