// A person's data: all of it for the person itself and its member's administrator, and its erasure, which leaves the record whole.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/domain/member.ts';
import { authenticate } from '../../../src/service/access/authenticate.ts';
import { approve } from '../../../src/service/approval/decide-proposal.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { recordAct } from '../../../src/service/audit/record-act.ts';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import { changeAnswerPlan } from '../../../src/service/member/keep-answer-plan.ts';
import { endMembership, suspendMember } from '../../../src/service/member/suspend-member.ts';
import { reinvitePerson } from '../../../src/service/person/deactivate-person.ts';
import { invitePerson } from '../../../src/service/person/invite-person.ts';
import { erasePerson } from '../../../src/service/person-data/erase-person.ts';
import { exportPerson } from '../../../src/service/person-data/export-person.ts';
import { applyRetention } from '../../../src/service/retention/apply-retention.ts';
import { COLLECTIONS } from '../../../src/store/collection/table.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';
import { plantPersons } from '../../support/persons.ts';
import { publishBy, to } from '../../support/publish.ts';

let now = new Date('2030-01-01T12:00:00.000Z');
let world: TestHub;
let token = '';
let ann: Actor;
beforeAll(async () => {
  world = await openTestHub({ clock: { now: () => now } });
  token = await world.token('northGrid', 'analyst');
  const actor = await authenticate(world.hub, `Bearer ${token}`);
  if (actor?.person == null) throw new Error('the key is of a person');
  ann = actor;
});
afterAll(() => world.close());

const id = (): string => ann.person ?? '';
const ANN = 'north-grid/analyst';
/** Who did it, under an id that names nobody any more. */
const ID_STAYS = ['persons', 'keys', 'acts', 'proposals', 'holds', 'entries', 'used_ids'];
const save = async (changes: object): Promise<void> => {
  const person = await world.hub.persons.byId(id());
  if (person === null) throw new Error('there is such a person');
  await world.hub.members.change((session) => world.hub.persons.save({ ...person, ...changes }, session));
  world.hub.directory.forget();
};

test('is given to the person and to its administrator, without secrets, and that is noted', async () => {
  const { hub } = world;
  await save({
    name: 'Ann Ångström',
    contacts: [{ kind: 'PHONE', value: '+999 1 555 0199', visibleTo: 'MEMBER' }],
  });
  const warning = await publishBy(world, 'cyberAgency', { audience: to('northGrid', 'southGrid') });
  await world.drain();
  await acknowledgeWarning(hub, ann, { warning, answer: 'AFFECTED', note: 'Ann, gateway 7' });
  await acknowledgeWarning(hub, ann, { warning, answer: 'NEED_HELP', note: 'Ann needs gateway 7' });
  const reminder = { step: 'HALF', at: now, persons: [id()], outside: null, skipped: null };
  await hub.deliveries.rows.updateOne({ warning, member: ann.member.id }, {
    $set: { reminders: [reminder] },
  } as never);
  const planner = await world.actor('northGrid', 'member-admin');
  good(await changeAnswerPlan(hub, planner, { alternates: [ANN] }));
  const other = await world.actor('northGrid', 'manager');
  await acknowledgeWarning(hub, other, { warning, answer: 'ACTED', note: 'By the manager' });
  const data = await exportPerson(hub, ann, id());
  expect(data.ok && data.value).toMatchObject({
    person: { name: 'Ann Ångström' },
    keys: [{ person: id() }],
    cases: [{ warning, notes: [{ text: 'Ann needs gateway 7' }] }],
    isAlternate: true,
  });
  const secrets = (await hub.keys.everOf([id()])).map(({ hash }) => hash);
  expect(secrets).toHaveLength(1);
  for (const secret of secrets) expect(JSON.stringify(data)).not.toContain(secret);
  const admin = await world.actor('northGrid', 'member-admin');
  expect(codes(await exportPerson(hub, admin, id()))).toEqual([]);
  expect(codes(await exportPerson(hub, await world.actor('southGrid', 'member-admin'), id()))).toEqual([
    'NOT_FOUND $.person',
  ]);
  expect(codes(await exportPerson(hub, other, id()))).toEqual(['NOT_FOUND $.person']);
  expect(await hub.acts.rows.countDocuments({ event: 'person.exported', person: id() })).toBe(2);
  // By its name as it is written, and in its own member by its handle alone.
  for (const named of [ANN, 'analyst', ' North-Grid/Analyst '])
    expect(good(await exportPerson(hub, ann, named)).person.id).toBe(id());
  expect(codes(await exportPerson(hub, await world.actor('southGrid', 'analyst'), ANN))).toEqual([
    'NOT_FOUND $.person',
  ]);
});

