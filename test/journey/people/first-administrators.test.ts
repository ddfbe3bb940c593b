// The first administrator of a member is invited by an operator of the hub, who replaces its link or takes the invitation back
// until somebody has joined, and never afterwards.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor, Role } from '../../../src/domain/member.ts';
import { writtenAs } from '../../../src/domain/person.ts';
import { createKey } from '../../../src/service/access/create-key.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { deactivatePerson, reinvitePerson } from '../../../src/service/person/deactivate-person.ts';
import { type Invited, invitePerson } from '../../../src/service/person/invite-person.ts';
import { readLink, redeemLink } from '../../../src/service/person/redeem-link.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';
import { plantPersons } from '../../support/persons.ts';

let world: TestHub;
let operator: Actor;
beforeAll(async () => {
  world = await openTestHub();
  operator = { ...(await world.actor('cyberAgency', 'hub-operator')), via: { way: 'PASSKEY', range: null } };
});
afterAll(() => world.close());

const invite = (name: CastName, handle: string, roles: readonly Role[] = ['member-admin', 'analyst']) =>
  invitePerson(world.hub, operator, { member: CAST[name].slug, handle, name: handle, roles });
const join = (token: string) => world.hub.members.change((session) => redeemLink(world.hub, token, session));
const nameOf = ({ person }: Pick<Invited, 'person'>): string => writtenAs(person);
const told = async (name: CastName, handle: string): Promise<string> => {
  const outcome = await invite(name, handle);
  const [first] = outcome.ok ? [] : outcome.problems;
  return `${first?.code}: ${first?.message} ${first?.remedy}`;
};

test('a link that went to somebody else is replaced, and opens nothing any more', async () => {
  const first = good(await invite('southGrid', 'bea'));
  const written = nameOf(first);
  const again = await told('southGrid', 'rui');
  expect(again).toContain('has not joined yet');
  expect(again).toContain(`tocsin person reinvite ${written}`);
  const second = good(await reinvitePerson(world.hub, operator, written));
  expect(second.person).toMatchObject({ id: first.person.id, isRedClosed: false });
  expect(codes(await readLink(world.hub, first.link.token))).toEqual(['LINK_EXPIRED $.link']);
  expect(codes(await join(first.link.token))).toEqual(['LINK_EXPIRED $.link']);
  good(await join(second.link.token));
});

test('an invitation is taken back, and another is invited, or the same once more', async () => {
  const first = good(await invite('riverWater', 'bea'));
  good(await deactivatePerson(world.hub, operator, nameOf(first)));
  expect(codes(await join(first.link.token))).toEqual(['LINK_EXPIRED $.link']);
  const other = good(await invite('riverWater', 'rui'));
  good(await deactivatePerson(world.hub, operator, other.person.id));
  expect(codes(await invite('riverWater', 'bea'))).toEqual(['PERSON_TAKEN $.handle']);
  const back = good(await reinvitePerson(world.hub, operator, nameOf(first)));
  good(await join(back.link.token));
});

test('once it has joined, the member is its own: nothing of it is the operator’s, whatever became of it', async () => {
  const first = good(await invite('smallGas', 'bea'));
  good(await join(first.link.token));
  const unknown = ['PERSON_UNKNOWN $.person'];
  const written = nameOf(first);
  expect(codes(await reinvitePerson(world.hub, operator, written))).toEqual(unknown);
  expect(codes(await deactivatePerson(world.hub, operator, written))).toEqual(unknown);
  expect(await told('smallGas', 'rui')).toContain('has, or had, an administrator');
  // It has invited a second one, who has not joined; then it is gone.
  const admin = { ...(await world.actor('smallGas', 'member-admin')), person: first.person.id };
  const second = good(
    await invitePerson(world.hub, admin, { handle: 'second', name: 'S', roles: ['member-admin'] }),
  );
  expect(codes(await reinvitePerson(world.hub, operator, nameOf(second)))).toEqual(unknown);
  good(await deactivatePerson(world.hub, { way: 'HOST' }, nameOf(second)));
  const gone = await world.hub.persons.byId(first.person.id);
  if (gone === null) throw new Error('it is there');
  await world.hub.members.change((session) =>
    world.hub.persons.save({ ...gone, state: 'DEACTIVATED' }, session),
  );
  expect(codes(await reinvitePerson(world.hub, operator, written))).toEqual(unknown);
  expect(await told('smallGas', 'rui')).toContain('has, or had, an administrator');
});

test('who was let in by a key had joined, also where it was never seen', async () => {
  const member = CAST.metroRail.slug;
  good(await createKey(world.hub, { member, role: 'member-admin', person: `${member}/early` }));
  world.hub.directory.forget();
  const early = (await world.hub.directory.current()).byHandle.get(`${member}/early`);
  if (early === undefined) throw new Error('it is there');
  await world.hub.members.change((session) =>
    world.hub.persons.save({ ...early, state: 'DEACTIVATED' }, session),
  );
  world.hub.directory.forget();
  expect(codes(await invite('metroRail', 'rui'))).toEqual(['NOT_YOUR_MEMBER $.member']);
});

test('nobody else of another member is the operator’s, nor is a first administrator anybody else’s', async () => {
  await plantPersons(world.hub, ['city-hospital/reader'], { roles: ['reader'], state: 'INVITED' });
  expect(codes(await invite('cityHospital', 'rui', ['reader']))).toEqual(['NOT_YOUR_MEMBER $.member']);
  for (const act of [reinvitePerson, deactivatePerson])
    expect(codes(await act(world.hub, operator, 'city-hospital/reader'))).toEqual([
      'PERSON_UNKNOWN $.person',
    ]);
  const first = good(await invite('cityHospital', 'bea'));
  for (const act of [reinvitePerson, deactivatePerson])
    expect(codes(await act(world.hub, await world.actor('xbCsirt', 'member-admin'), nameOf(first)))).toEqual([
      'PERSON_UNKNOWN $.person',
    ]);
  const key = { ...operator, scopes: ['audit:read'] } as Actor;
  expect(codes(await reinvitePerson(world.hub, key, nameOf(first)))).toEqual(['SCOPE_MISSING $']);
});

test('a recovery of who has not joined is refused with what helps', async () => {
  const invited = good(await invite('energyCentre', 'bea'));
  const asked = { kind: 'RECOVER_LAST_ADMIN', payload: { person: nameOf(invited) } };
  const outcome = await propose(world.hub, operator, asked);
  expect(codes(outcome)).toEqual(['RECOVERY_NOT_OF_LAST $.payload.person']);
  expect(outcome.ok || outcome.problems[0]).toMatchObject({ remedy: expect.stringContaining('reinvite') });
});
