// A change of a member's facts leaves nobody in a community that has its members by a rule: its managers are told, and whoever makes
// the change, each as if the members of which they are not told did not exist.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import type { Member, Role } from '../../../src/domain/member.ts';
import type { Roll } from '../../../src/domain/partnership/community.ts';
import { createCommunity } from '../../../src/service/community/keep-community.ts';
import { type ChangedMember, changeMember } from '../../../src/service/member/change-member.ts';
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
