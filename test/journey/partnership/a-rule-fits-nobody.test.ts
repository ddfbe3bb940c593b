// A change of a member's facts leaves nobody in a community that has its members by a rule, or a suspension or a departure nobody in any:
// its managers are told, and whoever does it, each as if the members of which they are not told did not exist.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import type { Member, Role } from '../../../src/domain/member.ts';
import type { Roll } from '../../../src/domain/partnership/community.ts';
import { createCommunity } from '../../../src/service/community/keep-community.ts';
import { type ChangedMember, changeMember } from '../../../src/service/member/change-member.ts';
import { endMembership, reinstateMember, suspendMember } from '../../../src/service/member/suspend-member.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { lettersOf, subjectsOf } from '../../support/channels/letters.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';
import { plantPersons } from '../../support/persons.ts';

let world: TestHub;
let now = new Date('2030-01-01T00:00:00.000Z');
/** The endpoint of a manager, who administers nothing. */
let hook: string;
beforeAll(async () => {
  world = await openTestHub({ clock: { now: () => now } });
  await plantPersons(world.hub, ['energy-centre/mo'], { roles: ['manager'] });
  hook = (await plantEndpoint(world, 'energyCentre', { person: personIdOf('energy-centre/mo') })).id;
});
afterAll(() => world.close());
beforeEach(async () => {
  now = new Date(now.getTime() + 60_000);
  for (const member of Object.values(CAST)) await world.hub.members.save(member);
  world.hub.directory.forget();
});

/** By rule over a sector, managed by the energy centre. */
const ruled = async (slug: string, sector: string, roll: Roll = 'COMMUNITY'): Promise<string> => {
  const by = await world.actor('cyberAgency', 'hub-operator');
  const given = { slug, name: slug, managers: [CAST.energyCentre.slug], roll, rule: { sectors: [sector] } };
  return good(await createCommunity(world.hub, by, given)).community.id;
};
const changed = async (
  name: CastName,
  sectors: readonly string[],
  [by, role]: readonly [CastName, Role] = ['cyberAgency', 'hub-operator'],
): Promise<ChangedMember> =>
  good(await changeMember(world.hub, await world.actor(by, role), CAST[name].slug, { sectors }));
const told = (community: string) =>
  world.hub.channelDeliveries.rows
    .find({ endpoint: hook, 'details.what': 'EMPTIED', 'details.community': community })
    .toArray();
const lineOf = (subject: string) => world.hub.acts.rows.findOne({ subject, 'facts.act': 'EMPTIED' });
const unlisted = async (member: Member): Promise<void> => {
  await world.hub.members.save({ ...member, isUnlisted: true });
  world.hub.directory.forget();
};

test('its managers get a message that names the community, in the record too, and the operator reads it in the answer', async () => {
  const wards = await ruled('wards', 'health');
  expect((await changed('cityHospital', ['health', 'food'])).emptied).toEqual([]);
  expect([await told(wards), await lineOf(wards)]).toEqual([[], null]);
  expect((await changed('cityHospital', ['food'])).emptied).toEqual(['wards']);
  const rows = await told(wards);
  expect(await lettersOf(world, rows)).toMatchObject([
    { type: 'community.emptied', data: { community: 'wards' }, text: expect.not.stringMatching(/hospital/i) },
  ]);
  expect(await lineOf(wards)).toMatchObject({
    event: 'community.changed',
    byMember: CAST.cyberAgency.id,
    members: [CAST.energyCentre.id],
  });
  // Whoever manages it no more is not told of it.
  const { hub } = world;
  const community = await hub.communities.bySlug('wards');
  if (community === null) throw new Error('no such community');
  await hub.members.change((session) =>
    hub.communities.save({ ...community, managers: [CAST.northGrid.id] }, session),
  );
  expect(await subjectsOf(world, rows)).toEqual(['NOTHING_LEFT']);
});

test('a message that waited is not sent where it would be untrue by then', async () => {
  await changed('riverWater', ['space']);
  const mines = await ruled('mines', 'space');
  await changed('riverWater', ['food']);
  const rows = await told(mines);
  expect(await subjectsOf(world, rows)).toEqual(['Nobody is in a community of yours any more']);
  // The facts were wrong for a minute.
  await changed('riverWater', ['space']);
  expect(await subjectsOf(world, rows)).toEqual(['NOTHING_LEFT']);
  // Of whom its manager is not told, nobody is in it.
  await unlisted({ ...CAST.riverWater, sectors: ['space'], communities: ['mines'] });
  expect(await subjectsOf(world, rows)).toEqual(['Nobody is in a community of yours any more']);
});

test('nobody is told while somebody is left in it', async () => {
  const grids = await ruled('grids', 'energy/electricity');
  expect((await changed('northGrid', ['food'])).emptied).toEqual([]);
  expect([await told(grids), await lineOf(grids)]).toEqual([[], null]);
});

test.each<readonly [Roll, boolean]>([
  ['COMMUNITY', true],
  ['MANAGERS', false],
])('a member that gives up a sector itself is told where it saw the roll: %s', async (roll, isTold) => {
  const slug = `rails-${roll.toLowerCase()}`;
  const id = await ruled(slug, 'transport/rail', roll);
  const own = await changed('metroRail', [], ['metroRail', 'member-admin']);
  expect(own.emptied.includes(slug)).toBe(isTold);
  expect(await told(id)).toHaveLength(1);
});

