// What the partnership refuses: a name that may be taken for another's, and a rule that would empty a community. Nobody learns
// by a refusal of whom it is not told.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/domain/member.ts';
import type { Community } from '../../../src/domain/partnership/community.ts';
import { changeCommunity, createCommunity } from '../../../src/service/community/keep-community.ts';
import { leaveCommunity } from '../../../src/service/community/memberships.ts';
import { applyFor } from '../../../src/service/member/admission/apply.ts';
import { refuseApplication } from '../../../src/service/member/admission/decide-application.ts';
import { changeMember } from '../../../src/service/member/change-member.ts';
import { CAST, type CastName, memberOf } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
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
  test('a member takes no name that may be taken for another’s, whether it is told of the other or not', async () => {
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
    for (const name of [listed.name, unlisted.name, unlisted.slug, applicant.facts.name])
      for (const field of ['name', 'latinName'])
        refusals.push(await fieldOf({ [field]: name.toUpperCase().replaceAll('O', '0') }));
    expect(refusals[0]).toMatchObject([{ code: 'LOOKS_ALIKE' }]);
    expect(new Set(refusals.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(JSON.stringify(refusals)).not.toContain(unlisted.slug);
    const named = await renamed(await operator(), { name: unlisted.name });
    expect(codes(named)).toEqual(['LOOKS_ALIKE $.name']);
    expect(JSON.stringify(named)).toContain(unlisted.slug);
    expect(codes(await renamed(own, { name: unlisted.name, namesAreClear: true }))).toEqual([
      'ROLE_MAY_NOT $.namesAreClear',
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

  test('of a community: its managers are told of none that they may not see', async () => {
    const { hub } = world;
    await make({ slug: 'grid-table', name: 'Grid Table' }, 'energyCentre');
    const { slug } = await make({ slug: 'ward-round', name: 'Ward Round' }, 'cityHospital');
    const by = await manager('cityHospital');
    const renamed = (name: string, more: object = {}, isTrial = false) =>
      changeCommunity(hub, by, { slug, expectedVersion: 1, name, ...more }, { isTrial });
    const refusals = [
      await renamed('GRlD TABLE'),
      await renamed('Grid-Table'),
      await renamed('Health Circle'),
    ];
    expect(refusals.map(codes)).toEqual(refusals.map(() => ['LOOKS_ALIKE $.name']));
    expect(new Set(refusals.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(JSON.stringify(refusals)).not.toMatch(/grid-table|health-circle/i);
    // Nothing is found out without a change of name that everybody in it sees.
    expect((await renamed('Grid Table', {}, true)).ok).toBe(true);
    expect(codes(await renamed('Grid Table', { managers: ['nobody'] }))).toEqual([
      'MEMBER_UNKNOWN $.managers[0]',
    ]);
    const change = { slug, expectedVersion: 1, name: 'Grid Table' };
    const asHub = { ...(await operator()), member: by.member, roles: ['hub-operator', 'manager'] as const };
    const told = await changeCommunity(hub, asHub, change);
    expect([codes(told), JSON.stringify(told)]).toEqual([
      ['LOOKS_ALIKE $.name'],
      expect.stringContaining('grid-table'),
    ]);
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
