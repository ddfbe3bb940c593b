// T25. Tokens, keys, sessions, forms and sockets that are almost right: none of them lets anybody in (accounts at providers and
// passkeys are in no-other-account-lets-in.test.ts). Each case is next to one that is right, so that a case cannot fail for another reason alone.
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SignJWT } from 'jose';
import { WebSocket } from 'ws';
import { createKey } from '../../../src/service/access/create-key.ts';
import { revokeKey } from '../../../src/service/access/revoke-key.ts';
import { registerMachine } from '../../../src/service/credential/administer-machines.ts';
import { good } from '../../support/outcome.ts';
import {
  FOUNDER,
  type Founder,
  found,
  openSignInWorld,
  type SignInWorld,
  signIn,
  tokenOn,
  withProvider,
} from '../../support/sign-in/founded.ts';
import { openProvider, type TestProvider } from '../../support/sign-in/provider.ts';
import type { PageAnswer } from '../../support/sign-in/visitor.ts';

let world: SignInWorld;
let provider: TestProvider;
let founder: Founder;
let apiKey: string;
const SECRET = 'another-secret-of-at-least-32-characters';

beforeAll(async () => {
  world = await openSignInWorld();
  provider = await openProvider(world.origin);
  founder = await found(world);
  const { admin } = await withProvider(world, founder, provider);
  const machine = {
    label: 'Sensor',
    roles: ['reader'] as const,
    certificate: null,
    subject: 'sensor-7',
    expiresAt: null,
  };
  const { id } = good(await registerMachine(world.endpoint.hub, admin, machine));
  await world
    .visitor()
    .raw(
      'POST',
      '/graphql',
      { ...JSON_TYPE, authorization: `Bearer ${await provider.token({})}`, 'tocsin-registration': id },
      ME,
    );
  apiKey = await keyOf();
}, 60_000);
afterAll(async () => {
  await provider?.close();
  await world?.endpoint.close();
});

const COOKIE = '__Host-tocsin';
const ME = JSON.stringify({ query: '{ me { person } }' });
const JSON_TYPE = { 'content-type': 'application/json' };

const keyOf = async (): Promise<string> => {
  const made = await createKey(world.endpoint.hub, { member: FOUNDER.slug, role: 'reader' });
  if (!made.ok) throw new Error(made.problems[0]?.message);
  return made.value.token;
};

const bearer = (token: string): Promise<PageAnswer> =>
  world.visitor().raw('POST', '/graphql', { ...JSON_TYPE, authorization: `Bearer ${token}` }, ME);

/** A case gives the status of what it tried. */
type Try = () => Promise<number>;
const status = async (answer: Promise<PageAnswer>): Promise<number> => (await answer).status;

const now = (): number => Math.floor(Date.now() / 1_000);
const jwt =
  (claims: Record<string, unknown>, header: Record<string, unknown> = {}): Try =>
  async () =>
    status(bearer(await provider.token(claims, header)));

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const rightClaims = () => ({
  iss: provider.issuer,
  sub: 'sensor-7',
  aud: world.origin,
  iat: now(),
  exp: now() + 300,
});

