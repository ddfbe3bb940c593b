// Signing in at the identity provider of a member, and machines that bring its tokens or a client certificate: against a
// real provider (oidc-provider) and a real TLS listener.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { request as secureRequest } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/domain/member.ts';
import { registerMachine, removeMachine } from '../../../src/service/credential/administer-machines.ts';
import {
  type ProviderRequest,
  removeProvider,
  setProvider,
} from '../../../src/service/credential/administer-provider.ts';
import { invitePerson } from '../../../src/service/person/invite-person.ts';
import { readSession } from '../../../src/service/session/read-session.ts';
import { memberOf } from '../../support/cast.ts';
import { good } from '../../support/outcome.ts';
import { freePort } from '../../support/processes.ts';
import { certificateIn, type TestCertificate } from '../../support/sign-in/certificate.ts';
import {
  FOUNDER,
  type Founder,
  found,
  openSignInWorld,
  type SignInWorld,
} from '../../support/sign-in/founded.ts';
import { openProvider, type TestProvider } from '../../support/sign-in/provider.ts';
import type { PageAnswer, Visitor } from '../../support/sign-in/visitor.ts';

let world: SignInWorld;
let provider: TestProvider;
let founder: Founder;
let admin: Actor;
let folder: string;
let tlsPort: number;

const certificate = (name: string): TestCertificate => certificateIn(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tocsin-tls-'));
  const own = certificate('hub');
  tlsPort = await freePort();
  world = await openSignInWorld({
    env: {
      TOCSIN_TLS_PORT: String(tlsPort),
      TOCSIN_TLS_CERTIFICATE: own.cert,
      TOCSIN_TLS_KEY: own.key,
      TOCSIN_CERTIFICATE_PROXIES: '127.0.0.2',
    },
  });
  provider = await openProvider(world.origin);
  founder = await found(world);
  admin = await actorOf(founder.visitor);
}, 60_000);
afterAll(async () => {
  await provider?.close();
  await world?.endpoint.close();
  rmSync(folder, { recursive: true, force: true });
});

const actorOf = async (visitor: Visitor): Promise<Actor> => {
  const signedIn = await readSession(world.endpoint.hub, visitor.cookies.get('__Host-tocsin') ?? '');
  if (signedIn === null) throw new Error('Nobody is signed in.');
  return signedIn.actor;
};

const registered = async (changes: Partial<ProviderRequest> = {}): Promise<string> => {
  const kept = await setProvider(world.endpoint.hub, admin, {
    name: 'Aldermark accounts',
    issuer: provider.issuer,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    isShown: true,
    admits: 'INVITED',
    groupClaim: null,
    groups: [],
    rolesOfAll: [],
    ...changes,
  });
  if (!kept.ok) throw new Error(JSON.stringify(kept.problems));
  return kept.value.id;
};

/** The whole way, from the page's link to the answer of the callback. */
const throughProvider = async (visitor: Visitor, link: string): Promise<PageAnswer> => {
  const left = await visitor.get(link);
  expect(left.status).toBe(303);
  const query = await provider.visit(String(left.headers['location']));
  return visitor.get(`/sign-in/callback?${query}`, { 'sec-fetch-site': 'cross-site' });
};