test('is erased once the person has left and no hold covers it; others’ words and the record stay', async () => {
  const { hub } = world;
  const admin = await world.actor('northGrid', 'member-admin');
  expect(codes(await erasePerson(hub, admin, id()))).toEqual(['PERSON_STILL_ACTIVE $.person']);
  await save({ state: 'DEACTIVATED' });
  const signedIn = async (role: 'member-admin' | 'manager'): Promise<Actor> => ({
    ...(await world.actor('northGrid', role)),
    via: { way: 'PASSKEY', range: null },
  });
  const payload = { scope: 'PERSON', target: id(), reason: 'An inquiry' };
  const placed = await propose(hub, await signedIn('member-admin'), { kind: 'PLACE_HOLD', payload });
  const held = await approve(hub, await signedIn('manager'), placed.ok ? placed.value.id : '');
  expect(codes(await erasePerson(hub, admin, id()))).toEqual(['HOLD_IN_FORCE $.person']);
  const lifting = { kind: 'LIFT_HOLD', payload: { hold: held.ok ? held.value.result : '' } };
  const lift = await propose(hub, await signedIn('manager'), lifting);
  expect(codes(await approve(hub, await signedIn('member-admin'), lift.ok ? lift.value.id : ''))).toEqual([]);
  const before = await hub.entries.rows.find().sort({ _id: 1 }).toArray();
  expect(codes(await erasePerson(hub, admin, id()))).toEqual([]);
  const person = await hub.persons.byId(id());
  expect(person).toMatchObject({ state: 'ERASED', name: 'Erased', handle: null, contacts: [], roles: [] });
  expect(await authenticate(hub, `Bearer ${token}`)).toBeNull();
  const everything = JSON.stringify([
    await hub.persons.all(),
    await hub.deliveries.rows.find().toArray(),
    await hub.acts.rows.find().toArray(),
    await hub.keys.everOf([id()]),
  ]);
  expect(everything).not.toMatch(/Ångström|555 0199|gateway 7/);
  // No collection has a word of it; its id is left where it says only that there was such an act.
  for (const { stored } of COLLECTIONS) {
    const rows = JSON.stringify(await hub.database.native().collection(stored).find().toArray());
    expect([stored, /Ångström|555 0199|gateway 7/.exec(rows)?.[0]]).toEqual([stored, undefined]);
    if (!rows.includes(id())) continue;
    expect(ID_STAYS).toContain(stored);
  }
  // The answer of the other person stays with its note.
  expect(everything).toContain('By the manager');
  const after = await hub.entries.rows
    .find({ _id: { $in: before.map(({ _id }) => _id) } })
    .sort({ _id: 1 })
    .toArray();
  expect(after).toEqual(before);
  expect((await hub.acts.last('person.erased'))?.person).toBe(id());
  // Again does nothing.
  expect(codes(await erasePerson(hub, admin, id()))).toEqual([]);
  expect(await hub.acts.rows.countDocuments({ event: 'person.erased' })).toBe(1);
});

test('whoever was invited again is not erased while that is no two years ago, nor while the link is open', async () => {
  const { hub } = world;
  const admin = await world.actor('northGrid', 'member-admin');
  const facts = { handle: 'late', name: 'Late', roles: ['reader'] as const };
  const { person } = good(await invitePerson(hub, admin, facts));
  now = new Date(now.getTime() + 800 * 24 * 3_600_000);
  good(await reinvitePerson(hub, admin, person.id));
  const { PERSONS: open } = await applyRetention(hub, { isTrial: true });
  now = new Date(now.getTime() + 8 * 24 * 3_600_000);
  const { PERSONS: recent } = await applyRetention(hub, { isTrial: true });
  now = new Date(now.getTime() + 731 * 24 * 3_600_000);
  const { PERSONS: due } = await applyRetention(hub, { isTrial: true });
  expect([open, recent, due]).toEqual([0, 0, 1]);
  await hub.members.change((session) => hub.persons.save({ ...person, state: 'ERASED' }, session));
});

