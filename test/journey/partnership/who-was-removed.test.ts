// A member that the managers of a community removed stays out until they let it in again by name; and the audit trail shows no
// more of a community than its roll.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Member } from '../../../src/domain/member.ts';
import { readTrail } from '../../../src/service/audit/read-trail.ts';
import { changeCommunity, createCommunity } from '../../../src/service/community/keep-community.ts';
import {
  inviteToCommunity,
  joinCommunity,
  leaveCommunity,
  removeFromCommunity,
} from '../../../src/service/community/memberships.ts';
import { CAST } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

const rowOf = async (): Promise<Member> => {
  world.hub.directory.forget();
  const member = (await world.hub.directory.current()).members.get(CAST.metroRail.id);
  if (member === undefined) throw new Error('it is a member');
  return member;
};

test('a member that was removed comes back by no code, no invitation of before, no request of its own and no rule', async () => {
  const actor = await world.actor('energyCentre', 'manager');
  const { slug } = good(
    await createCommunity(world.hub, await world.actor('cyberAgency', 'hub-operator'), {
      slug: 'close-table',
      name: 'Close Table',
      joining: 'REQUEST',
      managers: ['energy-centre'],
    }),
  ).community;
  const invite = async (member: string | null) =>
    good(await inviteToCommunity(world.hub, actor, { community: slug, member })).code;
  const rail = () => world.actor('metroRail', 'manager');
  const join = async (code: string | null) =>
    joinCommunity(world.hub, await rail(), { community: slug, code });
  const [anybody, twice, once] = [await invite(null), await invite('metro-rail'), await invite('metro-rail')];
  good(await join(once));
  const of = { community: slug, member: 'metro-rail' };
  good(await removeFromCommunity(world.hub, actor, of));
  expect(codes(await join(twice))).toEqual(['COMMUNITY_INVITATION_USED $.code']);
  expect(codes(await join(anybody))).toEqual(['BY_INVITATION_ONLY $.community']);
  expect(codes(await join(await invite(null)))).toEqual(['BY_INVITATION_ONLY $.community']);
  // It may ask, and taking that back makes nobody forget.
  expect(good(await join(null)).state).toBe('REQUESTED');
  good(await leaveCommunity(world.hub, await rail(), slug));
  expect(codes(await join(anybody))).toEqual(['BY_INVITATION_ONLY $.community']);
  // A rule that fits it and another, since one that fits none but the removed is refused.
  const rule = { sectors: ['transport', 'drinking-water'] };
  good(await changeCommunity(world.hub, actor, { slug, expectedVersion: 1, rule }));
  await world.hub.members.save({ ...(await rowOf()), website: 'https://rail.example.org' });
  expect((await rowOf()).communities).not.toContain(slug);
  expect(codes(await join(null))).toEqual(['BY_INVITATION_ONLY $.community']);
  good(await join(await invite('metro-rail')));
  expect((await rowOf()).communities).toContain(slug);
  good(await removeFromCommunity(world.hub, actor, of));
});

test('the trail shows no more of a community than its roll', async () => {
  const actor = await world.actor('energyCentre', 'manager');
  const { id, slug } = good(
    await createCommunity(world.hub, await world.actor('cyberAgency', 'hub-operator'), {
      slug: 'quiet-table',
      name: 'Quiet Table',
      roll: 'MANAGERS',
      managers: ['energy-centre'],
    }),
  ).community;
  for (const name of ['northGrid', 'southGrid'] as const) {
    const { code } = good(
      await inviteToCommunity(world.hub, actor, { community: slug, member: CAST[name].slug }),
    );
    good(await joinCommunity(world.hub, await world.actor(name, 'manager'), { community: slug, code }));
  }
  world.hub.directory.forget();
  const { communities } = await world.hub.directory.current();
  const expectedVersion = communities.get(slug)?.version ?? 1;
  good(await changeCommunity(world.hub, actor, { slug, expectedVersion, purpose: 'Quiet talks' }));
  const shownTo = async (name: 'northGrid' | 'energyCentre') => {
    const filter = { events: ['community.changed'] as const };
    const admin = await world.actor(name, 'member-admin');
    const { lines } = good(await readTrail(world.hub, admin, { first: 50, after: null, filter }));
    const [line] = lines.filter(({ line: { subject } }) => subject === id);
    return line?.line.members.map((member) => member.slug).sort();
  };
  expect(await shownTo('northGrid')).toEqual(['energy-centre', 'north-grid']);
  expect(await shownTo('energyCentre')).toEqual(['energy-centre', 'north-grid', 'south-grid']);
});
