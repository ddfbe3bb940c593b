// One delivery for each version and endpoint: made once however often work is repeated, taken by one worker at a time, due again
// when that worker dies, and ended once.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { versionDeliveryId } from '../../../src/domain/channel/channel-delivery.ts';
import { deliveryId } from '../../../src/domain/delivery.ts';
import { dispatchTargeted } from '../../../src/service/channel/dispatch-targeted.ts';
import { newMessage, newVersionDelivery } from '../../../src/service/channel/new-channel-delivery.ts';
import { pipelineState } from '../../../src/service/health/store-health.ts';
import { retryJob } from '../../../src/service/job/end-job.ts';
import { listJobs } from '../../../src/service/job/list-jobs.ts';
import { showJob } from '../../../src/service/job/show-job.ts';
import { isStillFirst } from '../../../src/store/delivery/channel-deliveries.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';
import { correctBy } from '../../support/world/further-versions.ts';

let world: TestHub;
let aheadMs = 0;
beforeAll(async () => {
  world = await openTestHub({ clock: { now: () => new Date(Date.now() + aheadMs) } });
  // The followed place of the record begins where the hub is when it first looks.
  await world.drain();
});
afterAll(() => world.close());

const inAnHour = (): Date => new Date(Date.now() + 3_600_000);

test('the feed keeps its ids, and an endpoint has one of its own', () => {
  expect(deliveryId('warning--1', 2, 'member--1', 'FEED')).toBe(
    'delivery--41ac1189-020f-8708-b0ed-ab3c151580e1',
  );
  const of = { member: 'member--1', channel: 'WEBHOOK', endpoint: 'endpoint--1' } as const;
  const id = versionDeliveryId(of, { warning: 'warning--1', version: 2 });
  expect(id).toBe('delivery--0822f1a8-b733-8c86-a502-0fc9b045142e');
  expect(id).not.toBe(deliveryId('warning--1', 2, 'member--1', 'WEBHOOK'));
});

test('each endpoint that takes anything, or may again, gets one, and a repeat adds none', async () => {
  const [one, two, paused, , disabled] = await Promise.all([
    plantEndpoint(world, 'northGrid'),
    plantEndpoint(world, 'northGrid', { channel: 'MAIL', address: 'desk@north.example', form: 'FULL' }),
    plantEndpoint(world, 'northGrid', { state: 'PAUSED' }),
    plantEndpoint(world, 'northGrid', { state: 'UNPROVED' }),
    plantEndpoint(world, 'southGrid', { state: 'DISABLED', cause: 'GONE' }),
    plantEndpoint(world, 'southGrid', { state: 'DISABLED', cause: 'OWNER_LEFT' }),
    plantEndpoint(world, 'metroRail'),
  ]);
  const warning = await publishBy(world, 'cyberAgency', { audience: to('northGrid', 'southGrid') });
  const rows = await world.hub.channelDeliveries.rows.find({ warning }).toArray();
  // That of a paused one waits until it goes on; that of a disabled one has ended, and goes once it is proved again.
  const waiting = [one, two, paused].map((each) => [each?.id, null]);
  expect(
    rows.map(({ endpoint, cause }) => [endpoint, endpoint === disabled?.id ? cause : null]).sort(),
  ).toEqual([...waiting, [disabled?.id, 'ENDPOINT_NOT_ACTIVE']].sort());
  expect(rows.find(({ endpoint }) => endpoint === paused?.id)?.state).toBe('PENDING');

  await world.hub.counters.rows.updateOne({ _id: 'dispatched' }, { $set: { value: 0 } });
  while (await dispatchTargeted(world.hub));
  expect(await world.hub.channelDeliveries.rows.countDocuments({ warning })).toBe(4);
  const feed = await world.hub.deliveries.rows.find({ warning }).toArray();
  expect(feed.length).toBeGreaterThanOrEqual(2);
  expect(feed.every(({ channel }) => channel === 'FEED')).toBe(true);
});

