// An identity provider in process: oidc-provider on loopback, whose people are signed in by the account that a test names,
// and which signs tokens for machines with the keys that it publishes.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import Provider from 'oidc-provider';

type TestAccount = {
  readonly subject: string;
  readonly groups: readonly string[];
  /** What the provider calls it. */
  readonly name?: string;
};

export type TestProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The account that signs in next, and its groups. */
  account: TestAccount;
  /** Goes the way of a browser from the hub's redirect to the provider and back: returns the query of the callback. */
  visit(url: string): Promise<string>;
  /** A token for a machine; what is given replaces what is right. */
  token(claims: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
  close(): Promise<void>;
};

const CLIENT = { id: 'tocsin-hub', secret: 'a-secret-of-the-hub-at-the-provider' };

/** `hub` is the hub's origin. */
export const openProvider = async (hub: string): Promise<TestProvider> => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const state: { account: TestAccount } = { account: { subject: 'ana', groups: [] } };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${hub}/sign-in/callback`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [key] },
    claims: { openid: ['sub'], profile: ['name', 'groups'] },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        name: state.account.name ?? `Account ${id}`,
        groups: [...state.account.groups],
      }),
    }),
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['for tests'] },
  });
  const callback = provider.callback();
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response);
    await signIn(provider, state.account.subject, { request, response });
  });
  return {
    issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    get account() {
      return state.account;
    },
    set account(account) {
      state.account = account;
    },
    visit: (url) => throughProvider(url, hub),
    token: (claims, header = {}) => {
      const now = Math.floor(Date.now() / 1_000);
      const right = { iss: issuer, sub: 'sensor-7', aud: hub, iat: now, exp: now + 300 };
      return new SignJWT({ ...right, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'one', ...header })
        .sign(privateKey);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse };

/** What a person does at the provider: signs in to the account, and consents. */
const signIn = async (
  provider: Provider,
  accountId: string,
  { request, response }: Exchange,
): Promise<void> => {
  const details = await provider.interactionDetails(request, response);
  const grant = new provider.Grant({ accountId, clientId: CLIENT.id });
  grant.addOIDCScope(String(details.params['scope']));
  const result = { login: { accountId }, consent: { grantId: await grant.save() } };
  await provider.interactionFinished(request, response, result);
};

const MOST_STEPS = 8;

/** Follows redirects with the provider's cookies until one leads to the hub. */
const throughProvider = async (url: string, hub: string): Promise<string> => {
  const cookies = new Map<string, string>();
  let at = new URL(url);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const each of response.headers.getSetCookie()) {
      const [pair = ''] = each.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    await response.arrayBuffer();
    const place = response.headers.get('location');
    if (place === null) throw new Error(`The provider answered ${response.status} at ${at.href}.`);
    at = new URL(place, at);
    if (at.origin === hub) return at.search.slice(1);
  }
  throw new Error('The provider went round in circles.');
};
