// A member's administrator invites a person by a one-time link. Nobody gives what is not theirs to give, a link works once,
// and whoever gets the name of somebody who has left gets nothing that was addressed to that person.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor, Role } from '../../../src/domain/member.ts';
import { type Invitation, invitePerson } from '../../../src/service/person/invite-person.ts';
import { readLink, redeemLink } from '../../../src/service/person/redeem-link.ts';
import { CAST } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';

let world: TestHub;
let now = new Date('2026-12-01T08:00:00.000Z');
beforeAll(async () => {
  world = await openTestHub({ clock: { now: () => now } });
});
afterAll(() => world.close());

const admin = (role: Role = 'member-admin'): Promise<Actor> =>
  world.actor('northGrid', role, 'north-grid/chief');
const asked = (handle: string, facts: Partial<Invitation> = {}): Invitation => ({
  handle,
  name: `Ms ${handle}`,
  roles: ['analyst'],
  ...facts,
});
const redeem = (token: string) =>
  world.hub.members.change((session) => redeemLink(world.hub, token, session));

test('who is invited joins by the link, once', async () => {
  const { person, link } = good(await invitePerson(world.hub, await admin(), asked('ann')));
  expect(person).toMatchObject({ member: CAST.northGrid.id, state: 'INVITED', roles: ['analyst'] });
  expect(person.id).toMatch(/^north-grid\/[0-9a-f-]{36}$/);
  expect(good(await readLink(world.hub, link.token))).toMatchObject({
    purpose: 'INVITATION',
    person: person.id,
  });
  now = new Date(now.getTime() + 1_000);
  const [one, other] = await Promise.all([redeem(link.token), redeem(link.token)]);
  expect([one.ok, other.ok].sort()).toEqual([false, true]);
  expect(codes(one.ok ? other : one)).toEqual(['LINK_USED $.link']);
  expect(await world.hub.persons.byId(person.id)).toMatchObject({ state: 'ACTIVE', handle: 'ann' });
  const lines = await world.hub.acts.rows.find({ person: person.id }).sort({ _id: 1 }).toArray();
  expect(lines.map(({ event, way }) => [event, way])).toEqual([
    ['person.invited', 'KEY'],
    ['person.joined', 'LINK'],
  ]);
});

test('a link that is mistyped, old or replaced is refused, and says what to do', async () => {
  const { link } = good(await invitePerson(world.hub, await admin(), asked('bo')));
  const wrong = link.token.replace(/_[0-9a-f]{8}$/, '_00000000');
  expect(codes(await readLink(world.hub, wrong))).toEqual(['LINK_UNKNOWN $.link']);
  now = new Date(link.expiresAt);
  expect(codes(await readLink(world.hub, link.token))).toEqual(['LINK_EXPIRED $.link']);
  expect(codes(await redeem(link.token))).toEqual(['LINK_EXPIRED $.link']);
});

test('nobody grants what is not theirs to grant', async () => {
  const invite = async (by: Actor, facts: Partial<Invitation>) =>
    codes(await invitePerson(world.hub, by, asked('dee', facts)));
  expect(await invite(await admin('publisher'), {})).toEqual(['ROLE_MAY_NOT $']);
  expect(await invite(await admin(), { roles: ['reader', 'hub-operator'] })).toEqual([
    'ROLE_NOT_YOURS_TO_GRANT $.roles[1]',
  ]);
  expect(await invite(await admin(), { roles: ['integrator'] })).toEqual(['ROLE_FOR_MACHINES $.roles[0]']);
  expect(await invite(await admin(), { roles: [] })).toEqual(['ROLES_MISSING $.roles']);
  expect(await invite(await admin(), { roles: ['king' as Role] })).toContain('ROLE_UNKNOWN $.roles[0]');
  expect(await invite(await admin(), { handle: 'ann' })).toEqual(['PERSON_TAKEN $.handle']);
  expect(await invite(await admin(), { handle: 'Ann!', name: ' ' })).toEqual([
    'PERSON_MALFORMED $.handle',
    'PERSON_NAME_MISSING $.name',
  ]);
  // Nor is anything kept of it that the person itself could not say.
  const details = { name: 'Ann \u202egrO', timeZone: 'Mars/Olympus', languages: Array(21).fill('en') };
  expect(await invite(await admin(), details)).toEqual([
    'NAME_MALFORMED $.name',
    'TOO_MANY $.languages',
    'TIME_ZONE_UNKNOWN $.timeZone',
  ]);
  expect(await invite(await admin(), { languages: ['en', 'english please'] })).toEqual([
    'LANGUAGE_MALFORMED $.languages[1]',
  ]);
  // Somebody of one member is told nothing of another.
  expect(await invite(await admin(), { member: 'south-grid' })).toEqual(['MEMBER_UNKNOWN $.member']);
});

test('a hub operator invites the first administrator of a member, and nobody else of it', async () => {
  const operator = await world.actor('energyCentre', 'hub-operator');
  const first = asked('first', { member: 'south-grid', roles: ['member-admin', 'publisher'] });
  good(await invitePerson(world.hub, operator, first));
  const second = asked('second', { member: 'south-grid', roles: ['member-admin'] });
  expect(codes(await invitePerson(world.hub, operator, second))).toEqual(['NOT_YOUR_MEMBER $.member']);
  const reader = asked('third', { member: 'river-water', roles: ['reader'] });
  expect(codes(await invitePerson(world.hub, operator, reader))).toEqual(['NOT_YOUR_MEMBER $.member']);
  good(await invitePerson(world.hub, operator, asked('night', { roles: ['hub-operator'] })));
});
