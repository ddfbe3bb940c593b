// The database is far away, and many entries wait: one worker numbers them, however slow it is and whoever else would like
// to (I16, M23). Counts of round trips and of holders decide, not times.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { numberEntries } from '../../src/service/pipeline/number-entries.ts';
import { takeLease } from '../../workers/keep-lease.ts';
import { openPace, sequence } from '../../workers/sequence.ts';
import { testServers } from '../support/database/database.ts';
import { backlogOf } from '../support/fault/backlog.ts';
import { type FaultWorld, openFaultWorld } from '../support/fault/fault-world.ts';
import { type LatencyProxy, openLatencyProxy } from '../support/fault/latency-proxy.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { eventually } from '../support/processes.ts';
import { publishBy, to } from '../support/publish.ts';

const BATCH = 250;
/** Named members and no sector: one row of the feed for each version. */
const FEW_ROWS = { headline: 'The first of many', audience: to('northGrid', 'cityHospital') };

/** Every entry has one number from 1 on, without a gap, in the order of the stamps. */
const expectNumbered = async ({ hub }: TestHub): Promise<void> => {
  const entries = await hub.entries.rows
    .find({}, { projection: { sequence: 1, stamp: 1, _id: 1 } })
    .sort({ stamp: 1, _id: 1 })
    .toArray();
  expect(entries.map(({ sequence: number }) => number)).toEqual(entries.map((_, index) => index + 1));
  expect(await hub.counters.current('sequence')).toBe(entries.length);
  expect(await hub.feed.rows.countDocuments({ sequence: { $exists: false } })).toBe(0);
};

describe('a batch', () => {
  let world: TestHub;
  const sent: string[] = [];
  beforeAll(async () => {
    const { mongodbUrl } = await testServers();
    world = await openTestHub({ env: { MONGODB_URL: `${mongodbUrl}&monitorCommands=true` } });
    world.hub.database.connection
      .getClient()
      .on('commandStarted', ({ commandName }) => void sent.push(commandName));
  });
  afterAll(() => world.close());

  test('5,000 waiting versions take nine round trips for each batch, and not some for each version', async () => {
    const { hub } = world;
    const original = await publishBy(world, 'cyberAgency', FEW_ROWS);
    await backlogOf(hub, original, 5_000, 'DONE');
    const taken = await takeLease(hub);
    if (taken === null) throw new Error('the lease is free');
    sent.length = 0;
    const startedAt = performance.now();
    let batches = 0;
    while ((await numberEntries(hub, taken.lease, BATCH)) !== 0) batches += 1;
    process.stdout.write(`5,000 entries numbered in ${Math.round(performance.now() - startedAt)} ms\n`);
    await taken.release();
    expect(batches).toBe(5_000 / BATCH);
    // The last two read and find nothing.
    expect(sent.filter((name) => name !== 'abortTransaction').length).toBeLessThanOrEqual(9 * batches + 3);
    await expectNumbered(world);
  });

  test('a failing batch is halved until it succeeds, and grows again', async () => {
    const { hub } = world;
    const original = await publishBy(world, 'cyberAgency', FEW_ROWS);
    await backlogOf(hub, original, 300, 'DONE');
    const taken = await takeLease(hub);
    if (taken === null) throw new Error('the lease is free');
    const asked: number[] = [];
    // As if the database could not do more than 20 at a time.
    const pending: typeof hub.entries.pending = (limit, session) => {
      asked.push(limit);
      return limit > 20 ? Promise.reject(new Error('too much')) : hub.entries.pending(limit, session);
    };
    const slow = { ...hub, entries: { ...hub.entries, pending } };
    const pace = openPace();
    const attempt = () => sequence(slow, () => taken.lease, pace).catch(() => false);
    for (let each = 0; each < 4; each += 1) await attempt();
    expect(asked).toEqual([128, 64, 32, 16, 32]);
    expect(await sequence(hub, () => taken.lease, pace)).toBe(true);
    await taken.release();
    await expectNumbered(world);
  });

  test('nothing to number costs a read and writes nothing', async () => {
    const taken = await takeLease(world.hub);
    if (taken === null) throw new Error('the lease is free');
    sent.length = 0;
    expect(await numberEntries(world.hub, taken.lease, 512)).toBe(0);
    expect(sent).toEqual(['find', 'commitTransaction']);
    await taken.release();
  });
});

describe('workers on a slow database', () => {
  let fault: FaultWorld;
  let proxy: LatencyProxy;
  let original: string;
  beforeAll(async () => {
    fault = await openFaultWorld();
    proxy = await openLatencyProxy(fault.servers.mongod.port, 0);
    original = await publishBy(fault.world, 'cyberAgency', FEW_ROWS);
  });
  afterAll(async () => {
    await fault.close();
    await proxy.close();
  });

  const far = () => ({
    MONGODB_URL: `mongodb://127.0.0.1:${proxy.port}/tocsin?directConnection=true`,
  });
  const fence = async () => {
    const { db } = fault.world.hub.database.connection;
    return (await db?.collection<{ _id: string; token: number }>('fences').findOne({ _id: 'sequencer' }))
      ?.token;
  };
  const unnumbered = () => fault.world.hub.entries.countPending(10_000, 10_000);

  const numbersUnder = async (roundTripMs: number, waiting: number): Promise<void> => {
    const before = await fence();
    await backlogOf(fault.world.hub, original, waiting, 'DONE');
    const startedAt = performance.now();
    proxy.roundTrip(roundTripMs);
    await eventually('all are numbered', async () => (await unnumbered()) === 0, 300_000);
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    process.stdout.write(`${waiting} entries at ${roundTripMs} ms numbered in ${seconds} s\n`);
    proxy.roundTrip(0);
    // Nobody took the lease from its holder.
    expect(await fence()).toBe(before);
    await expectNumbered(fault.world);
  };

  test('three workers, 20 ms away: the holder stays the holder and numbers all', async () => {
    for (let each = 0; each < 3; each += 1) await fault.startWorker(far());
    await eventually('one holds the lease', async () => (await fence()) !== undefined);
    await numbersUnder(20, 1_200);
    await fault.killWorkers();
  });

  test('the holder is far away, its rivals are near: it is slow, and numbers all', async () => {
    const before = (await fence()) ?? 0;
    await fault.startWorker(far());
    await eventually('it holds the lease', async () => ((await fence()) ?? 0) > before);
    for (let each = 0; each < 2; each += 1) await fault.startWorker();
    await numbersUnder(200, 1_200);
    await fault.killWorkers();
  });
});