test('a version that cannot be dispatched holds up no other, is given up, and goes when it is retried', async () => {
  const { hub } = world;
  await plantEndpoint(world, 'energyCentre');
  const before = (await hub.counters.rows.findOne({ _id: 'dispatched' }))?.value ?? 0;
  const [broken, well] = [
    await publishBy(world, 'cyberAgency', { audience: to('energyCentre') }),
    await publishBy(world, 'cyberAgency', { audience: to('energyCentre') }),
  ];
  const { rows } = hub.channelDeliveries;
  const countOf = (warning: string): Promise<number> => rows.countDocuments({ warning });
  await rows.deleteMany({ warning: { $in: [broken, well] } });
  await hub.counters.rows.updateOne({ _id: 'dispatched' }, { $set: { value: before } });
  const head = await hub.warnings.head(broken);
  await hub.warnings.rows.updateOne({ warning: broken }, { $set: { content: '{ "envelope": ' } });
  // Two workers at once.
  const dispatch = async (): Promise<void> => {
    while (await dispatchTargeted(hub));
  };
  await Promise.all([dispatch(), dispatch()]);
  expect([await countOf(broken), await countOf(well)]).toEqual([0, 1]);
  const [failing] = (await listJobs(hub, true)).jobs.filter(({ job }) => job === 'dispatch-version');
  expect(failing).toMatchObject({ state: 'FAILING', failures: 1, subject: { warning: broken, version: 1 } });
  const id = failing?.id ?? '';
  for (let failures = 2; failures <= 5; failures += 1) {
    aheadMs += 3_600_000;
    await Promise.all([dispatch(), dispatch()]);
    expect(good(await showJob(hub, id)).failures).toBe(failures);
  }
  const givenUp = { state: 'DEAD', givenUpAt: expect.any(Date), cause: { kind: 'SyntaxError' } };
  expect(good(await showJob(hub, id))).toMatchObject(givenUp);
  expect((await pipelineState(hub)).deadJobs['dispatch-version']).toBe(1);
  aheadMs += 3_600_000;
  await dispatch();
  expect(good(await showJob(hub, id)).failures).toBe(5);

  await hub.warnings.rows.updateOne({ warning: broken }, { $set: { content: head?.content ?? '' } });
  expect(codes(await retryJob(hub, id))).toEqual([]);
  await dispatch();
  expect(await countOf(broken)).toBe(1);
  expect(codes(await showJob(hub, id))).toEqual(['JOB_UNKNOWN $.id']);
  aheadMs = 0;
});

test('a delivery is held by one, due again when that one dies, and ends for who holds it', async () => {
  const { channelDeliveries: deliveries, clock } = world.hub;
  const endpoint = await plantEndpoint(world, 'riverWater');
  const row = newMessage(endpoint, { occasion: 'TEST', key: '1', dueAt: clock.now() }, clock.now());
  await deliveries.ensure([row, row]);
  const now = clock.now();
  const due = async (at: Date): Promise<string[]> =>
    (await deliveries.due(at, { endpoints: [], shares: [] }, 100))
      .map(({ id }) => id)
      .filter((id) => id === row._id);
  expect(await due(now)).toEqual([row._id]);
  const full = { channel: 'WEBHOOK', isFull: false, members: [] } as const;
  for (const without of [
    { endpoints: [endpoint.id], shares: [] },
    { endpoints: [], shares: [{ ...full, members: [endpoint.member] }] },
    { endpoints: [], shares: [{ ...full, isFull: true }] },
  ])
    expect((await deliveries.due(now, without, 100)).map(({ id }) => id)).not.toContain(row._id);

  const until = new Date(now.getTime() + 15_000);
  const [first, second] = await Promise.all([
    deliveries.hold([row._id], 'one', { now, until }),
    deliveries.hold([row._id], 'two', { now, until }),
  ]);
  expect([first?.length, second?.length].sort()).toEqual([0, 1]);
  const [holder, other] = first?.length === 1 ? ['one', 'two'] : ['two', 'one'];
  expect(await due(now)).toEqual([]);
  expect(await due(until)).toEqual([row._id]);

  const end = { state: 'SENT', nextAt: null, cause: null, sentAt: now, endedAt: now } as const;
  await deliveries.settle(other ?? '', [{ id: row._id, ...end, wasTried: true }]);
  expect((await deliveries.byId(row._id))?.state).toBe('PENDING');
  await deliveries.settle(holder ?? '', [{ id: row._id, ...end, wasTried: true }]);
  expect(await deliveries.byId(row._id)).toMatchObject({ state: 'SENT', attempts: 1, heldBy: null });
  expect(await due(inAnHour())).toEqual([]);

  expect(await deliveries.retry([row._id], now)).toBe(1);
  expect(await deliveries.byId(row._id)).toMatchObject({ state: 'PENDING', attempts: 1, attemptsBefore: 1 });
  expect(
    await deliveries.endWaiting(
      { endpoint: endpoint.id },
      { state: 'CANCELLED', cause: 'SUPERSEDED', at: now },
    ),
  ).toBe(1);
  const listed = await deliveries.search(
    { endpoints: [endpoint.id], states: ['CANCELLED'], from: null, until: null },
    10,
    null,
  );
  expect(listed.map(({ _id }) => _id)).toEqual([row._id]);
});