describe('a person', () => {
  test('joins with an account, comes back with it, and the callback answers with a page that goes on', async () => {
    const id = await registered();
    const facts = { handle: 'b.osei', name: 'Bea Osei', roles: ['analyst'] as const };
    const invited = await invitePerson(world.endpoint.hub, admin, facts);
    if (!invited.ok) throw new Error(invited.problems[0]?.message);
    const { token } = invited.value.link;
    const visitor = world.visitor();
    expect((await visitor.get(`/join?link=${token}`)).text).toContain('at <bdi>Aldermark accounts</bdi>');
    provider.account = { subject: 'bea', groups: [] };
    const joined = await throughProvider(visitor, `/sign-in/openid-connect/${id}?link=${token}`);
    expect(joined.status).toBe(200);
    expect(joined.text).toContain('http-equiv="refresh" content="0;url=/account"');
    expect((await actorOf(visitor)).person).toBe(invited.value.person.id);
    const again = world.visitor();
    const way = `/sign-in/openid-connect/${id}?to=%2F`;
    expect((await again.get('/sign-in?to=/')).text).toContain(`${way}" dir="auto">${admin.member.name}</a>`);
    expect((await throughProvider(again, way)).text).toContain('content="0;url=/"');
    expect((await actorOf(again)).person).toBe(invited.value.person.id);
  });

  test('an account that nobody joined with becomes a person only where that is allowed', async () => {
    const id = await registered();
    provider.account = { subject: 'carl', groups: ['watch'] };
    const refused = await throughProvider(world.visitor(), `/sign-in/openid-connect/${id}`);
    expect(refused.status).toBe(401);
    await registered({
      admits: 'GROUPS',
      groupClaim: 'groups',
      groups: [{ group: 'watch', roles: ['analyst'] }],
    });
    const visitor = world.visitor();
    expect((await throughProvider(visitor, `/sign-in/openid-connect/${id}`)).status).toBe(200);
    expect((await actorOf(visitor)).roles).toEqual(['analyst']);
    provider.account = { subject: 'dora', groups: ['others'] };
    expect((await throughProvider(world.visitor(), `/sign-in/openid-connect/${id}`)).status).toBe(401);
    await registered({ admits: 'ALL', rolesOfAll: ['reader'] });
    const dora = world.visitor();
    expect((await throughProvider(dora, `/sign-in/openid-connect/${id}`)).status).toBe(200);
    expect((await actorOf(dora)).roles).toEqual(['reader']);
  });

  test('where members share a provider, a registered group alone says whose an account is', async () => {
    const { hub } = world.endpoint;
    const id = await registered({ admits: 'ALL', rolesOfAll: ['reader'] });
    const other = memberOf('borealis-power', { kind: 'OPERATOR', sectors: ['energy/electricity'] });
    await hub.members.save(other);
    hub.directory.forget();
    const elsewhere: Actor = { ...admin, member: other, roles: ['member-admin'], person: `${other.slug}/x` };
    const shared = await setProvider(hub, elsewhere, {
      name: 'Shared accounts',
      issuer: provider.issuer,
      clientId: provider.clientId,
      clientSecret: provider.clientSecret,
      isShown: false,
      admits: 'GROUPS',
      groupClaim: 'groups',
      groups: [{ group: 'borealis', roles: ['analyst', 'reader'] }],
      rolesOfAll: [],
    });
    if (!shared.ok) throw new Error(JSON.stringify(shared.problems));
    const enter = async (subject: string, groups: readonly string[], at: string) => {
      provider.account = { subject, groups };
      const visitor = world.visitor();
      const { status } = await throughProvider(visitor, `/sign-in/openid-connect/${at}`);
      if (status !== 200) return status;
      const { member, roles } = await actorOf(visitor);
      return [member.slug, ...roles];
    };
    // All accounts of the provider were the first member's; shared, an account of no group is nobody's.
    expect(await enter('erik', ['others'], id)).toBe(401);
    expect(await enter('erik', ['others'], shared.value.id)).toBe(401);
    expect(await enter('fay', ['others', 'borealis'], shared.value.id)).toEqual([
      other.slug,
      'analyst',
      'reader',
    ]);
    // It is a person of the other member, and lets nobody in here, whatever group it gets.
    expect(await enter('fay', ['borealis'], id)).toBe(401);
    // Who came in by a group needs a registered one each time.
    expect(await enter('fay', [], shared.value.id)).toBe(401);
    expect(await enter('fay', ['borealis'], shared.value.id)).toEqual([other.slug, 'analyst', 'reader']);
    // Nobody adds an account at the provider of another member.
    const theirs = `/sign-in/openid-connect/${shared.value.id}?for=account`;
    expect((await founder.visitor.get(theirs)).status).toBe(404);
    expect((await removeProvider(hub, elsewhere, provider.issuer)).ok).toBe(true);
    expect(await enter('erik', ['others'], id)).toEqual([FOUNDER.slug, 'reader']);
  });

  test('a role that an administrator does not have to give is not given by signing in', async () => {
    for (const role of ['member-admin', 'hub-operator', 'integrator'] as const) {
      const kept = await setProvider(world.endpoint.hub, admin, {
        name: 'Accounts',
        issuer: provider.issuer,
        clientId: provider.clientId,
        clientSecret: null,
        isShown: false,
        admits: 'ALL',
        groupClaim: null,
        groups: [],
        rolesOfAll: [role],
      });
      expect(kept).toMatchObject({ problems: [{ code: 'ROLE_NOT_YOURS_TO_GRANT', path: '$.groups' }] });
    }
  });

  test('an issuer that does not answer, or answers under another name, is not kept', async () => {
    for (const issuer of [
      'http://localhost:1',
      `${provider.issuer}/`,
      'http://10.0.0.1',
      'ftp://x',
      'not an address',
    ]) {
      const kept = await setProvider(world.endpoint.hub, admin, {
        name: 'Accounts',
        issuer,
        clientId: 'x',
        clientSecret: null,
        isShown: false,
        admits: 'INVITED',
        groupClaim: null,
        groups: [],
        rolesOfAll: [],
      });
      expect([issuer, kept]).toMatchObject([
        issuer,
        { problems: [{ code: 'PROVIDER_UNAVAILABLE', path: '$.issuer' }] },
      ]);
    }
  });
});

