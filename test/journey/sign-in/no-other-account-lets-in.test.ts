// T25. Accounts at providers and passkeys that are almost right: none of them lets anybody in. Each case is next to one that is
// right, so that a case cannot fail for another reason alone. And an account that somebody adds who is signed in.
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Member } from '../../../src/domain/member.ts';
import { removeProvider, setProvider } from '../../../src/service/credential/administer-provider.ts';
import { readSession } from '../../../src/service/session/read-session.ts';
import { memberOf } from '../../support/cast.ts';
import { codes } from '../../support/outcome.ts';
import {
  actorIn,
  type Founder,
  found,
  openSignInWorld,
  type SignInWorld,
  withProvider,
} from '../../support/sign-in/founded.ts';
import { openProvider, type TestProvider } from '../../support/sign-in/provider.ts';
import { type Lies, softPasskey } from '../../support/sign-in/soft-passkey.ts';
import { fieldIn, optionsIn, type PageAnswer, type Visitor } from '../../support/sign-in/visitor.ts';

let world: SignInWorld;
let provider: TestProvider;
let founder: Founder;
let providerId: string;

beforeAll(async () => {
  world = await openSignInWorld();
  provider = await openProvider(world.origin);
  founder = await found(world);
  ({ providerId } = await withProvider(world, founder, provider));
}, 60_000);
afterAll(async () => {
  await provider?.close();
  await world?.endpoint.close();
});

/** A case gives the status of what it tried. */
type Try = () => Promise<number>;
const status = async (answer: Promise<PageAnswer>): Promise<number> => (await answer).status;

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const trip = async (going = ''): Promise<{ visitor: Visitor; query: string }> => {
  const visitor = world.visitor();
  const left = await visitor.get(`/sign-in/openid-connect/${providerId}${going}`);
  provider.account = { subject: 'zoe', groups: [] };
  return { visitor, query: await provider.visit(String(left.headers['location'])) };
};
const callback = (visitor: Visitor, query: string): Promise<number> =>
  status(visitor.get(`/sign-in/callback?${query}`, { 'sec-fetch-site': 'cross-site' }));
const changed = (query: string, name: string, value: string): string => {
  const parameters = new URLSearchParams(query);
  parameters.set(name, value);
  return parameters.toString();
};
const TRIP = '__Host-tocsin-trip';
const tripWith =
  (change: (trip: Record<string, unknown>) => object): Try =>
  async () => {
    const { visitor, query } = await trip();
    const kept = JSON.parse(Buffer.from(visitor.cookies.get(TRIP) ?? '', 'base64url').toString());
    visitor.cookies.set(TRIP, encoded(change(kept)));
    return callback(visitor, query);
  };

const PROVIDERS: Readonly<Record<string, Try>> = {
  'a callback without the cookie of its trip': async () => {
    const { query } = await trip();
    return callback(world.visitor(), query);
  },
  'a callback with the trip of another browser': async () => {
    const [one, other] = [await trip(), await trip()];
    return callback(other.visitor, one.query);
  },
  'a callback that was used': async () => {
    const { visitor, query } = await trip();
    const kept = visitor.cookies.get(TRIP) ?? '';
    expect(await callback(visitor, query)).toBe(200);
    visitor.cookies.clear();
    visitor.cookies.set(TRIP, kept);
    return callback(visitor, query);
  },
  'a callback with another state': async () => {
    const { visitor, query } = await trip();
    return callback(visitor, changed(query, 'state', 'x'.repeat(51)));
  },
  'a callback with another code': async () => {
    const { visitor, query } = await trip();
    return callback(visitor, changed(query, 'code', 'x'.repeat(43)));
  },
  'a callback of another issuer': async () => {
    const { visitor, query } = await trip();
    return callback(visitor, changed(query, 'iss', 'https://other.example.org'));
  },
  'a callback with an error': async () => {
    const { visitor, query } = await trip();
    return callback(visitor, `error=access_denied&state=${new URLSearchParams(query).get('state')}`);
  },
  'a callback with another verifier': tripWith((kept) => ({ ...kept, verifier: 'y'.repeat(43) })),
  'a callback with another nonce': tripWith((kept) => ({ ...kept, nonce: 'z'.repeat(43) })),
  'a callback whose trip made its own state': tripWith((kept) => ({
    ...kept,
    state: Buffer.alloc(38).toString('base64url'),
  })),
  'a callback for another provider': tripWith((kept) => ({
    ...kept,
    provider: '00000000-0000-4000-8000-000000000000',
  })),
  'a way to a provider that nobody registered': () =>
    status(world.visitor().get('/sign-in/openid-connect/00000000-0000-4000-8000-000000000000')),
};