test('a correction goes first to where its warning was told, and after an attempt it waits like the others', async () => {
  const { channelDeliveries: deliveries } = world.hub;
  const [told, other] = await Promise.all([
    plantEndpoint(world, 'smallGas'),
    plantEndpoint(world, 'xbCsirt'),
  ]);
  const audience = to('smallGas', 'xbCsirt');
  const id = await publishBy(world, 'cyberAgency', { audience });
  // Nothing was tried at the other one.
  const ended = { state: 'CANCELLED' as const, nextAt: null, heldBy: null, attempts: 0 };
  await deliveries.rows.updateMany({ warning: id }, { $set: ended, $unset: { mayHaveArrived: 1 } });
  await deliveries.rows.updateMany({ warning: id, endpoint: told.id }, { $set: { state: 'SENT' } });
  await correctBy(world, { by: 'cyberAgency', id, expectedVersion: 1 }, {});
  const rowFor = (endpoint: string) => deliveries.rows.findOne({ warning: id, version: 2, endpoint });
  expect(await rowFor(told.id)).toMatchObject({ goesFirst: true });
  expect((await rowFor(other.id))?.goesFirst).toBeUndefined();

  const version = { warning: id, version: 3, exercise: null, isUrgent: false };
  const at = new Date(Date.now() - 3_600_000);
  const waits = newVersionDelivery(other, version, { at, gathering: null });
  const corrects = newVersionDelivery(told, version, { at: new Date(), gathering: null, corrects: true });
  await deliveries.ensure([waits, corrects]);
  const order = async () =>
    (await deliveries.due(new Date(), { endpoints: [], shares: [] }, 1_000))
      .map((due) => due.id)
      .filter((due) => due === waits._id || due === corrects._id);
  expect(await order()).toEqual([corrects._id, waits._id]);
  expect(isStillFirst(corrects)).toBe(true);
  await deliveries.hold([corrects._id], 'worker', { now: new Date(), until: inAnHour() });
  const failed = { state: 'RETRYING', nextAt: new Date(), cause: 'ENDPOINT_FAILED', sentAt: null } as const;
  await deliveries.settle('worker', [{ id: corrects._id, ...failed, endedAt: null, wasTried: true }]);
  const after = await deliveries.byId(corrects._id);
  expect(after !== null && isStillFirst(after)).toBe(false);
  expect(await order()).toEqual([waits._id, corrects._id]);
  await deliveries.rows.deleteMany({ version: 3 });
});

