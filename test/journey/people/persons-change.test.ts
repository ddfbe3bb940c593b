// A member's administrators manage its persons: nobody grants or takes what is not theirs, nobody touches somebody more
// privileged, a member keeps an administrator, and what somebody lost is gone from its keys at once. Whoever gets the name of
// somebody who has left gets nothing that was addressed to that person.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import type { Actor, Role } from '../../../src/domain/member.ts';
import type { ContactDetail, Person } from '../../../src/domain/person.ts';
import { accepted } from '../../../src/domain/problem.ts';
import { authenticate } from '../../../src/service/access/authenticate.ts';
import { personsWhoSignIn } from '../../../src/service/access/persons-who-sign-in.ts';
import { issueRecovery, signInByCode } from '../../../src/service/credential/recovery/recover.ts';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import { readFeed } from '../../../src/service/feed/read-feed.ts';
import { changeOwnContacts, changePerson } from '../../../src/service/person/change-person.ts';
import { confirmPerson } from '../../../src/service/person/confirm-person.ts';
import { deactivatePerson, reinvitePerson } from '../../../src/service/person/deactivate-person.ts';
import { invitePerson } from '../../../src/service/person/invite-person.ts';
import { contactsOf, listPersons } from '../../../src/service/person/list-persons.ts';
import { ownNotices } from '../../../src/service/person/own-notices.ts';
import { retirePersons } from '../../../src/service/person/retire-persons.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { subjectsOf } from '../../support/channels/letters.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';
import { keyFor, plantPersons } from '../../support/persons.ts';
import { publishBy, to } from '../../support/publish.ts';

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
  expect(await change(self, bo, ['analyst', 'publisher'])).toEqual(['ROLE_MAY_NOT $']);
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

