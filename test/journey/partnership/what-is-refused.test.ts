// What the partnership refuses: a name that may be taken for another's, and a rule that would empty a community, an applicant for
// whom too few answer. Nobody learns by a refusal of whom it is not told.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/domain/member.ts';
import type { Community } from '../../../src/domain/partnership/community.ts';
import { shownApplication } from '../../../src/graphql/present/application.ts';
import { makeKey } from '../../../src/service/access/make-key.ts';
import { readProposal } from '../../../src/service/approval/list-proposals.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { changeCommunity, createCommunity } from '../../../src/service/community/keep-community.ts';
import { leaveCommunity } from '../../../src/service/community/memberships.ts';
import { registerMachine } from '../../../src/service/credential/administer-machines.ts';
import { applyFor } from '../../../src/service/member/admission/apply.ts';
import {
  admitApplication,
  objectToApplication,
  refuseApplication,
  setAsideObjection,
  sponsorApplication,
  verifyApplication,
  withdrawSponsorship,
} from '../../../src/service/member/admission/decide-application.ts';
import { changeMember } from '../../../src/service/member/change-member.ts';
import { passTime } from '../../../src/service/member/pass-time.ts';
import { endMembership, reinstateMember, suspendMember } from '../../../src/service/member/suspend-member.ts';
import { openRights } from '../../../src/store/backup/rights.ts';
import { CAST, type CastName, memberOf } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';

let world: TestHub;
let now = new Date('2030-01-01T00:00:00.000Z');
beforeAll(async () => {
  world = await openTestHub({ clock: { now: () => now } });
});
afterAll(() => world.close());

const admin = (name: CastName) => world.actor(name, 'member-admin');
const manager = (name: CastName) => world.actor(name, 'manager');
const operator = () => world.actor('cyberAgency', 'hub-operator');
const form = (slug: string) => ({
  ...{ slug, name: `Works of ${slug}`, kind: 'OPERATOR' as const, country: 'XA', countries: [] },
  ...{ sectors: ['energy/electricity'], contact: 'Ann, +999 1 555 0199' },
});
type Given = Pick<Parameters<typeof createCommunity>[2], 'slug' | 'name'>;
const make = async (given: Given, by: CastName, more: object = {}): Promise<Community> =>
  good(await createCommunity(world.hub, await operator(), { ...given, managers: [CAST[by].slug], ...more }))
    .community;