const passkey =
  (lies: Lies, of = () => founder.passkey): Try =>
  async () => {
    const visitor = world.visitor();
    const page = await visitor.get('/sign-in');
    const answer = of().get(optionsIn(page.text, 'get'), lies);
    return status(visitor.send('/sign-in', { passkey: JSON.stringify(answer) }));
  };
const answered =
  (text: string): Try =>
  () =>
    status(world.visitor().send('/sign-in', { passkey: text }));

const PASSKEYS: Readonly<Record<string, Try>> = {
  'a passkey used at another origin': passkey({ origin: 'https://evil.example.org' }),
  'a passkey used at the address of this machine': async () => passkey({ origin: world.endpoint.url })(),
  'a passkey of another RP': passkey({ rpId: 'evil.example.org' }),
  'a passkey with another signature': passkey({ spoilsSignature: true }),
  'a passkey signed by another key': passkey({
    key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
  }),
  'a passkey whose person was not verified': passkey({ flags: 0x01 }),
  'a passkey whose person was not there': passkey({ flags: 0x04 }),
  'a passkey that answers as if it was made': passkey({ type: 'webauthn.create' }),
  'a passkey with a challenge that it made up': passkey({
    challenge: Buffer.alloc(38).toString('base64url'),
  }),
  'a passkey whose counter went back': passkey({ counter: 1 }),
  'a passkey that nobody has': passkey({}, () => softPasskey(world.origin)),
  'the id of a passkey with another passkey': async () =>
    passkey({ credentialId: founder.passkey.credentialId }, () => softPasskey(world.origin))(),
  'an answer that was used': async () => {
    const visitor = world.visitor();
    const page = await visitor.get('/sign-in');
    const answer = JSON.stringify(founder.passkey.get(optionsIn(page.text, 'get')));
    expect(await status(visitor.send('/sign-in', { passkey: answer }))).toBe(303);
    return status(world.visitor().send('/sign-in', { passkey: answer }));
  },
  'a challenge that was made to add a passkey': async () => {
    const account = await founder.visitor.get('/account');
    const { challenge } = optionsIn(account.text, 'create') as { challenge: string };
    return passkey({ challenge })();
  },
  'an answer that is no JSON': answered('{'),
  'an answer without anything': answered('{}'),
  'an answer of the wrong types': answered('{"id":1,"response":{"clientDataJSON":[]}}'),
  'no answer': answered(''),
};

const CASES = Object.entries({ ...PROVIDERS, ...PASSKEYS });

test('a way back that fails remembers where somebody was going, and no address is too long for it', async () => {
  const failed = await trip('?to=%2Fapprovals');
  const other = changed(failed.query, 'state', 'x'.repeat(51));
  const refused = await failed.visitor.get(`/sign-in/callback?${other}`, { 'sec-fetch-site': 'cross-site' });
  expect(refused.status).toBe(401);
  expect(refused.text).toContain('name="to" value="/approvals"');
  // A browser drops a cookie of more than 4 kB.
  const long = await trip(`?to=%2F%3Ftext%3D${'x'.repeat(4_000)}`);
  expect(long.visitor.cookies.get(TRIP)?.length).toBeLessThan(2_000);
  expect(await callback(long.visitor, long.query)).toBe(200);
});

