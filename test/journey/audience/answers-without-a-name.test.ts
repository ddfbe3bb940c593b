// A member that its publisher does not see answers without its name, and later with it. The publisher sees "an organisation"
// with a number of that warning, every act on it works, and nothing names it until it gives its name.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deliveryId } from '../../../src/domain/delivery.ts';
import type { Actor } from '../../../src/domain/member.ts';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import { listDeliveries } from '../../../src/service/delivery/list-deliveries.ts';
import { readAnswers } from '../../../src/service/delivery/read-answers.ts';
import { readDelivery } from '../../../src/service/delivery/read-delivery.ts';
import { readWarning } from '../../../src/service/item/read-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { CAST } from '../../support/cast.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { publishBy } from '../../support/publish.ts';

let world: TestHub;
let id: string;
let publisher: Actor;
const ofHospital = (version: number) => deliveryId(id, version, CAST.cityHospital.id, 'FEED');

beforeAll(async () => {
  world = await openTestHub();
  for (const member of [CAST.cityHospital, CAST.riverWater])
    await world.hub.members.save({ ...member, isUnlisted: true });
  world.hub.directory.forget();
  publisher = await world.actor('cyberAgency');
  id = await publishBy(world, 'cyberAgency', { audience: { alternatives: [{}], excludes: [] } });
});
afterAll(() => world.close());

const listed = async (version = 1) => {
  const item = await readWarning(world.hub, publisher, id);
  if (item === null) throw new Error('its publisher reads it');
  const pages = [];
  for (let after: string | null = null; ; ) {
    const page = await listDeliveries(world.hub, publisher, item, { first: 2, after, version });
    if (page?.ok !== true) throw new Error('its publisher sees the deliveries');
    pages.push(...page.value.deliveries);
    after = pages.at(-1)?.cursor ?? null;
    if (!page.value.hasNextPage) return pages.map(({ delivery }) => delivery);
  }
};
const organisations = async (version = 1) =>
  (await listed(version)).filter(({ organisation }) => organisation !== undefined);
const answer = async (name: 'cityHospital' | 'riverWater', withName: boolean | null, note = 'On battery') => {
  const actor = await world.actor(name, 'analyst');
  const request = { warning: id, answer: 'NEED_HELP', note, withName } as const;
  const outcome = await acknowledgeWarning(world.hub, actor, request);
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
};

test('before it answers it is absent, and its delivery is not found by its name', async () => {
  expect((await listed()).map(({ member }) => member)).not.toContain(CAST.cityHospital.id);
  expect(await readDelivery(world.hub, publisher, ofHospital(1))).toBeNull();
  const own = await readDelivery(world.hub, await world.actor('cityHospital', 'analyst'), ofHospital(1));
  expect(own?.state).toBe('SENT');
});

test('two that answer without saying anything of their name are organisations 1 and 2, after the others', async () => {
  await answer('cityHospital', null);
  await answer('riverWater', false);
  const all = await listed();
  expect(all.slice(-2).map(({ organisation }) => organisation)).toEqual([1, 2]);
  expect(all.slice(0, -2).every(({ organisation }) => organisation === undefined)).toBe(true);
  const [one] = await organisations();
  expect(one).toMatchObject({
    state: 'ACKNOWLEDGED',
    answer: 'NEED_HELP',
    note: 'On battery',
    acknowledgedBy: null,
  });
  expect(one?.reason).toEqual({
    kind: 'RELATION',
    rule: 'It has answered without its name. What brought this to it is not shown.',
  });
});

test('it is found by the id that its publisher is given, and by no other', async () => {
  const [one] = await organisations();
  expect(one?.id).not.toBe(ofHospital(1));
  expect(await readDelivery(world.hub, publisher, one?.id ?? '')).toEqual(one);
  expect(await readDelivery(world.hub, publisher, ofHospital(1))).toBeNull();
  expect(await readDelivery(world.hub, await world.actor('northGrid'), one?.id ?? '')).toBeNull();
  const own = await world.actor('cityHospital', 'analyst');
  expect(await readDelivery(world.hub, own, one?.id ?? '')).toBeNull();
  const [answers] = await readAnswers(world.hub, publisher.member.id, one === undefined ? [] : [one]);
  expect(answers).toMatchObject([{ answer: 'NEED_HELP', by: null, version: 1 }]);
});

test('a correction reaches it unseen; its number is the same in the next version', async () => {
  const { kind: _, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = draft();
  const outcome = await updateWarning(world.hub, publisher, { id, expectedVersion: 1, draft: texts });
  expect(outcome.ok).toBe(true);
  await world.drain();
  expect(await organisations(2)).toEqual([]);
  const reader = await world.actor('riverWater', 'analyst');
  expect((await readWarning(world.hub, reader, id))?.summary.version).toBe(2);
  await answer('riverWater', null, 'Again');
  expect((await organisations(2)).map(({ organisation }) => organisation)).toEqual([2]);
});

test('with its name it is a member, and its number is gone from that version alone', async () => {
  await answer('cityHospital', true, 'This is us');
  const all = await listed(2);
  expect(all.find(({ member }) => member === CAST.cityHospital.id)).toMatchObject({
    id: ofHospital(2),
    answer: 'NEED_HELP',
    note: 'This is us',
  });
  expect((await organisations(2)).map(({ organisation }) => organisation)).toEqual([2]);
  expect((await organisations(1)).map(({ organisation }) => organisation)).toEqual([1, 2]);
  const named = all.find(({ member }) => member === CAST.cityHospital.id);
  // What it answered before without its name is not shown beside its name.
  const [answers] = await readAnswers(world.hub, publisher.member.id, named === undefined ? [] : [named]);
  expect(answers?.map(({ note }) => note)).toEqual(['This is us']);
  const own = await world.actor('cityHospital', 'analyst');
  const [all2] = await readAnswers(world.hub, own.member.id, named === undefined ? [] : [named]);
  expect(all2?.map(({ note }) => note)).toEqual(['This is us', 'On battery']);
});

test('the name that was given for a version stays given', async () => {
  await answer('cityHospital', false, 'Still us');
  const seen = (await listed(2)).find(({ member }) => member === CAST.cityHospital.id);
  expect(seen).toMatchObject({ note: 'Still us' });
});
