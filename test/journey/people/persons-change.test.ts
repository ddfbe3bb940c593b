// A member's administrators manage its persons: nobody grants or takes what is not theirs, nobody touches somebody more
// privileged, a member keeps an administrator, and what somebody lost is gone from its keys at once. Whoever gets the name of
// somebody who has left gets nothing that was addressed to that person.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import type { Actor, Role } from '../../../src/domain/member.ts';
import type { ContactDetail, Person } from '../../../src/domain/person.ts';
import { authenticate } from '../../../src/service/access/authenticate.ts';
import { personsWhoSignIn } from '../../../src/service/access/persons-who-sign-in.ts';
import { recordAct } from '../../../src/service/audit/record-act.ts';
import { readFeed } from '../../../src/service/feed/read-feed.ts';
import { changePerson } from '../../../src/service/person/change-person.ts';
import {
  confirmPerson,
  deactivatePerson,
  reinvitePerson,
} from '../../../src/service/person/deactivate-person.ts';
import { contactsOf, listPersons } from '../../../src/service/person/list-persons.ts';
import { retirePersons } from '../../../src/service/person/retire-persons.ts';
import { CAST } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';
import { keyFor, plantPersons } from '../../support/persons.ts';
import { publishBy } from '../../support/publish.ts';

let world: TestHub;
let now = new Date('2026-12-01T08:00:00.000Z');
beforeAll(async () => {
  world = await openTestHub({ clock: { now: () => now } });
  await plantPersons(world.hub, ['north-grid/chief'], { roles: ['member-admin'], createdAt: now });
  await plantPersons(world.hub, ['north-grid/second'], { roles: ['member-admin'], createdAt: now });
});
afterAll(() => world.close());

const admin = (who = 'chief'): Promise<Actor> =>
  world.actor('northGrid', 'member-admin', `north-grid/${who}`);
const planted = async (handle: string, facts: Partial<Person> = {}): Promise<string> => {
  const roles: readonly Role[] = ['analyst'];
  await plantPersons(world.hub, [`north-grid/${handle}`], { roles, createdAt: now, ...facts });
  return `north-grid/${handle}`;
};
const stored = (written: string) => world.hub.persons.byId(personIdOf(written));

test('what a person loses is gone from its keys', async () => {
  const ann = await planted('ann', { roles: ['analyst', 'publisher'] });
  const publisher = await keyFor(world.hub, { member: 'north-grid', role: 'publisher', person: ann });
  const { token } = publisher;
  const analyst = await keyFor(world.hub, { member: 'north-grid', role: 'analyst', person: ann });
  expect(await authenticate(world.hub, `Bearer ${token}`)).toMatchObject({ roles: ['publisher'] });
  good(await changePerson(world.hub, await admin(), { person: ann, roles: ['analyst', 'reader'] }));
  expect(await authenticate(world.hub, `Bearer ${token}`)).toBeNull();
  // Hubs of the release before go by the key alone.
  expect((await world.hub.keys.byId(publisher.id))?.revokedAt).toEqual(now);
  expect(await authenticate(world.hub, `Bearer ${analyst.token}`)).toMatchObject({ roles: ['analyst'] });
  good(await deactivatePerson(world.hub, await admin(), ann));
  expect(await authenticate(world.hub, `Bearer ${analyst.token}`)).toBeNull();
  const line = await world.hub.acts.rows.findOne({ event: 'person.deactivated' });
  expect(line).toMatchObject({ person: personIdOf(ann), byPerson: personIdOf('north-grid/chief') });
  const again = good(await reinvitePerson(world.hub, await admin(), ann));
  expect(again.person.state).toBe('INVITED');
  expect(again.link.token).toMatch(/^toc_link_/);
});

test('nobody takes what is not theirs, touches somebody more privileged, or raises itself', async () => {
  const bo = await planted('bo');
  const boss = await planted('boss', { roles: ['member-admin', 'hub-operator'] });
  const change = async (by: Actor, person: string, roles: readonly Role[]) =>
    codes(await changePerson(world.hub, by, { person, roles }));
  const self = await world.actor('northGrid', 'analyst', bo);
  expect(await change(self, bo, ['analyst', 'publisher'])).toEqual([
    'ROLE_MAY_NOT $',
    'ROLE_NOT_YOURS_TO_GRANT $.roles[1]',
  ]);
  expect(await change(await admin(), bo, ['analyst', 'hub-operator'])).toEqual([
    'ROLE_NOT_YOURS_TO_GRANT $.roles[1]',
  ]);
  expect(await change(await admin(), boss, ['member-admin'])).toContain('PERSON_MORE_PRIVILEGED $.person');
  expect(codes(await deactivatePerson(world.hub, await admin(), boss))).toEqual([
    'PERSON_MORE_PRIVILEGED $.person',
  ]);
  // A person of another member is absent.
  const other = await world.actor('southGrid', 'member-admin');
  expect(await change(other, bo, ['reader'])).toEqual(['PERSON_UNKNOWN $.person']);
  expect(codes(await deactivatePerson(world.hub, other, bo))).toEqual(['PERSON_UNKNOWN $.person']);
  expect(await stored(bo)).toMatchObject({ roles: ['analyst'], state: 'ACTIVE' });
});

test('a member keeps an administrator', async () => {
  await plantPersons(world.hub, ['south-grid/only'], { roles: ['member-admin'], createdAt: now });
  const only = await world.actor('southGrid', 'member-admin', 'south-grid/only');
  const without = { person: 'only', roles: ['reader' as const] };
  expect(codes(await changePerson(world.hub, only, without))).toEqual(['LAST_ADMINISTRATOR $.person']);
  expect(codes(await deactivatePerson(world.hub, only, 'only'))).toEqual(['LAST_ADMINISTRATOR $.person']);
});