test('what ended while it may have arrived counts as told, and is sent where it was', async () => {
  const { channelDeliveries: deliveries, gathered, clock } = world.hub;
  const endpoint = await plantEndpoint(world, 'riverWater');
  const now = clock.now();
  const until = new Date(now.getTime() + 15_000);
  const about = { exercise: null, isUrgent: false };
  const rowOf = (name: string) =>
    newVersionDelivery(
      endpoint,
      { ...about, warning: `warning--${name}`, version: 1 },
      { at: now, gathering: null },
    );
  const [held, resting, fresh] = [rowOf('held'), rowOf('resting'), rowOf('fresh')];
  const tried = { ...rowOf('tried'), state: 'RETRYING' as const, attempts: 1 };
  await deliveries.ensure([held, resting, fresh, tried]);
  await deliveries.hold([held._id, resting._id], 'one', { now, until });
  const back = { state: 'PENDING', nextAt: now, cause: null, sentAt: null, endedAt: null } as const;
  await deliveries.settle('one', [{ id: resting._id, ...back, wasTried: false }]);
  const recalled = { state: 'CANCELLED', cause: 'RECALLED', at: now } as const;
  expect(await deliveries.endWaiting({ endpoint: endpoint.id }, recalled)).toBe(4);
  expect(await deliveries.endedUnderWay(['one'], [held._id, fresh._id], now)).toEqual([held._id]);
  const isTold = async ({ warning }: { readonly warning: string | null }): Promise<boolean> =>
    (await gathered.told({ warning: warning ?? '', version: 2 }, [endpoint.id])).has(endpoint.id);
  expect(await Promise.all([held, resting, fresh, tried].map(isTold))).toEqual([true, false, false, true]);
  // It fails, and is not tried again; it arrives, and that is what happened.
  await deliveries.settle('one', [{ id: held._id, ...back, state: 'RETRYING', wasTried: true }]);
  expect(await deliveries.byId(held._id)).toMatchObject({ state: 'CANCELLED', nextAt: null });
  const sent = { ...back, state: 'SENT', nextAt: null, sentAt: now, endedAt: now } as const;
  await deliveries.settle('one', [{ id: held._id, ...sent, wasTried: true }]);
  expect(await deliveries.byId(held._id)).toMatchObject({ state: 'SENT', heldBy: null });
});

test('what fails is not noted of an endpoint that was proved, or took something, since it was read', async () => {
  const { endpoints, database, clock } = world.hub;
  const seen = await plantEndpoint(world, 'northGrid', { verifiedAt: new Date(0) });
  const failing = { failures: 9, failingSince: new Date(0), restsUntil: inAnHour(), failingDays: 9 };
  const failuresOf = async () => (await endpoints.byId(seen.id))?.failures;
  const proved = { ...seen, verifiedAt: clock.now() };
  await database.transaction((session) => endpoints.save(proved, session));
  await endpoints.noteHealth([{ health: failing, seen }]);
  const disable = (as: typeof seen) =>
    database.transaction((session) => endpoints.disable(seen.id, 'FAILING', session, as));
  expect([await failuresOf(), await disable(seen)]).toEqual([0, false]);
  const well = { failures: 0, failingSince: null, restsUntil: null };
  const lastDeliveredAt = clock.now();
  await endpoints.noteHealth([
    { health: { ...well, lastDeliveredAt }, seen },
    { health: failing, seen: proved },
  ]);
  expect(await failuresOf()).toBe(0);
  const now = { ...proved, lastDeliveredAt };
  await endpoints.noteHealth([{ health: failing, seen: now }]);
  expect([await failuresOf(), await disable(proved), await disable(now)]).toEqual([9, false, true]);
});

test('what is removed with a warning takes its deliveries to endpoints along', async () => {
  await plantEndpoint(world, 'cityHospital');
  const warning = await publishBy(world, 'cyberAgency', { audience: to('cityHospital') });
  expect(await world.hub.channelDeliveries.rows.countDocuments({ warning })).toBe(1);
  await world.hub.removedWarnings.finish(warning);
  expect(await world.hub.channelDeliveries.rows.countDocuments({ warning })).toBe(0);
});