test('goes by itself two years after the person has left', async () => {
  const { hub } = world;
  await world.token('southGrid', 'analyst');
  const left = (await hub.persons.all()).find(({ id: each }) => each.startsWith('south-grid/'));
  if (left === undefined) throw new Error('there is such a person');
  // Of a member that left, whoever became dormant goes too; of one that is there, nobody does.
  await plantPersons(hub, ['small-gas/away', 'river-water/away'], { roles: ['analyst'] });
  hub.directory.forget();
  const { byHandle } = await hub.directory.current();
  const [dormant, away] = [byHandle.get('small-gas/away'), byHandle.get('river-water/away')];
  const smallGas = (await hub.directory.current()).bySlug.get('small-gas');
  if (dormant === undefined || away === undefined || smallGas === undefined)
    throw new Error('they are there');
  await hub.members.change(async (session) => {
    await hub.persons.save({ ...left, state: 'DEACTIVATED', lastSeenAt: now }, session);
    for (const each of [dormant, away])
      await hub.persons.save({ ...each, state: 'DORMANT', lastSeenAt: now }, session);
    const absence = { from: 'MEMBER' as const, since: now, reason: null };
    await hub.members.put({ ...smallGas, isActive: false, standing: 'LEFT', absence }, session);
  });
  hub.directory.forget();
  now = new Date(now.getTime() + 700 * 24 * 3_600_000);
  expect(await applyRetention(hub)).toMatchObject({ PERSONS: 0 });
  now = new Date(now.getTime() + 31 * 24 * 3_600_000);
  expect(await applyRetention(hub)).toMatchObject({ PERSONS: 2 });
  for (const { id: gone } of [left, dormant])
    expect(await hub.persons.byId(gone)).toMatchObject({ state: 'ERASED', name: 'Erased' });
  expect(await hub.persons.byId(away.id)).toMatchObject({ state: 'DORMANT' });
});

test('of a member that was suspended at first, goes two years after the member has left', async () => {
  const { hub } = world;
  const operator = await world.actor('cyberAgency', 'hub-operator');
  await plantPersons(hub, ['metro-rail/away'], { roles: ['analyst'] });
  hub.directory.forget();
  const away = (await hub.directory.current()).byHandle.get('metro-rail/away');
  if (away === undefined) throw new Error('it is there');
  const asleep = { ...away, state: 'DORMANT' as const, lastSeenAt: now };
  await hub.members.change((session) => hub.persons.save(asleep, session));
  good(await suspendMember(hub, operator, 'metro-rail', 'It was broken into.'));
  const pass = (days: number) => {
    now = new Date(now.getTime() + days * 24 * 3_600_000);
  };
  pass(700);
  const { emptied: _e, ...left } = good(await endMembership(hub, operator, 'metro-rail'));
  pass(100);
  const due = async (changes: object) => {
    await hub.members.change((session) => hub.members.put({ ...left, ...changes }, session));
    hub.directory.forget();
    return (await applyRetention(hub, { isTrial: true })).PERSONS;
  };
  expect(await due({})).toBe(0);
  // An earlier release has noted it in its act alone; after a restore from before it is nowhere.
  const { leftAt: _, ...absence } = left.absence ?? { from: 'MEMBER' as const, since: now, reason: null };
  expect(await due({ absence })).toBe(0);
  await hub.acts.rows.deleteMany({ event: 'member.left' });
  expect(await due({ absence })).toBe(1);
  const restored = { event: 'hub.restored', by: { way: 'HOST' }, members: [] } as const;
  await hub.database.transaction((session) => recordAct(hub, restored, session));
  expect(await due({ absence })).toBe(0);
  pass(631);
  expect(await due({})).toBe(1);
});