test('managers are told nothing of a member that is unlisted to them: neither by a message nor by the want of one', async () => {
  const water = await ruled('waters', 'drinking-water');
  await unlisted(CAST.riverWater);
  expect((await changed('riverWater', [])).emptied).toEqual(['waters']);
  expect(await told(water)).toEqual([]);
  expect(await lineOf(water)).toMatchObject({ members: [] });
  const food = await ruled('foods', 'food');
  await unlisted({ ...CAST.cityHospital, sectors: ['food'] });
  expect((await changed('smallGas', [])).emptied).toEqual([]);
  expect(await told(food)).toHaveLength(1);
});

/** By hand, with these in it. */
const byHand = async (slug: string, roll: Roll, ...names: readonly CastName[]): Promise<string> => {
  const by = await world.actor('cyberAgency', 'hub-operator');
  const given = { slug, name: slug, managers: [CAST.energyCentre.slug], roll, rule: null };
  const { id } = good(await createCommunity(world.hub, by, given)).community;
  for (const name of names) {
    const { communities } = CAST[name];
    await world.hub.members.save({ ...CAST[name], communities: [...communities, slug] });
  }
  world.hub.directory.forget();
  return id;
};

const operator = () => world.actor('cyberAgency', 'hub-operator');

describe.each(['suspended', 'left'] as const)('a member that is %s', (how) => {
  const ended = async (name: CastName): Promise<ChangedMember> =>
    how === 'suspended'
      ? good(await suspendMember(world.hub, await operator(), CAST[name].slug, 'It must be so.'))
      : good(await endMembership(world.hub, await operator(), CAST[name].slug));

  test.each(['by a rule', 'by hand'])('and was the last in a community, %s', async (kind) => {
    const slug = `${how}-${kind.replaceAll(' ', '-')}`;
    const id =
      kind === 'by hand'
        ? await byHand(slug, 'COMMUNITY', 'cityHospital', 'metroRail')
        : await ruled(slug, 'health');
    if (kind === 'by hand') {
      expect((await ended('metroRail')).emptied).not.toContain(slug);
      expect([await told(id), await lineOf(id)]).toEqual([[], null]);
    }
    // Tried first: nothing is told, and nobody else is either.
    const tried = await world.hub.database.inTrial(() => ended('cityHospital'));
    expect(tried.emptied).toContain(slug);
    expect([await told(id), await lineOf(id)]).toEqual([[], null]);
    expect((await ended('cityHospital')).emptied).toContain(slug);
    expect(await lettersOf(world, await told(id))).toMatchObject([
      { type: 'community.emptied', data: { community: slug }, text: expect.not.stringMatching(/hospital/i) },
    ]);
    expect(await lineOf(id)).toMatchObject({ members: [CAST.energyCentre.id] });
    // Who is out already empties nothing, and who returns neither.
    if (how === 'suspended') {
      expect(good(await endMembership(world.hub, await operator(), CAST.cityHospital.slug)).emptied).toEqual(
        [],
      );
    }
    expect(good(await reinstateMember(world.hub, await operator(), CAST.cityHospital.slug)).emptied).toEqual(
      [],
    );
    expect(await told(id)).toHaveLength(1);
  });

  test('and was unlisted to a manager: it is told nothing, neither by a message nor by the want of one', async () => {
    const slug = `${how}-unlisted`;
    const id = await ruled(slug, 'health');
    await unlisted(CAST.cityHospital);
    expect((await ended('cityHospital')).emptied).toContain(slug);
    expect(await told(id)).toEqual([]);
    const other = `${how}-beside-an-unlisted`;
    const beside = await ruled(other, 'transport/rail');
    await unlisted({ ...CAST.riverWater, sectors: ['transport/rail'] });
    expect((await ended('metroRail')).emptied).not.toContain(other);
    expect(await told(beside)).toHaveLength(1);
  });
});

test.each<readonly [Roll, boolean]>([
  ['COMMUNITY', true],
  ['MANAGERS', false],
])('a member that leaves by itself is told where it saw the roll: %s', async (roll, isTold) => {
  const slug = `leaves-${roll.toLowerCase()}`;
  const id = await byHand(slug, roll, 'metroRail');
  const own = good(await endMembership(world.hub, await world.actor('metroRail', 'member-admin'), null));
  expect(own.emptied.includes(slug)).toBe(isTold);
  expect(await told(id)).toHaveLength(1);
});

test('a member that leaves knows the unlisted ones that it was together with', async () => {
  const id = await byHand('together', 'COMMUNITY', 'metroRail', 'riverWater');
  const river = await world.hub.directory.current().then(({ members }) => members.get(CAST.riverWater.id));
  if (river === undefined) throw new Error('no such member');
  await unlisted(river);
  const own = good(await endMembership(world.hub, await world.actor('metroRail', 'member-admin'), null));
  expect(own.emptied).not.toContain('together');
  expect([await told(id), await lineOf(id)]).toEqual([[], null]);
});
