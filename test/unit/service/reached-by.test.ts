// What a publisher is told of a delivery that did not arrive: nothing of a recipient where the fault was the hub's own. Whom it is
// told of is worked out once for each warning.
import { expect, test } from '@jest/globals';
import type { AccessFacts } from '../../../src/domain/access-facts.ts';
import { directoryOf } from '../../../src/domain/directory.ts';
import type { Actor } from '../../../src/domain/member.ts';
import { failureOf } from '../../../src/service/delivery/reached-by.ts';
import { followedBy } from '../../../src/service/reminder/shown-reminders.ts';
import { CAST } from '../../support/cast.ts';

test.each([
  ['RETRYING', 'MAIL_SERVER_AWAY', 'HUB'],
  ['DEAD', 'MAIL_NOT_CONFIGURED', 'HUB'],
  ['DEAD', 'MAIL_BLOCKED', 'HUB'],
  ['RETRYING', 'DELIVERY_BROKEN', 'HUB'],
  ['RETRYING', 'MAIL_DEFERRED', 'UNREACHABLE'],
  ['DEAD', 'ENDPOINT_TLS', 'UNREACHABLE'],
  ['DEAD', 'MAIL_REFUSED', 'REFUSED'],
  ['DEAD', 'MAIL_RETURNED', 'UNREACHABLE'],
  ['WITHHELD', 'POLICY_NO_LONGER_ALLOWS', 'POLICY'],
  ['CANCELLED', 'SUPERSEDED', 'OVER'],
  ['SENT', null, null],
  ['PENDING', null, null],
] as const)('%s by %s is %s', (state, cause, failure) => {
  expect(failureOf({ state, cause })).toBe(failure);
});

test('the deliveries of a page are followed by one look at each warning', async () => {
  const directory = directoryOf(1, { members: Object.values(CAST), declared: [] });
  let looks = 0;
  const audience = { alternatives: [{ members: [CAST.northGrid.id] }], excludes: [] };
  const item = {
    get access() {
      looks += 1;
      return {
        publisher: CAST.cyberAgency.id,
        tlp: 'GREEN',
        audience,
        exercise: null,
        cascade: [],
      } as unknown as AccessFacts;
    },
  };
  const hub = { directory: { current: async () => directory }, clock: { now: () => new Date() } } as never;
  const actor = { member: CAST.cyberAgency } as Actor;
  const of = (member: string, state: 'RECEIVED' | 'ACKNOWLEDGED' = 'RECEIVED') => ({
    delivery: { member, state },
    item,
  });
  const absent = { ...of(CAST.northGrid.id), item: null };
  const own = { ...of(CAST.cyberAgency.id), item: null };
  const all = [of(CAST.northGrid.id), of(CAST.southGrid.id), of(CAST.southGrid.id, 'ACKNOWLEDGED')];
  expect(await followedBy(hub, actor, [...all, ...all, absent, own])).toEqual([
    ...[true, false, true, true, false, true],
    ...[false, true],
  ]);
  expect(looks).toBe(1);
});
