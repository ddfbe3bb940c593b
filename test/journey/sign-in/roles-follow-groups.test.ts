// Whoever became a person by a group at an identity provider has the roles of its groups of now, each time it signs in there:
// against a real provider (oidc-provider).
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor, Role } from '../../../src/domain/member.ts';
import { authenticate } from '../../../src/service/access/authenticate.ts';
import { makeKey } from '../../../src/service/access/make-key.ts';
import { setProvider } from '../../../src/service/credential/administer-provider.ts';
import { changePerson } from '../../../src/service/person/change-person.ts';
import { readSession } from '../../../src/service/session/read-session.ts';
import { good } from '../../support/outcome.ts';
import { found, openSignInWorld, type SignInWorld } from '../../support/sign-in/founded.ts';
import { openProvider, type TestProvider } from '../../support/sign-in/provider.ts';
import type { Visitor } from '../../support/sign-in/visitor.ts';

let world: SignInWorld;
let provider: TestProvider;
let admin: Actor;
beforeAll(async () => {
  world = await openSignInWorld();
  provider = await openProvider(world.origin);
  admin = await actorOf((await found(world)).visitor);
}, 60_000);
afterAll(async () => {
  await provider?.close();
  await world?.endpoint.close();
});

const actorOf = async (visitor: Visitor): Promise<Actor> => {
  const signedIn = await readSession(world.endpoint.hub, visitor.cookies.get('__Host-tocsin') ?? '');
  if (signedIn === null) throw new Error('Nobody is signed in.');
  return signedIn.actor;
};

/** Signs in as somebody of the groups that are given: a browser that has, or the status of the refusal. */
const entering =
  (id: string, subject: string) =>
  async (...groups: string[]): Promise<Visitor | number> => {
    provider.account = { subject, groups };
    const visitor = world.visitor();
    const left = await visitor.get(`/sign-in/openid-connect/${id}`);
    const query = await provider.visit(String(left.headers['location']));
    const { status } = await visitor.get(`/sign-in/callback?${query}`, { 'sec-fetch-site': 'cross-site' });
    return status === 200 ? visitor : status;
  };

const rolesIn = async (visitor: Visitor | number): Promise<readonly string[]> =>
  typeof visitor === 'number' ? [String(visitor)] : [...(await actorOf(visitor)).roles].sort();

test('the roles that groups gave follow the groups, and what an administrator gave stays', async () => {
  const { hub } = world.endpoint;
  const kept = await setProvider(hub, admin, {
    ...{ name: 'Accounts', issuer: provider.issuer, clientId: provider.clientId },
    ...{ clientSecret: provider.clientSecret, isShown: false, rolesOfAll: [] },
    admits: 'GROUPS',
    groupClaim: 'groups',
    groups: [
      { group: 'watch', roles: ['analyst'] },
      { group: 'press', roles: ['publisher', 'reader'] },
    ],
  });
  const { id } = good(kept);
  const enter = entering(id, 'gita');
  const first = await enter('watch', 'press');
  expect(await rolesIn(first)).toEqual(['analyst', 'publisher', 'reader']);
  const person = (await actorOf(first as Visitor)).person ?? '';
  const key = good(
    await makeKey(hub, await actorOf(first as Visitor), { kind: 'OWN', label: 'x', roles: ['publisher'] }),
  );
  // What a group gave ends with it, in the sessions that run too, and with it the keys that had nothing else.
  expect(await rolesIn(await enter('watch'))).toEqual(['analyst']);
  expect(await rolesIn(first)).toEqual(['analyst']);
  expect(await authenticate(hub, `Bearer ${key.token}`)).toBeNull();
  const [line] = await hub.acts.rows.find({ event: 'person.changed', person }).toArray();
  expect(line?.facts).toMatchObject({ roles: ['analyst'], before: ['analyst', 'publisher', 'reader'] });
  // An administrator's roles are left alone, also where a group gives the same later, or gave it before.
  const set = async (...roles: Role[]) => good(await changePerson(hub, admin, { person, roles }));
  await set('analyst', 'reader');
  expect(await rolesIn(await enter('watch', 'press'))).toEqual(['analyst', 'publisher', 'reader']);
  await set('publisher', 'reader');
  expect(await rolesIn(await enter('watch', 'press'))).toEqual(['publisher', 'reader']);
  expect(await rolesIn(await enter('watch'))).toEqual(['reader']);
  // Out of every group nobody signs in there, what began there ends, and the groups' roles with it.
  const last = await enter('press');
  expect(await rolesIn(last)).toEqual(['publisher', 'reader']);
  expect(await enter()).toBe(401);
  await expect(actorOf(last as Visitor)).rejects.toThrow('Nobody is signed in.');
  expect((await hub.directory.current()).persons.get(person)?.roles).toEqual(['reader']);
  expect(await rolesIn(await enter('press'))).toEqual(['publisher', 'reader']);
});

test('an account from before the roles of groups were noted settles at its first sign-in', async () => {
  const { hub } = world.endpoint;
  const { id } = good(
    await setProvider(hub, admin, {
      ...{ name: 'Accounts', issuer: provider.issuer, clientId: provider.clientId },
      ...{ clientSecret: provider.clientSecret, isShown: false, rolesOfAll: [] },
      ...{ admits: 'GROUPS', groupClaim: 'groups' },
      groups: [
        { group: 'watch', roles: ['analyst'] },
        { group: 'press', roles: ['publisher'] },
      ],
    }),
  );
  const enter = entering(id, 'hugo');
  const person = (await actorOf((await enter('watch', 'press')) as Visitor)).person ?? '';
  good(await changePerson(hub, admin, { person, roles: ['analyst', 'publisher', 'reader'] }));
  await hub.credentials.rows.updateMany({ person }, { $unset: { givenRoles: 1 } });
  const lines = () => hub.acts.rows.countDocuments({ event: 'person.changed', person });
  const before = await lines();
  // Nothing changes for it: nobody is told, and it asks for no room.
  const noRoom = { ...hub.members, change: () => Promise.reject(new Error('it asked for room')) };
  const part = world.endpoint.hub as { members: typeof hub.members };
  const members = hub.members;
  part.members = noRoom;
  expect(await rolesIn(await enter('watch', 'press'))).toEqual(['analyst', 'publisher', 'reader']);
  expect(await rolesIn(await enter('watch', 'press'))).toEqual(['analyst', 'publisher', 'reader']);
  expect(await lines()).toBe(before);
  // What a group gave then ends with it, while another still admits.
  expect(await rolesIn(await enter('watch'))).toEqual(['analyst', 'reader']);
  expect(await lines()).toBe(before + 1);
  // A role that an administrator gave as well is no change at any sign-in.
  part.members = members;
  good(await changePerson(hub, admin, { person, roles: ['analyst', 'publisher', 'reader'] }));
  part.members = noRoom;
  const given = await lines();
  for (let time = 0; time < 2; time += 1)
    expect(await rolesIn(await enter('watch', 'press'))).toEqual(['analyst', 'publisher', 'reader']);
  expect(await lines()).toBe(given);
  part.members = members;
});