const spoiled = (token: string): string => `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;

const TOKENS: Readonly<Record<string, Try>> = {
  'a token that has expired': jwt({ iat: now() - 600, exp: now() - 120 }),
  'a token that begins in the future': jwt({ nbf: now() + 600 }),
  'a token issued in the future': jwt({ iat: now() + 600, exp: now() + 900 }),
  'a token without an expiry': jwt({ exp: undefined }),
  'a token without a time of issue': jwt({ iat: undefined }),
  'a token that lives for a year': jwt({ exp: now() + 365 * 24 * 3_600 }),
  'a token for another audience': jwt({ aud: 'https://other.example.org' }),
  'a token for two audiences': async () => jwt({ aud: [world.origin, 'https://other.example.org'] })(),
  'a token without an audience': jwt({ aud: undefined }),
  'a token of another issuer': jwt({ iss: 'https://other.example.org' }),
  'a token without an issuer': jwt({ iss: undefined }),
  'a token of an issuer with a slash more': async () => jwt({ iss: `${provider.issuer}/` })(),
  'a token of another subject': jwt({ sub: 'sensor-8' }),
  'a token of a subject in another case': jwt({ sub: 'SENSOR-7' }),
  'a token without a subject': jwt({ sub: undefined }),
  'a token with an empty subject': jwt({ sub: ' ' }),
  'a token with an unknown key': jwt({}, { kid: 'two' }),
  'a token with another signature': async () => status(bearer(spoiled(await provider.token({})))),
  'a token without a signature': async () =>
    status(bearer(`${encoded({ alg: 'none' })}.${encoded(rightClaims())}.`)),
  'a token that says none and has a signature': async () =>
    status(bearer(`${encoded({ alg: 'none' })}.${encoded(rightClaims())}.AAAA`)),
  'a token signed with a shared secret': async () =>
    status(
      bearer(
        await new SignJWT(rightClaims())
          .setProtectedHeader({ alg: 'HS256', kid: 'one' })
          .sign(new TextEncoder().encode(SECRET)),
      ),
    ),
  'a token signed by a key that it brings': async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'one' };
    const token = await new SignJWT(rightClaims())
      .setProtectedHeader({ alg: 'RS256', kid: 'one', jwk } as never)
      .sign(privateKey);
    return status(bearer(token));
  },
  'a token that names a place for its key': async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const token = await new SignJWT(rightClaims())
      .setProtectedHeader({ alg: 'RS256', kid: 'one', jku: `${world.endpoint.url}/keys` } as never)
      .sign(privateKey);
    return status(bearer(token));
  },
};

const key =
  (change: (token: string) => string | Promise<string>): Try =>
  async () =>
    status(bearer(await change(apiKey)));
const authorization =
  (value: (token: string) => string): Try =>
  () =>
    status(world.visitor().raw('POST', '/graphql', { ...JSON_TYPE, authorization: value(apiKey) }, ME));

const KEYS: Readonly<Record<string, Try>> = {
  'a key with another check': key((token) => `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`),
  'a key with another secret': key((token) => token.replace(/_([A-Za-z0-9-]{43})_/, `_${'A'.repeat(43)}_`)),
  'a key without its check': key((token) => token.slice(0, token.lastIndexOf('_'))),
  'a key in capitals': key((token) => token.toUpperCase()),
  'a key with a space': key((token) => `${token} x`),
  'a key with something behind it': key((token) => `${token}x`),
  'a key that was revoked': key(async () => {
    const token = await keyOf();
    await revokeKey(world.endpoint.hub, token.split('_')[2] ?? '');
    return token;
  }),
  'a key that has expired': key(async () => {
    const expiresAt = new Date(Date.now() - 1_000);
    const made = await createKey(world.endpoint.hub, { member: FOUNDER.slug, role: 'reader', expiresAt });
    return made.ok ? made.value.token : '';
  }),
  'a key as basic credentials': authorization(
    (token) => `Basic ${Buffer.from(`x:${token}`).toString('base64')}`,
  ),
  'a key without a scheme': authorization((token) => token),
  'a key of another scheme': authorization((token) => `Token ${token}`),
  'no key': () => status(world.visitor().raw('POST', '/graphql', JSON_TYPE, ME)),
  'a key in the address': () =>
    status(world.visitor().raw('POST', `/graphql?access_token=${apiKey}`, JSON_TYPE, ME)),
  'a wrong key with a session beside it': () =>
    status(founder.visitor.ask('{ me { person } }', { authorization: 'Bearer x' })),
};

/** The founder's browser with another cookie header. */
const withCookie =
  (cookie: string, headers: Record<string, string> = {}): Try =>
  () =>
    status(world.visitor().ask('{ me { person } }', { cookie, ...headers }));
const secret = (): string => founder.visitor.cookies.get(COOKIE) ?? '';
const ask =
  (headers: Record<string, string>): Try =>
  () =>
    status(founder.visitor.ask('{ me { person } }', headers));

const SESSIONS: Readonly<Record<string, Try>> = {
  'a session with a secret that was made up': withCookie(`${COOKIE}=${'A'.repeat(43)}`),
  'a session with part of its secret': async () => withCookie(`${COOKIE}=${secret().slice(0, 42)}`)(),
  'a session under a name without the prefix': async () => withCookie(`tocsin=${secret()}`)(),
  'a session that is there twice': async () => withCookie(`${COOKIE}=${secret()}; ${COOKIE}=${secret()}`)(),
  'the hash of a session in place of its secret': async () => {
    const row = await world.endpoint.hub.sessions.rows.findOne({});
    return withCookie(`${COOKIE}=${row?.hash.slice(0, 43)}`)();
  },
  'the id of a session in place of its secret': async () => {
    const row = await world.endpoint.hub.sessions.rows.findOne({});
    return withCookie(`${COOKIE}=${row?._id.padEnd(43, 'A')}`)();
  },
  'a session as a bearer token': async () => status(bearer(secret())),
  'a session that was ended': async () => {
    const { visitor } = await signIn(world, founder.passkey);
    const kept = visitor.cookies.get(COOKIE) ?? '';
    await visitor.send('/sign-out', { token: await tokenOn(visitor) });
    return withCookie(`${COOKIE}=${kept}`)();
  },
  'a session by GET': () =>
    status(
      founder.visitor.get('/graphql?query=%7Bme%7Bperson%7D%7D', {
        'x-tocsin-session': '1',
        origin: world.origin,
      }),
    ),
  'a session for the page of a warning': () =>
    status(founder.visitor.get('/warnings/warning--x', { 'x-tocsin-session': '1' })),
  'a session for the metrics': () => status(founder.visitor.get('/metrics', { 'x-tocsin-session': '1' })),
};

const FORGED: Readonly<Record<string, Try>> = {
  'a request without our header': ask({ 'x-tocsin-session': '' }),
  'a request with another value of it': ask({ 'x-tocsin-session': 'true' }),
  'a request of another origin': ask({ origin: 'https://evil.example.org' }),
  'a request of no origin': ask({ origin: 'null' }),
  'a request of our host by another port': ask({ origin: 'http://localhost:1' }),
  'a request of our name with another scheme': async () =>
    ask({ origin: world.origin.replace('http:', 'https:') })(),
  'a request that a browser calls cross-site': ask({ 'sec-fetch-site': 'cross-site' }),
  'a request that a browser calls same-site': ask({ 'sec-fetch-site': 'same-site' }),
  'a request to another host': ask({ host: 'evil.example.org' }),
  'a form of another origin': () =>
    status(founder.visitor.send('/sign-out', {}, { origin: 'https://evil.example.org' })),
  'a form that a browser calls cross-site': () =>
    status(founder.visitor.send('/sign-out', {}, { 'sec-fetch-site': 'cross-site' })),
  'a form without the token of its session': () => status(founder.visitor.send('/sign-out', {})),
  'a call of the console from another origin': () =>
    status(
      founder.visitor.send('/sign-out', {}, { 'x-tocsin-session': '1', origin: 'https://evil.example.org' }),
    ),
  'a call of the console to a page that it does not call': () =>
    status(founder.visitor.send('/account', { act: 'end-others' }, { 'x-tocsin-session': '1' })),
  'a form with the token of another session': async () => {
    const { visitor } = await signIn(world, founder.passkey);
    return status(founder.visitor.send('/account', { act: 'end-others', token: await tokenOn(visitor) }));
  },
  'a form to another host': () => status(founder.visitor.send('/sign-out', {}, { host: 'evil.example.org' })),
  'a form that is JSON': () =>
    status(founder.visitor.send('/sign-out', {}, { 'content-type': 'application/json' })),
  'a form with a file': () =>
    status(founder.visitor.send('/sign-out', {}, { 'content-type': 'multipart/form-data; boundary=x' })),
};

/** 403 where the socket is refused, 101 where it was acknowledged. */
const socket = (headers: Record<string, string>, payload: object = {}): Promise<number> =>
  new Promise((resolve) => {
    const client = new WebSocket(
      `${world.endpoint.url.replace('http', 'ws')}/graphql`,
      'graphql-transport-ws',
      { headers },
    );
    client.on('open', () => client.send(JSON.stringify({ type: 'connection_init', payload })));
    client.on('message', (data) => {
      resolve(String(data).includes('connection_ack') ? 101 : 403);
      client.close();
    });
    client.on('close', () => resolve(403));
    client.on('error', () => resolve(403));
  });

const SOCKETS: Readonly<Record<string, Try>> = {
  'a socket with a session': () =>
    socket({
      cookie: `${COOKIE}=${secret()}`,
      origin: world.origin,
      host: new URL(world.origin).host,
      'x-tocsin-session': '1',
    }),
  'a socket with a session as its key': () => socket({}, { authorization: `Bearer ${secret()}` }),
  'a socket with a session cookie in its first message': () =>
    socket({}, { cookie: `${COOKIE}=${secret()}` }),
  'a socket of another origin': () =>
    socket({ origin: 'https://evil.example.org', authorization: `Bearer ${apiKey}` }),
  'a socket without anything': () => socket({}),
};

const CASES = Object.entries({
  ...TOKENS,
  ...KEYS,
  ...SESSIONS,
  ...FORGED,
  ...SOCKETS,
});

test('what is right lets somebody in', async () => {
  expect(await jwt({})()).toBe(200);
  expect(await key((token) => token)()).toBe(200);
  expect(await ask({})()).toBe(200);
  expect(await socket({ authorization: `Bearer ${apiKey}` })).toBe(101);
});

test('a page that shows somebody else as signed in acts as nobody; a key is asked for no person', async () => {
  const as = (person: string) =>
    founder.visitor.ask(
      'mutation { saveDraft(input: { kind: WARNING, label: "Mine", content: "{}" }) { refusals { code } } }',
      {
        'x-tocsin-person': person,
      },
    );
  const { personId } = JSON.parse((await founder.visitor.ask('{ me { personId } }')).text).data.me;
  const drafts = async () =>
    JSON.parse((await founder.visitor.ask('{ drafts { draftId } }')).text).data.drafts.length;
  const others = `${personId.slice(0, -1)}${personId.endsWith('0') ? '1' : '0'}`;
  for (const other of [others, 'x', personId.toUpperCase()]) {
    const answer = await as(other);
    expect([other, answer.status, answer.text]).toEqual([
      other,
      409,
      expect.stringContaining('SESSION_OF_ANOTHER'),
    ]);
  }
  expect(await drafts()).toBe(0);
  expect((await as(personId)).status).toBe(200);
  expect(await drafts()).toBe(1);
  const headers = { ...JSON_TYPE, authorization: `Bearer ${apiKey}`, 'x-tocsin-person': others };
  expect((await world.visitor().raw('POST', '/graphql', headers, ME)).status).toBe(200);
});

test('at least 60 cases are tried', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(60);
});

const REFUSED = [400, 401, 403, 404, 415, 421];

test.each(CASES)('%s', async (_, attempt) => {
  expect(REFUSED).toContain(await attempt());
});

test('too many attempts from one network are refused for a while, with how long', async () => {
  const other = await openSignInWorld({
    env: { TOCSIN_SIGN_INS_PER_MINUTE: '3', TOCSIN_SHARED_LIMITS: 'false' },
  });
  const statuses: number[] = [];
  for (let count = 0; count < 4; count += 1)
    statuses.push(await status(other.visitor().send('/sign-in', { passkey: '' })));
  const { text } = await other.visitor().send('/sign-in', { passkey: '' });
  // A code that is mistyped is no attempt.
  const mistyped = await other.visitor().send('/sign-in/recovery', { person: 'a/b', code: '' });
  expect(mistyped.status).toBe(401);
  await other.endpoint.close();
  expect(statuses).toEqual([401, 401, 401, 429]);
  expect(text).toContain('seconds');
});

test('a provider is not asked for an address that fails too often, and for others it is', async () => {
  const other = await openSignInWorld({
    env: { TOCSIN_SIGN_INS_PER_MINUTE: '1', TOCSIN_SHARED_LIMITS: 'false', TOCSIN_PROXIES: '127.0.0.1' },
  });
  const accounts = await openProvider(other.origin);
  const { providerId } = await withProvider(other, await found(other), accounts);
  const from = (host: number) => ({ 'x-forwarded-for': `192.0.2.${host}`, 'sec-fetch-site': 'cross-site' });
  const enter = async (host: number): Promise<number> => {
    const visitor = other.visitor();
    const left = await visitor.get(`/sign-in/openid-connect/${providerId}`, from(host));
    const query = await accounts.visit(String(left.headers['location']));
    return (await visitor.get(`/sign-in/callback?${query}`, from(host))).status;
  };
  const invented = () => other.visitor().get('/sign-in/callback?code=x', from(7));
  const statuses = [(await invented()).status, await enter(7), await enter(8)];
  await accounts.close();
  await other.endpoint.close();
  // What the provider would have let in is refused unasked.
  expect(statuses).toEqual([401, 429, 200]);
});