test('who may change nobody else learns nothing of anybody by trying', async () => {
  const tess = await planted('tess', { roles: ['analyst', 'publisher'] });
  const reader = await world.actor('northGrid', 'reader', await planted('ugo', { roles: ['reader'] }));
  for (const person of [tess, 'north-grid/chief', 'north-grid/nobody']) {
    const tries = [
      { name: 'X' },
      { handle: 'ugo' },
      { handle: 'free' },
      { roles: [] },
      { timeZone: 'Nowhere' },
    ];
    for (const facts of [...tries, { roles: ['analyst' as const] }])
      expect(codes(await changePerson(world.hub, reader, { person, ...facts }))).toEqual(['ROLE_MAY_NOT $']);
    expect(codes(await confirmPerson(world.hub, reader, person))).toEqual(['ROLE_MAY_NOT $']);
    expect(codes(await deactivatePerson(world.hub, reader, person))).toEqual(['ROLE_MAY_NOT $']);
  }
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

/** Somebody reads the code that this administrator made, and signs in with it. */
const restored = async (by: Actor, written: string): Promise<void> => {
  const { code } = good(await issueRecovery(world.hub, by, written));
  good(
    await signInByCode(
      world.hub,
      { name: written, code, from: null, isCounted: true },
      { range: null, browser: null },
    ),
  );
};

const confirmed = async (by: Actor, written: string) => codes(await confirmPerson(world.hub, by, written));

test('TLP:RED opens again when somebody else confirms than who made the code', async () => {
  const cy = await planted('cy', { credentials: 1 });
  const id = personIdOf(cy);
  const key = await keyFor(world.hub, { member: 'north-grid', role: 'analyst', person: cy });
  await restored(await admin(), cy);
  // Nobody knows who has what let it in before.
  expect(await authenticate(world.hub, `Bearer ${key.token}`)).toBeNull();
  expect(await stored(cy)).toMatchObject({ isRedClosed: true, broughtBy: [personIdOf('north-grid/chief')] });
  expect(await confirmed(await admin(), cy)).toEqual(['ANOTHER_ADMINISTRATOR_NEEDED $.person']);
  const itself = await world.actor('northGrid', 'member-admin', cy);
  expect(await confirmed(itself, cy)).toEqual(['ANOTHER_ADMINISTRATOR_NEEDED $.person']);
  // Nor one whom the same administrator, or the restored person, brought in.
  for (const [handle, by] of [
    ['puppet', await admin()],
    ['its-puppet', { ...itself, roles: ['member-admin'] as const }],
  ] as const) {
    const facts = { handle, name: handle, roles: ['member-admin'] as const };
    good(await invitePerson(world.hub, by, facts));
    const puppet = await world.actor('northGrid', 'member-admin', `north-grid/${handle}`);
    const { byHandle } = await world.hub.directory.current();
    const person = byHandle.get(`north-grid/${handle}`)?.id ?? '';
    expect(await confirmed({ ...puppet, person }, cy)).toEqual(['ANOTHER_ADMINISTRATOR_NEEDED $.person']);
  }
  expect(await personsWhoSignIn(world.hub, [id])).toEqual(new Set());
  good(await confirmPerson(world.hub, await admin('second'), cy));
  expect(await stored(cy)).toMatchObject({ isRedClosed: false, broughtBy: [] });
});

test('an operator of the hub confirms, and its machine, where a member has one administrator', async () => {
  const operator = await world.actor('cyberAgency', 'hub-operator', 'cyber-agency/ops');
  for (const by of [operator, { way: 'HOST' as const }]) {
    const dan = await planted(`dan-${'way' in by ? 'host' : 'operator'}`, { credentials: 1 });
    await restored(await admin(), dan);
    expect(good(await confirmPerson(world.hub, by, dan))).toMatchObject({ isRedClosed: false });
  }
  const reader = await world.actor('southGrid', 'member-admin', 'south-grid/x');
  expect(await confirmed(reader, 'north-grid/cy')).toEqual(['PERSON_UNKNOWN $.person']);
});

test('who comes back by a new link gets no TLP:RED, and nothing that let it in before', async () => {
  const gus = await planted('gus', { state: 'DORMANT', credentials: 1, lastSeenAt: now });
  const { token } = await keyFor(world.hub, {
    member: 'north-grid',
    role: 'reader',
    person: 'north-grid/hal',
  });
  const hal = await world.hub.keys.byId((token.match(/^toc_hub_([^_]+)_/)?.[1] ?? '') as string);
  await world.hub.members.change(async (session) => {
    if (hal !== null) await world.hub.keys.put({ ...hal, _id: 'of-gus', person: personIdOf(gus) }, session);
  });
  const { person } = good(await reinvitePerson(world.hub, await admin(), gus));
  expect(person).toMatchObject({ state: 'INVITED', isRedClosed: true, credentials: 0 });
  expect(await world.hub.keys.ofPerson([person.id])).toEqual([]);
  expect(await confirmed(await admin(), gus)).toEqual(['ANOTHER_ADMINISTRATOR_NEEDED $.person']);
  // Who never joined has nothing that was addressed to it; the link alone is new.
  const facts = { handle: 'ida', name: 'Ida', roles: ['analyst'] as const };
  good(await invitePerson(world.hub, await admin(), facts));
  const again = good(await reinvitePerson(world.hub, await admin('second'), 'ida'));
  expect(again.person).toMatchObject({ isRedClosed: false });
  expect(again.person.broughtBy).toHaveLength(2);
});

test('what is taken from somebody does not come back by what it does at the same moment', async () => {
  for (let turn = 0; turn < 3; turn += 1) {
    const kim = await planted(`kim-${turn}`, { roles: ['analyst', 'publisher'] });
    const self = await world.actor('northGrid', 'analyst', kim);
    const by = await admin();
    await Promise.all([
      changePerson(world.hub, self, { person: kim, timeZone: 'Europe/Vienna' }),
      changePerson(world.hub, by, { person: kim, roles: ['analyst'] }),
      changeOwnContacts(world.hub, self, (own) => accepted([...own, PHONE])),
      changeOwnContacts(world.hub, self, (own) => accepted([...own, PHONE])),
    ]).then((outcomes) => outcomes.map(good));
    expect(await stored(kim)).toMatchObject({
      roles: ['analyst'],
      timeZone: 'Europe/Vienna',
      contacts: [PHONE, PHONE],
    });
    await Promise.all([
      changePerson(world.hub, self, { person: kim, languages: ['pt'] }),
      deactivatePerson(world.hub, by, kim),
    ]);
    expect(await stored(kim)).toMatchObject({ state: 'DEACTIVATED' });
  }
});

const PHONE = { kind: 'PHONE', value: '+999 1 555 0101', visibleTo: 'MEMBER' } as const;

test('of two who go at once, one stays to administer; of two who take a name, one has it', async () => {
  const two = ['west-1', 'west-2'].map((handle) => `south-grid/${handle}`);
  await plantPersons(world.hub, two, { roles: ['member-admin'], createdAt: now });
  const by = async (who: string) => world.actor('southGrid', 'member-admin', who);
  await changePerson(world.hub, { way: 'HOST' }, { person: 'south-grid/only', roles: ['reader'] });
  const gone = await Promise.all([
    deactivatePerson(world.hub, await by(two[0] ?? ''), two[1] ?? ''),
    changePerson(world.hub, await by(two[1] ?? ''), { person: two[0] ?? '', roles: ['reader'] }),
  ]);
  expect(gone.flatMap(codes)).toEqual(['LAST_ADMINISTRATOR $.person']);
  const left = (await world.hub.persons.ofMember(CAST.southGrid.id)).filter(
    ({ roles, state }) => state === 'ACTIVE' && roles.includes('member-admin'),
  );
  expect(left).toHaveLength(1);
  const facts = { handle: 'one-name', name: 'N', roles: ['reader'] as const };
  const taken = await Promise.all(
    ['chief', 'second'].map(async (who) => invitePerson(world.hub, await admin(who), facts)),
  );
  expect(taken.flatMap(codes)).toEqual(['PERSON_TAKEN $.handle']);
});

test('the last person who runs the hub stays, whoever wants it gone and however long it slept', async () => {
  const only = 'cyber-agency/only-operator';
  await plantPersons(world.hub, [only], { roles: ['member-admin', 'hub-operator'], createdAt: now });
  await plantPersons(world.hub, ['cyber-agency/chief'], { roles: ['member-admin'], createdAt: now });
  const itself = await world.actor('cyberAgency', 'hub-operator', only);
  const both = { ...itself, roles: ['member-admin', 'hub-operator'] as const };
  for (const each of await world.hub.persons.all()) {
    if (each.roles.includes('hub-operator') && each.id !== personIdOf(only))
      good(await changePerson(world.hub, { way: 'HOST' }, { person: each.id, roles: ['reader'] }));
  }
  const without = { person: only, roles: ['member-admin' as const] };
  expect(codes(await changePerson(world.hub, both, without))).toEqual(['LAST_ADMINISTRATOR $.person']);
  expect(codes(await deactivatePerson(world.hub, both, only))).toEqual(['LAST_ADMINISTRATOR $.person']);
  const long = new Date(now.getTime() - 400 * 24 * 3_600_000);
  const idle = { lastSeenAt: long, createdAt: long, warnedAt: long };
  const person = await stored(only);
  if (person === null) throw new Error('it is there');
  await world.hub.members.change((session) => world.hub.persons.save({ ...person, ...idle }, session));
  await retirePersons(world.hub);
  expect(await stored(only)).toMatchObject({ state: 'ACTIVE' });
});

test('details are one’s own, and each contact detail is seen by those it is for', async () => {
  const eve = await planted('eve');
  const self = await world.actor('northGrid', 'analyst', eve);
  const detail = (value: string, visibleTo: ContactDetail['visibleTo']) =>
    ({ kind: 'PHONE', value, visibleTo }) as const;
  const contacts = [detail('101', 'MEMBER'), detail('102', 'COUNTERPARTS'), detail('103', 'PARTNERSHIP')];
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
  expect(await seen('northGrid')).toEqual(['101', '102', '103']);
  expect(await seen('southGrid')).toEqual(['103']);
  expect(await contactsOf(world.hub, self, 'nobody-here')).toEqual([]);
  const wrong = {
    person: eve,
    timeZone: 'Mars/Olympus',
    languages: ['x y'],
    contacts: [detail('', 'MEMBER'), detail('not a phone', 'MEMBER')],
  };
  expect(codes(await changePerson(world.hub, self, wrong))).toEqual([
    'LANGUAGE_MALFORMED $.languages[0]',
    'TIME_ZONE_UNKNOWN $.timeZone',
    'CONTACT_MALFORMED $.contacts[0]',
    'TELEPHONE_MALFORMED $.contacts[1]',
  ]);
  expect(codes(await reinvitePerson(world.hub, await admin(), eve))).toEqual(['PERSON_ACTIVE $.person']);
  // What an earlier release took stands, and holds nobody up who adds another.
  const person = await stored(eve);
  if (person === null) throw new Error('it is there');
  const old = [detail('by the gate', 'MEMBER')];
  await world.hub.members.change((session) => world.hub.persons.save({ ...person, contacts: old }, session));
  good(await changePerson(world.hub, self, { person: eve, contacts: [...old, detail('112', 'MEMBER')] }));
});

test('a counterpart is who answered under its name and in earnest, not an organisation or a participant of an exercise', async () => {
  const publisher = await world.actor('cyberAgency');
  const seen = async (name: CastName) =>
    (await contactsOf(world.hub, publisher, CAST[name].slug)).map(({ value }) => value);
  const contacts = [{ kind: 'PHONE', value: '4', visibleTo: 'COUNTERPARTS' }] as const;
  const answer = async (name: CastName, warning: string, withName: boolean | null = null) =>
    good(
      await acknowledgeWarning(world.hub, await world.actor(name, 'analyst'), {
        ...{ warning, answer: 'SEEN' as const, note: null, withName },
      }),
    );
  for (const name of ['southGrid', 'energyCentre', 'smallGas', 'riverWater'] as const)
    await plantPersons(world.hub, [`${CAST[name].slug}/desk`], { contacts, createdAt: now });
  const asked = { marking: 'AMBER' as const, audience: to('energyCentre', 'southGrid', 'riverWater') };
  const id = await publishBy(world, 'cyberAgency', asked);
  // The client of the energy centre is listed to the publisher, which is not told that it has the warning.
  await answer('smallGas', id, false);
  expect(await seen('smallGas')).toEqual([]);
  const exercise = await publishBy(world, 'cyberAgency', { ...asked, exercise: 'autumn' });
  await answer('riverWater', exercise);
  expect(await seen('riverWater')).toEqual([]);
  expect(await seen('southGrid')).toEqual([]);
  await answer('southGrid', id);
  expect(await seen('southGrid')).toEqual(['4']);
  await answer('riverWater', id);
  expect(await seen('riverWater')).toEqual(['4']);
  // Once it gives its name with an answer.
  await answer('smallGas', id, true);
  expect(await seen('smallGas')).toEqual(['4']);
  // What one publisher was answered tells another nothing.
  const other = await world.actor('northGrid', 'publisher');
  expect(await contactsOf(world.hub, other, 'south-grid')).toEqual([]);
});

test('who does nothing for half a year is warned, then dormant, and comes back by a link', async () => {
  const fay = await planted('fay', { lastSeenAt: now });
  const { token } = await keyFor(world.hub, { member: 'north-grid', role: 'analyst', person: fay });
  const own = await plantEndpoint(world, 'northGrid', { channel: 'MAIL', person: personIdOf(fay) });
  const ofMember = await plantEndpoint(world, 'northGrid', { channel: 'MAIL' });
  const toldAt = async ({ id }: { readonly id: string }) =>
    (await world.hub.channelDeliveries.rows.find({ endpoint: id }).toArray()).filter(
      ({ details }) => details?.['what'] === 'DORMANT',
    );
  const after = async (days: number) => {
    now = new Date(now.getTime() + days * 24 * 3_600_000);
    await world.hub.persons.noteSeen(new Map([[personIdOf('north-grid/chief'), now]]));
    return retirePersons(world.hub);
  };
  await after(149);
  expect(await stored(fay)).toMatchObject({ warnedAt: null });
  expect((await after(2)).warned).toBeGreaterThan(0);
  expect(await stored(fay)).toMatchObject({ state: 'ACTIVE', warnedAt: now });
  // By its own address, or those of the member for whoever has none; once.
  await retirePersons(world.hub);
  expect((await toldAt(own)).map(({ details }) => details?.['person'])).toEqual([personIdOf(fay)]);
  expect(await subjectsOf(world, await toldAt(own))).toEqual([
    'An access of your organisation was not used for long',
  ]);
  const others = (await toldAt(ofMember)).map(({ details }) => details?.['person']);
  expect(others).toContain(personIdOf('north-grid/second'));
  expect(others).not.toContain(personIdOf(fay));
  const warned = (await ownNotices(world.hub, await admin()))?.warned.map(({ handle }) => handle);
  expect(warned).toContain('fay');
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