const ME = JSON.stringify({ query: '{ me { member { slug } role person } }' });

describe('a machine', () => {
  const withToken = (token: string, registration?: string): Promise<PageAnswer> =>
    world.visitor().raw(
      'POST',
      '/graphql',
      {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...(registration === undefined ? {} : { 'tocsin-registration': registration }),
      },
      ME,
    );

  test('with a token of the provider, until its registration ends', async () => {
    await registered();
    const { hub } = world.endpoint;
    const request = {
      label: 'Sensor',
      roles: ['integrator'] as const,
      certificate: null,
      subject: 'sensor-7',
      expiresAt: null,
    };
    const machine = await registerMachine(hub, admin, request);
    if (!machine.ok) throw new Error(JSON.stringify(machine.problems));
    // Registered, and nobody has proved to be it yet.
    expect((await withToken(await provider.token({}))).status).toBe(401);
    expect((await withToken(await provider.token({}), 'a'.repeat(64))).status).toBe(401);
    expect((await withToken(await provider.token({ exp: 1 }), machine.value.id)).status).toBe(401);
    expect((await withToken(await provider.token({}), machine.value.id)).status).toBe(200);
    const answer = await withToken(await provider.token({}));
    expect(JSON.parse(answer.text).data.me).toEqual({
      member: { slug: FOUNDER.slug },
      role: 'INTEGRATOR',
      person: null,
    });
    expect(await registerMachine(hub, admin, request)).toMatchObject({
      problems: [{ code: 'CREDENTIAL_TAKEN' }],
    });
    await removeMachine(hub, admin, machine.value.id);
    expect((await withToken(await provider.token({}))).status).toBe(401);
    const again = good(await registerMachine(hub, admin, request));
    expect((await withToken(await provider.token({}), again.id)).status).toBe(200);
    await removeProvider(hub, admin, provider.issuer);
    expect((await withToken(await provider.token({}))).status).toBe(401);
  });

  test('with a certificate whose key is registered, on the hub’s own listener', async () => {
    const { hub } = world.endpoint;
    const own = certificate('sensor');
    const ask = (
      files: { cert: string; key: string } | null,
      headers: Record<string, string> = {},
    ): Promise<number> =>
      new Promise((resolve, reject) => {
        const keys = files === null ? {} : { cert: readFileSync(files.cert), key: readFileSync(files.key) };
        const sent = secureRequest(
          {
            port: tlsPort,
            host: '127.0.0.1',
            path: '/graphql',
            method: 'POST',
            rejectUnauthorized: false,
            agent: false,
            ...keys,
            headers: { 'content-type': 'application/json', ...headers },
          },
          (response) => {
            response.resume();
            resolve(response.statusCode ?? 0);
          },
        );
        sent.on('error', reject);
        sent.end(ME);
      });
    expect(await ask(own)).toBe(401);
    const request = {
      label: 'Sensor',
      roles: ['reader'] as const,
      certificate: own.spki,
      subject: null,
      expiresAt: null,
    };
    // Another member registers what is not its own, and is told nothing.
    const other = memberOf('elsewhere', { kind: 'OPERATOR' });
    await hub.members.save(other);
    hub.directory.forget();
    const elsewhere: Actor = { ...admin, member: other, person: `${other.slug}/x` };
    const theirs = good(await registerMachine(hub, elsewhere, request));
    const ours = good(await registerMachine(hub, admin, request));
    expect(await ask(own)).toBe(401);
    expect(await ask(certificate('another'), { 'tocsin-registration': ours.id })).toBe(401);
    expect(await ask(own, { 'tocsin-registration': ours.id })).toBe(200);
    expect(await ask(own)).toBe(200);
    expect(await ask(certificate('another'))).toBe(401);
    // It is proved to be ours now: what it says of theirs changes nothing.
    expect(await ask(own, { 'tocsin-registration': theirs.id })).toBe(200);
    expect((await hub.credentials.rows.findOne({ _id: theirs.id }))?.activatedAt).toBeNull();
    expect(await ask(null)).toBe(401);
    expect(await ask(own, { 'sec-fetch-site': 'cross-site' })).toBe(401);
    expect(await ask(own, { authorization: 'Bearer nonsense' })).toBe(401);
    // A proxy that is named for it says so in a header, which on this listener counts for nothing.
    expect(await ask(null, { 'client-cert': own.header })).toBe(401);
  });

  test('with a certificate that a proxy passes on, which is named for it', async () => {
    const { hub, url } = world.endpoint;
    const own = certificate('turbine');
    const ask = (from: string, headers: Record<string, string>): Promise<number> =>
      new Promise((resolve, reject) => {
        const options = { method: 'POST', localAddress: from, agent: false } as const;
        const sent = request(
          `${url}/graphql`,
          { ...options, headers: { 'content-type': 'application/json', ...headers } },
          (response) => {
            response.resume();
            resolve(response.statusCode ?? 0);
          },
        );
        sent.on('error', reject);
        sent.end(ME);
      });
    const [proxy, elsewhere] = ['127.0.0.2', '127.0.0.3'];
    const passedOn = { 'client-cert': own.header };
    expect(await ask(proxy, passedOn)).toBe(401);
    const machine = await registerMachine(hub, admin, {
      label: 'Turbine',
      roles: ['reader'],
      certificate: own.spki,
      subject: null,
      expiresAt: null,
    });
    if (!machine.ok) throw new Error(JSON.stringify(machine.problems));
    expect(await ask(proxy, { ...passedOn, 'tocsin-registration': machine.value.id })).toBe(200);
    expect(await ask(proxy, passedOn)).toBe(200);
    const refused: readonly (readonly [string, Record<string, string>])[] = [
      [elsewhere, passedOn],
      // The proxy adds its own address to what the client wrote; the connection counts.
      [elsewhere, { ...passedOn, 'x-forwarded-for': proxy }],
      [proxy, {}],
      [proxy, { 'client-cert': own.header.slice(1, -1) }],
      [proxy, { 'client-cert': `${own.header}, ${own.header}` }],
      [proxy, { 'client-cert': certificate('another').header }],
      [proxy, { ...passedOn, 'sec-fetch-site': 'cross-site' }],
    ];
    for (const [from, headers] of refused)
      expect([from, headers, await ask(from, headers)]).toEqual([from, headers, 401]);
    await removeMachine(hub, admin, machine.value.id);
    expect(await ask(proxy, passedOn)).toBe(401);
  });

  test('neither of both, none of a machine’s own roles, no form of a hash: refused', async () => {
    const { hub } = world.endpoint;
    const right = {
      label: 'x',
      roles: ['reader'] as const,
      certificate: 'a'.repeat(64),
      subject: null,
      expiresAt: null,
    };
    for (const [wrong, code] of [
      [{ certificate: 'A'.repeat(64) }, 'MACHINE_MALFORMED'],
      [{ subject: 'both' }, 'MACHINE_MALFORMED'],
      [{ certificate: null }, 'MACHINE_MALFORMED'],
      [{ roles: [] }, 'ROLES_MISSING'],
      [{ roles: ['member-admin'] as const }, 'ROLE_NOT_YOURS_TO_GRANT'],
    ] as const)
      expect(await registerMachine(hub, admin, { ...right, ...wrong })).toMatchObject({
        problems: [{ code }],
      });
  });
});
