// Whom to call at an applicant, and what was said against it, goes when its application has long been decided; one that nobody
// decides lapses.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lastChangeOf } from '../../../src/domain/partnership/admission.ts';
import { applyFor } from '../../../src/service/member/admission/apply.ts';
import {
  objectToApplication,
  refuseApplication,
} from '../../../src/service/member/admission/decide-application.ts';
import { applyRetention } from '../../../src/service/retention/apply-retention.ts';
import type { CastName } from '../../support/cast.ts';
import { CAST } from '../../support/cast.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';

const DAY_MS = 24 * 3_600_000;
const BEGAN = Date.parse('2030-01-01T12:00:00.000Z');
let now = new Date(BEGAN);
const atDay = (days: number): void => {
  now = new Date(BEGAN + days * DAY_MS);
};
let world: TestHub;
beforeAll(async () => {
  world = await openTestHub({ clock: { now: () => now } });
});
afterAll(() => world.close());

const admin = (name: CastName) => world.actor(name, 'member-admin');
const operator = () => world.actor('cyberAgency', 'hub-operator');
const apply = async (slug: string): Promise<string> =>
  good(
    await applyFor(world.hub, await admin('northGrid'), {
      ...{ slug, name: `Works of ${slug}`, kind: 'OPERATOR', country: 'XA', countries: [] },
      ...{ sectors: ['energy/electricity'], contact: 'Ann, +999 1 555 0199' },
    }),
  ).id;
const read = (id: string) => world.hub.applications.byId(id);
const swept = async (isTrial = false): Promise<number> =>
  (await applyRetention(world.hub, { isTrial })).APPLICATIONS;

test('what a refused application says of persons goes, and one that nobody decides lapses first', async () => {
  const { hub } = world;
  const [refused, open, held] = [
    await apply('one-works'),
    await apply('two-works'),
    await apply('red-works'),
  ];
  for (const [id, by] of [
    [refused, 'cityHospital'],
    [held, 'riverWater'],
  ] as const) {
    good(await objectToApplication(hub, await admin(by), { id, reason: 'Bob owes us' }));
    good(await refuseApplication(hub, await operator(), id, 'Bob said no'));
  }
  await hub.database.transaction((session) =>
    hub.holds.place(
      {
        ...{ id: 'hold--1', scope: 'MEMBER', target: CAST.riverWater.id, member: CAST.cyberAgency.id },
        ...{ reason: 'Evidence', placedAt: now, placedBy: 'proposal--1', liftedAt: null, liftedBy: null },
      },
      session,
    ),
  );
  atDay(729);
  expect(await swept()).toBe(0);
  expect(await read(refused)).toMatchObject({ contact: 'Ann, +999 1 555 0199', refusal: 'Bob said no' });
  expect(await read(open)).toMatchObject({ stage: 'APPLICANT' });
  atDay(731);
  expect(await swept(true)).toBe(1);
  expect(await read(open)).toMatchObject({ stage: 'APPLICANT' });
  expect(await swept()).toBe(1);
  const bare = await read(refused);
  expect(bare).toMatchObject({ stage: 'REFUSED', contact: '', refusal: null });
  expect(bare?.objections).toMatchObject([{ member: CAST.cityHospital.id, reason: '', person: null }]);
  expect(bare?.sponsors.map(({ member }) => member)).toEqual([CAST.northGrid.id]);
  expect(JSON.stringify(bare)).not.toMatch(/Ann|Bob/);
  // What a hold covers stays, and what lapsed begins its time.
  expect(await read(held)).toMatchObject({ contact: 'Ann, +999 1 555 0199', refusal: 'Bob said no' });
  expect(await read(open)).toMatchObject({
    stage: 'WITHDRAWN',
    decidedAt: now,
    contact: 'Ann, +999 1 555 0199',
  });
  const [line] = await hub.acts.rows.find({ subject: open, event: 'member.advanced' }).toArray();
  expect(line?.facts).toMatchObject({ act: 'LAPSED', stage: 'WITHDRAWN' });
  expect(codes(await refuseApplication(hub, await operator(), open))).toEqual(['APPLICATION_CLOSED $.id']);
  // Nothing is counted twice.
  expect(await swept()).toBe(0);
  atDay(731 + 731);
  expect(await swept()).toBe(1);
  expect(await read(open)).toMatchObject({ stage: 'WITHDRAWN', contact: '' });
});

test('a time for objections that is still to end keeps an application open', () => {
  const at = (days: number): Date => new Date(BEGAN + days * DAY_MS);
  const facts = { madeAt: at(0), verifiedAt: null, windowEndsAt: null, sponsors: [], objections: [] };
  expect(lastChangeOf(facts)).toEqual(at(0));
  expect(lastChangeOf({ ...facts, windowEndsAt: at(365), verifiedAt: at(2) })).toEqual(at(365));
  const said = { member: 'member--x', person: null, at: at(400), reason: '' };
  expect(lastChangeOf({ ...facts, objections: [said] })).toEqual(at(400));
});
