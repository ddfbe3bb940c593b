// A member is suspended, and leaves, whatever kind of organisation it is; only the last whose persons run the hub stays.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Member } from '../../../src/domain/member.ts';
import { endMembership, reinstateMember, suspendMember } from '../../../src/service/member/suspend-member.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';
import { plantPersons } from '../../support/persons.ts';

let world: TestHub;
beforeAll(async () => {
  world = await openTestHub();
});
afterAll(() => world.close());

const operator = () => world.actor('cyberAgency', 'hub-operator');
const become = async (name: CastName, changes: Partial<Member>): Promise<void> => {
  await world.hub.members.change((session) => world.hub.members.put({ ...CAST[name], ...changes }, session));
  world.hub.directory.forget();
};
const LAST = ['LAST_ADMINISTRATOR $.member'];

test('one that is called a hub, and runs none, is suspended, returns and leaves', async () => {
  const { hub } = world;
  await plantPersons(hub, ['cyber-agency/op'], { roles: ['hub-operator'] });
  await become('xbCsirt', { kind: 'HUB' });
  const { slug } = CAST.xbCsirt;
  good(await suspendMember(hub, await operator(), slug, 'It was broken into.'));
  good(await reinstateMember(hub, await operator(), slug));
  expect(good(await endMembership(hub, await operator(), slug)).standing).toBe('LEFT');
  // Of its own organisation it is told who does.
  for (const own of [null, CAST.cyberAgency.slug])
    expect(await endMembership(hub, await operator(), own)).toMatchObject({
      ok: false,
      problems: [{ code: 'ROLE_MAY_NOT', message: expect.stringContaining('ended by a member-admin of it') }],
    });
  const reader = await world.actor('cyberAgency', 'reader');
  expect(codes(await endMembership(hub, reader, null))).toEqual(['ROLE_MAY_NOT $']);
});

test('the last whose persons run the hub stays, and leaves once another’s do too, as a hub also', async () => {
  const { hub } = world;
  for (const kind of ['AGENCY', 'HUB'] as const) {
    await become('cyberAgency', { kind });
    const admin = await world.actor('cyberAgency', 'member-admin');
    expect(codes(await endMembership(hub, admin, null))).toEqual(LAST);
    expect(codes(await suspendMember(hub, await operator(), CAST.cyberAgency.slug, 'No.'))).toEqual(LAST);
  }
  await plantPersons(hub, ['north-grid/op'], { roles: ['hub-operator'] });
  expect(
    good(await endMembership(hub, await world.actor('cyberAgency', 'member-admin'), null)).standing,
  ).toBe('LEFT');
});