test('whoever gets the name of somebody who left gets nothing of that person', async () => {
  const dee = await planted('dee', { credentials: 1 });
  const audience = { alternatives: [{ persons: [dee] }], excludes: [] };
  const red = await publishBy(world, 'cyberAgency', { marking: 'RED', audience });
  const read = async (person: string | null) => {
    const reader = { ...(await world.actor('northGrid', 'analyst')), person };
    const page = await readFeed(world.hub, reader, { first: 50, after: null, filter: {} });
    return good(page).items.map(({ summary }) => summary.id);
  };
  expect(await read(personIdOf(dee))).toEqual([red]);
  good(await deactivatePerson(world.hub, await admin(), dee));
  good(await changePerson(world.hub, await admin(), { person: dee, handle: 'dee-until-2026' }));
  const heir = await keyFor(world.hub, { member: 'north-grid', role: 'analyst', person: 'north-grid/other' });
  good(await changePerson(world.hub, await admin(), { person: 'other', handle: 'dee' }));
  const { byHandle } = await world.hub.directory.current();
  expect(byHandle.get(dee)?.id).toBe(heir.personId);
  expect(await read(heir.personId)).toEqual([]);
  // A former name, as rows of releases before carry it, stands for the former person.
  expect(await read(dee)).toEqual([]);
});

test('TLP:RED opens again when another administrator confirms', async () => {
  const cy = await planted('cy', { isRedClosed: true, credentials: 1 });
  const id = personIdOf(cy);
  expect(await personsWhoSignIn(world.hub, [id])).toEqual(new Set());
  const recovered = { event: 'person.recovered', members: [CAST.northGrid.id], person: id } as const;
  const by = await admin();
  await world.hub.members.change((session) => recordAct(world.hub, { ...recovered, by }, session));
  expect(codes(await confirmPerson(world.hub, by, cy))).toEqual(['ANOTHER_ADMINISTRATOR_NEEDED $.person']);
  const itself = await world.actor('northGrid', 'member-admin', cy);
  expect(codes(await confirmPerson(world.hub, itself, cy))).toEqual([
    'ANOTHER_ADMINISTRATOR_NEEDED $.person',
  ]);
  good(await confirmPerson(world.hub, await admin('second'), cy));
  expect(await personsWhoSignIn(world.hub, [id])).toEqual(new Set([id]));
});

test('details are one’s own, and each contact detail is seen by those it is for', async () => {
  const eve = await planted('eve');
  const self = await world.actor('northGrid', 'analyst', eve);
  const detail = (value: string, visibleTo: ContactDetail['visibleTo']) =>
    ({ kind: 'PHONE', value, visibleTo }) as const;
  const contacts = [detail('1', 'MEMBER'), detail('2', 'COUNTERPARTS'), detail('3', 'PARTNERSHIP')];
  good(
    await changePerson(world.hub, self, {
      person: eve,
      contacts,
      languages: ['pt-BR'],
      timeZone: 'Europe/Vienna',
    }),
  );
  const seen = async (name: 'northGrid' | 'southGrid') =>
    (await contactsOf(world.hub, await world.actor(name, 'analyst'), 'north-grid')).map(({ value }) => value);
  expect(await seen('northGrid')).toEqual(['1', '2', '3']);
  expect(await seen('southGrid')).toEqual(['3']);
  expect(await contactsOf(world.hub, self, 'nobody-here')).toEqual([]);
  const wrong = {
    person: eve,
    timeZone: 'Mars/Olympus',
    languages: ['x y'],
    contacts: [detail('', 'MEMBER')],
  };
  expect(codes(await changePerson(world.hub, self, wrong))).toEqual([
    'LANGUAGE_MALFORMED $.languages[0]',
    'TIME_ZONE_UNKNOWN $.timeZone',
    'CONTACT_MALFORMED $.contacts[0]',
  ]);
  expect(codes(await reinvitePerson(world.hub, await admin(), eve))).toEqual(['PERSON_ACTIVE $.person']);
});

test('who does nothing for half a year is warned, then dormant, and comes back by a link', async () => {
  const fay = await planted('fay', { lastSeenAt: now });
  const { token } = await keyFor(world.hub, { member: 'north-grid', role: 'analyst', person: fay });
  const after = async (days: number) => {
    now = new Date(now.getTime() + days * 24 * 3_600_000);
    await world.hub.persons.noteSeen(new Map([[personIdOf('north-grid/chief'), now]]));
    return retirePersons(world.hub);
  };
  await after(149);
  expect(await stored(fay)).toMatchObject({ warnedAt: null });
  expect((await after(2)).warned).toBeGreaterThan(0);
  expect(await stored(fay)).toMatchObject({ state: 'ACTIVE', warnedAt: now });
  const shown = good(await listPersons(world.hub, await admin())).find(({ handle }) => handle === 'fay');
  expect(shown?.dormantAt).toEqual(new Date(now.getTime() + 30 * 24 * 3_600_000));
  await after(29);
  expect(await stored(fay)).toMatchObject({ state: 'ACTIVE' });
  expect((await after(1)).dormant).toBeGreaterThan(0);
  expect(await stored(fay)).toMatchObject({ state: 'DORMANT' });
  expect(await stored('north-grid/chief')).toMatchObject({ state: 'ACTIVE' });
  expect(await authenticate(world.hub, `Bearer ${token}`)).toBeNull();
  expect(await retirePersons(world.hub)).toEqual({ warned: 0, dormant: 0 });
  expect(good(await reinvitePerson(world.hub, await admin(), fay)).person.state).toBe('INVITED');
});