test('what is right lets somebody in', async () => {
  const { visitor, query } = await trip();
  expect(await callback(visitor, query)).toBe(200);
  expect(await passkey({})()).toBe(303);
});

test('at least 30 cases are tried', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(30);
});

const REFUSED = [400, 401, 403, 404, 415, 421];

test.each(CASES)('%s', async (_, attempt) => {
  expect(REFUSED).toContain(await attempt());
});

const personOf = async ({ cookies }: Visitor): Promise<string | null> =>
  (await readSession(world.endpoint.hub, cookies.get('__Host-tocsin') ?? ''))?.actor.person ?? null;

const throughProvider = async (visitor: Visitor, link: string): Promise<PageAnswer> => {
  const left = await visitor.get(link);
  const query = await provider.visit(String(left.headers['location']));
  return visitor.get(`/sign-in/callback?${query}`, { 'sec-fetch-site': 'cross-site' });
};

test('who is signed in adds an account at the provider of its member, and again once it was removed', async () => {
  const { hub } = world.endpoint;
  const { visitor } = founder;
  const person = await personOf(visitor);
  const id = providerId;
  const way = `/sign-in/openid-connect/${id}?for=account`;
  expect((await visitor.get('/account')).text).toContain(way);
  const add = async (by = visitor): Promise<PageAnswer> => {
    const token = fieldIn((await by.get('/account')).text, 'token');
    return by.send('/account', { act: 'add-account', token });
  };
  const prove = async (subject: string): Promise<string> => {
    provider.account = { subject, groups: [] };
    const back = await throughProvider(visitor, way);
    expect([back.status, back.text.includes('content="0;url=/account"')]).toEqual([200, true]);
    return visitor.cookies.get('__Host-tocsin-account') ?? '';
  };
  // Nothing was proved.
  expect((await add()).status).toBe(400);
  const sealed = await prove('ana-at-work');
  expect((await visitor.get('/account')).text).toContain('You proved an account at <bdi>Accounts</bdi>');
  // Neither another session nor whoever writes such a cookie itself has proved anything.
  const other = world.visitor();
  provider.account = { subject: 'zoe', groups: [] };
  await throughProvider(other, `/sign-in/openid-connect/${id}`);
  for (const text of [sealed, sealed.replace(/^./, 'X'), 'nonsense']) {
    other.cookies.set('__Host-tocsin-account', text);
    expect((await add(other)).status).toBe(400);
  }
  const added = await add();
  expect([added.status, added.text.includes('The account was added')]).toEqual([200, true]);
  expect(visitor.cookies.has('__Host-tocsin-account')).toBe(false);
  const again = world.visitor();
  provider.account = { subject: 'ana-at-work', groups: [] };
  await throughProvider(again, `/sign-in/openid-connect/${id}`);
  expect(await personOf(again)).toBe(person);
  // It is somebody's now; what was proved counts once; and somebody else's account is not taken over.
  visitor.cookies.set('__Host-tocsin-account', sealed);
  expect((await add()).status).toBe(400);
  await prove('zoe');
  expect((await add()).text).toContain('registered already');
  const own = await hub.credentials.ofPerson(person ?? '');
  const account = own.find(({ kind }) => kind === 'OPENID_CONNECT')?.id ?? '';
  const token = fieldIn((await visitor.get('/account')).text, 'token');
  await visitor.send('/account', { act: 'remove-credential', id: account, token });
  provider.account = { subject: 'ana-at-work', groups: [] };
  expect((await throughProvider(world.visitor(), `/sign-in/openid-connect/${id}`)).status).toBe(401);
  await prove('ana-at-work');
  expect((await add()).status).toBe(200);
  expect((await world.visitor().get(way)).headers['location']).toBe('/sign-in?to=/account');
});