describe('a name that looks like another', () => {
  test('a member gives itself no new name, whether another has it or not; the hub does, and is told whose it resembles', async () => {
    const { hub } = world;
    const own = await admin('riverWater');
    const [listed, unlisted] = [CAST.cyberAgency, { ...CAST.southGrid, isUnlisted: true }];
    await hub.members.save(unlisted);
    hub.directory.forget();
    const applicant = good(await applyFor(hub, await admin('metroRail'), form('lake-works')));
    const renamed = (by: Actor, change: object) => changeMember(hub, by, CAST.riverWater.slug, change);
    const fieldOf = async (change: object) => {
      const outcome = await renamed(own, change);
      return outcome.ok ? [] : outcome.problems.map(({ path: _, ...told }) => told);
    };
    const refusals = [];
    for (const name of [listed.name, unlisted.name, unlisted.slug, applicant.facts.name, 'Nobody at all'])
      refusals.push(await fieldOf({ name: name.toUpperCase().replaceAll('O', '0') }));
    expect(refusals[0]).toMatchObject([{ code: 'ROLE_MAY_NOT' }]);
    expect(new Set(refusals.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(JSON.stringify(refusals)).not.toContain(unlisted.slug);
    // A name in Latin letters is shown to none of the others, so that a try with one tells nothing, whatever it is.
    for (const latinName of [listed.name, unlisted.name, 'Nobody at all'])
      for (const name of [undefined, unlisted.name, 'Nobody either'])
        expect(codes(await renamed(own, { latinName, ...(name === undefined ? {} : { name }) }))).toEqual([
          ...(name === undefined ? [] : ['ROLE_MAY_NOT $.name']),
          'ROLE_MAY_NOT $.latinName',
        ]);
    const named = await renamed(await operator(), { name: unlisted.name });
    expect(codes(named)).toEqual(['LOOKS_ALIKE $.name']);
    expect(JSON.stringify(named)).toContain(unlisted.slug);
    expect(codes(await renamed(own, { name: unlisted.name, namesAreClear: true }))).toEqual([
      'ROLE_MAY_NOT $.namesAreClear',
      'ROLE_MAY_NOT $.name',
    ]);
    const cleared = { latinName: unlisted.name, namesAreClear: true };
    expect(good(await renamed(await operator(), cleared)).latinName).toBe(unlisted.name);
    // What it is called already it may say again, and change how it is written.
    const { name } = CAST.riverWater;
    good(await renamed(own, { name: name.toUpperCase(), latinName: unlisted.name }));
    good(await renamed(own, { name, latinName: null }));
    good(await refuseApplication(hub, await operator(), applicant.id));
    await hub.members.save(CAST.southGrid);
    hub.directory.forget();
  });

  test('of two operators who make a community at once one does, and what the other wanted overwrites nothing', async () => {
    const { hub } = world;
    const [one, other] = ['cityHospital', 'energyCentre'] as const;
    const at = async (by: CastName) => {
      const given = { slug: 'twin-table', name: 'Twin Table', managers: [CAST[by].slug] };
      return createCommunity(hub, await operator(), given);
    };
    const both = await Promise.all([at(one), at(other)]);
    expect(both.flatMap(codes)).toEqual(['LOOKS_ALIKE $.slug']);
    const made = both.find(({ ok }) => ok);
    const stored = (await hub.communities.all()).filter(({ slug }) => slug === 'twin-table');
    expect(stored).toEqual([made?.ok === true ? made.value.community : null]);
  });

  test('of a community: its managers give it no new name, whether another has it or not; the hub does, and is told whose it resembles', async () => {
    const { hub } = world;
    await make({ slug: 'grid-table', name: 'Grid Table' }, 'energyCentre');
    const { slug } = await make({ slug: 'ward-round', name: 'Ward Round' }, 'cityHospital');
    const by = await manager('cityHospital');
    const renamed = (as: Actor, name: string, isTrial = false, expectedVersion = 1) =>
      changeCommunity(hub, as, { slug, expectedVersion, name }, { isTrial });
    const refusals = [];
    for (const name of ['GRlD TABLE', 'Grid-Table', 'Health Circle', 'Nobody at all', '!'])
      for (const isTrial of [true, false]) refusals.push(await renamed(by, name, isTrial));
    expect(refusals.map(codes)).toEqual(refusals.map(() => ['ROLE_MAY_NOT $.name']));
    expect(new Set(refusals.map((each) => JSON.stringify(each))).size).toBe(1);
    // What it is called already may be written in another way.
    expect(good(await renamed(by, 'WARD ROUND')).community).toMatchObject({ name: 'WARD ROUND', version: 2 });
    for (const isTrial of [true, false]) {
      const told = await renamed(await operator(), 'Grid Tab1e', isTrial, 2);
      expect([codes(told), JSON.stringify(told)]).toEqual([
        ['LOOKS_ALIKE $.name'],
        expect.stringContaining('grid-table'),
      ]);
    }
    expect(good(await renamed(await operator(), 'Ward Walk', false, 2)).community.name).toBe('Ward Walk');
  });

  test('of a community: of two new names at once, the second is judged by the version that the first left', async () => {
    const { hub } = world;
    await make({ slug: 'night-desk', name: 'Night Desk' }, 'energyCentre');
    const { slug } = await make({ slug: 'ward-talk', name: 'Ward Talk' }, 'cityHospital');
    const by = await operator();
    const [isWritten, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const append: typeof hub.acts.append = async (line, session) => {
      await hub.acts.append(line, session);
      isWritten.resolve();
      await mayEnd.promise;
    };
    const renamed = (of: typeof hub, name: string) =>
      changeCommunity(of, by, { slug, expectedVersion: 1, name });
    const free = renamed({ ...hub, acts: { ...hub.acts, append } }, 'Ward Rounds');
    await isWritten.promise;
    const taken = renamed(hub, 'Night Desk');
    await Promise.race([taken, pause(300)]);
    mayEnd.resolve();
    expect([codes(await free), codes(await taken)]).toEqual([[], ['VERSION_CONFLICT $.expectedVersion']]);
    // Nobody has renamed it since, so that it is told.
    const again = await changeCommunity(hub, by, { slug, expectedVersion: 2, name: 'Night Desk' });
    expect(codes(again)).toEqual(['LOOKS_ALIKE $.name']);
  });
});

describe('what would empty a community by rule', () => {
  test('is refused: a rule that fits those alone who left', async () => {
    const { hub } = world;
    const by = await manager('energyCentre');
    const rail = { kinds: ['OPERATOR' as const], sectors: ['transport/rail'] };
    await make({ slug: 'capital', name: 'Capital' }, 'energyCentre', { rule: { sectors: ['transport'] } });
    const narrowed = { slug: 'capital', expectedVersion: 1, rule: rail };
    expect(good(await changeCommunity(hub, by, narrowed, { isTrial: true })).fitting).toBe(1);
    good(await leaveCommunity(hub, await manager('metroRail'), 'capital'));
    expect(codes(await changeCommunity(hub, by, narrowed))).toEqual(['RULE_EMPTIES_COMMUNITY $.rule']);
  });

  test('is refused: to admit no authorities where nobody else fits', async () => {
    const { hub } = world;
    await hub.members.save(memberOf('energy-regulator', { kind: 'REGULATOR', sectors: [] }));
    const rule = { kinds: ['REGULATOR' as const] };
    await make({ slug: 'watchdogs', name: 'Watchdogs' }, 'energyCentre', { rule, admitsAuthorities: true });
    const closed = { slug: 'watchdogs', expectedVersion: 1, admitsAuthorities: false };
    const by = await manager('energyCentre');
    expect(codes(await changeCommunity(hub, by, closed))).toEqual([
      'RULE_EMPTIES_COMMUNITY $.admitsAuthorities',
    ]);
    const widened = { ...closed, rule: { kinds: ['REGULATOR' as const, 'OPERATOR' as const] } };
    expect((await changeCommunity(hub, by, widened)).ok).toBe(true);
  });
});

describe('an applicant', () => {
  const verified = async (slug: string) => {
    const { id } = good(await applyFor(world.hub, await admin('northGrid'), form(slug)));
    good(await verifyApplication(world.hub, await operator(), { id, namesAreClear: true }));
    const by = await admin('riverWater');
    return good(await sponsorApplication(world.hub, by, { id, agreesToBeNamed: false }));
  };
  const objecting = async (id: string) =>
    codes(await objectToApplication(world.hub, await admin('smallGas'), { id, reason: 'Unknown.' }));

  test('is not admitted on the word of a member that is suspended since', async () => {
    const { hub } = world;
    const { id, windowEndsAt } = await verified('canal-works');
    if (windowEndsAt === null) throw new Error('its window is open');
    now = windowEndsAt;
    good(await suspendMember(hub, await operator(), 'river-water', 'It was broken into.'));
    await passTime(hub);
    expect((await hub.applications.byId(id))?.stage).toBe('OBJECTION_WINDOW');
    const admitted = await admitApplication(hub, await operator(), id);
    expect([codes(admitted), JSON.stringify(admitted)]).toEqual([
      ['APPLICATION_NOT_READY $.id'],
      expect.stringContaining('no full member any more'),
    ]);
    good(await reinstateMember(hub, await operator(), 'river-water'));
    good(await admitApplication(hub, await operator(), id));
  });

  test('that a sponsor leaves waits for another, and is withdrawn with its last one', async () => {
    const { hub } = world;
    const { id } = await verified('dune-works');
    const withdraw = async (name: CastName) => withdrawSponsorship(hub, await admin(name), id);
    expect(codes(await withdraw('metroRail'))).toEqual(['SPONSOR_UNKNOWN $.id']);
    expect(good(await withdraw('riverWater'))).toMatchObject({ stage: 'VERIFIED', windowEndsAt: null });
    const other = await admin('cityHospital');
    const again = good(await sponsorApplication(hub, other, { id, agreesToBeNamed: false }));
    expect(again.stage).toBe('OBJECTION_WINDOW');
    good(await withdraw('cityHospital'));
    expect(good(await withdraw('northGrid'))).toMatchObject({ stage: 'WITHDRAWN', decidedAt: now });
    expect(codes(await withdraw('northGrid'))).toEqual(['APPLICATION_CLOSED $.id']);
  });

  test('is objected to by full members alone, and who answers for it is told why it was refused', async () => {
    const { hub } = world;
    const { id } = await verified('glass-works');
    await hub.members.save({ ...CAST.smallGas, standing: 'PROBATION', probationSince: now });
    hub.directory.forget();
    expect(await objecting(id)).toEqual(['SPONSOR_UNSUITABLE $.id']);
    await hub.members.save(CAST.smallGas);
    hub.directory.forget();
    expect(await objecting(id)).toEqual([]);
    const aside = { id, member: CAST.smallGas.slug };
    const { windowEndsAt } = good(await setAsideObjection(hub, await operator(), aside));
    now = windowEndsAt ?? now;
    // Whoever approves it is told whom, and past what.
    const asked = { kind: 'ADMIT_MEMBER', payload: { application: id } };
    const proposal = good(await propose(hub, await operator(), asked));
    expect((await readProposal(hub, await operator(), proposal.id))?.about).toEqual([
      'Works of glass-works (glass-works): operator in XA.',
      'Members that answer for it: north-grid, river-water.',
      'Objection set aside, of small-gas: Unknown.',
    ]);
    // It stays its proposer's, who is told no more of it than what it asks for once others run the hub.
    const former: Actor = { ...(await operator()), roles: ['analyst'] };
    expect((await readProposal(hub, former, proposal.id))?.about).toEqual([]);
    const refuse = async (reason: string) => refuseApplication(hub, await operator(), id, reason);
    expect(codes(await refuse('x'.repeat(501)))).toEqual(['REASON_MISSING $.reason']);
    const made = good(await refuse('It is no legal body.'));
    const told = async (by: Actor) => (await shownApplication(hub, by, made)).refusal;
    expect(await told(await admin('northGrid'))).toBe('It is no legal body.');
    expect(await told(await operator())).toBe('It is no legal body.');
    expect(await told(await admin('metroRail'))).toBeNull();
  });
});

test('a member that leaves leaves nothing that acts for it: keys and registrations of its machines end, also after a restore', async () => {
  const { hub } = world;
  const by = await admin('metroRail');
  good(await makeKey(hub, by, { kind: 'SCREEN', label: 'Wall' }));
  const sensor = { label: 'Sensor', roles: ['reader'] as const, certificate: 'c'.repeat(64), subject: null };
  good(await registerMachine(hub, by, { ...sensor, expiresAt: null }));
  const live = async () => [
    await hub.members.look((session) => hub.keys.countOfMachines(by.member.id, session)),
    (await hub.credentials.ofMachines(by.member.id)).length,
  ];
  expect(await live()).toEqual([1, 1]);
  good(await endMembership(hub, by, null));
  expect(await live()).toEqual([0, 0]);
  const [left] = await hub.acts.trail({ branches: [{ events: ['member.left'] }], before: null }, 1);
  if (left === undefined) throw new Error('it has left');
  const rights = openRights(hub.database);
  const journalled = await rights.after(left);
  // As a backup of before has them.
  const of = { member: by.member.id, person: null };
  await hub.database
    .native()
    .collection('keys')
    .updateMany(of, { $set: { revokedAt: null } });
  await hub.database
    .native()
    .collection('credentials')
    .updateMany(of, { $set: { endedAt: null } });
  expect(await live()).toEqual([1, 1]);
  for (const row of journalled) await hub.database.transaction((session) => rights.take(row, session));
  expect(await live()).toEqual([0, 0]);
});