test('a provider that everybody is offered bears the name of its organisation, and tells nothing of others', async () => {
  const { hub } = world.endpoint;
  const admin = await actorIn(world, founder.visitor);
  const other = memberOf('northern-lights', {
    kind: 'OPERATOR',
    sectors: [],
    isUnlisted: true,
    listedTo: [],
  });
  await hub.members.save({ ...other, name: 'Northern Lights' });
  hub.directory.forget();
  const asked = {
    ...{ issuer: provider.issuer, clientId: provider.clientId, clientSecret: null },
    ...{ admits: 'INVITED' as const, groupClaim: null, groups: [], rolesOfAll: [] },
  };
  const set = async (name: string, isShown = true) =>
    codes(await setProvider(hub, admin, { ...asked, name, isShown }));
  const offered = async () => (await world.visitor().get('/sign-in')).text;
  // Whether there is one of that name is not to be found out, nor does anybody take the offer for the other's.
  for (const name of ['N0rthern Lights', 'Nobody at all']) {
    expect(await set(name)).toEqual([]);
    expect(await offered()).toContain(`>${admin.member.name}</a>`);
    expect(await offered()).not.toContain(name);
  }
  expect(await set('Northern Lights', false)).toEqual([]);
  expect(await offered()).not.toContain(`>${admin.member.name}</a>`);
  expect(await set('Accounts\u200b')).toEqual(['NAME_MALFORMED $.name']);
  // Of two at once there is one address of sign-in.
  expect((await removeProvider(hub, admin, provider.issuer)).ok).toBe(true);
  expect((await Promise.all([set('One'), set('Other')])).flat()).toEqual([]);
  const ofMember = (await hub.providers.all()).filter(({ member }) => member === admin.member.id);
  expect(ofMember).toHaveLength(1);
});

test('the provider of a member that takes no part is not offered', async () => {
  const { hub } = world.endpoint;
  const other = memberOf('quiet-works', { kind: 'OPERATOR', sectors: [] });
  const stand = async (changes: Partial<Member>) => {
    await hub.members.change((session) =>
      hub.members.put({ ...other, name: 'Quiet Works', ...changes }, session),
    );
    hub.directory.forget();
    return (await world.visitor().get('/sign-in')).text.includes('Quiet Works');
  };
  await stand({});
  const facts = {
    ...{ id: 'quiet-provider', member: other.id, name: 'Accounts', issuer: 'https://quiet.example' },
    ...{ clientId: 'tocsin', clientSecret: null, isShown: true, admits: 'INVITED' as const },
    ...{ groupClaim: null, groups: [], rolesOfAll: [], createdAt: hub.clock.now() },
  };
  await hub.members.change((session) => hub.providers.save(facts, session));
  expect(await stand({})).toBe(true);
  expect(await stand({ standing: 'SUSPENDED', isActive: false })).toBe(false);
  expect(await stand({ standing: 'LEFT', isActive: false })).toBe(false);
  expect(await stand({})).toBe(true);
});

test('a name that nobody could have here is not taken from a provider', async () => {
  const { hub } = world.endpoint;
  const kept = await setProvider(hub, await actorIn(world, founder.visitor), {
    ...{ name: 'Accounts', issuer: provider.issuer, clientId: provider.clientId },
    ...{ clientSecret: provider.clientSecret, isShown: false, admits: 'GROUPS', groupClaim: 'groups' },
    ...{ groups: [{ group: 'watch', roles: ['analyst'] }], rolesOfAll: [] },
  });
  if (!kept.ok) throw new Error(JSON.stringify(kept.problems));
  const calledAs = async (subject: string, name: string) => {
    provider.account = { subject, groups: ['watch'], name };
    const visitor = world.visitor();
    const left = await visitor.get(`/sign-in/openid-connect/${kept.value.id}`);
    await callback(visitor, await provider.visit(String(left.headers['location'])));
    const { person } = await actorIn(world, visitor);
    const known = (await hub.directory.current()).persons.get(person ?? '');
    return known?.name === known?.handle ? null : known?.name;
  };
  expect(await calledAs('emil', ' Emil Ek ')).toBe('Emil Ek');
  expect(await calledAs('eve', 'E'.repeat(5_000))).toBeNull();
  expect(await calledAs('eva', 'Eva \u202ekE')).toBeNull();
});
