// B3: a large bundle through the hub's endpoint, from POST to durable and visible, against the driver's insertMany of
// the same rows and against the stock pattern; and a small bundle against a small insertMany.
import { atLeast, atMostMore, type Row, reported, type Sample, spreadOf } from './figures.ts';
import type { Fired } from './load/load.ts';
import { type Remote, startRemote } from './load/remote.ts';
import { untilIdle } from './partnership.ts';
import { measured, sampleOf } from './processes.ts';
import type { Stage } from './stage.ts';

/** Enough for V8 to compile what a long-running hub has compiled; the same for each rival except the stock one. */
const WARM_UP = 6;
const SMALL = 10;

type Rivals = { readonly store: Remote; readonly producer: Remote; readonly worker: Remote };

const openRivals = async (stage: Stage): Promise<Rivals> => {
  const [store, producer, worker] = ['rivals/store.ts', 'rivals/queue.ts', 'rivals/queue.ts'].map((file) =>
    startRemote(file, stage.rivalEnv),
  ) as [Remote, Remote, Remote];
  await store.call('open');
  await producer.call('openProducer');
  await worker.call('openWorker');
  return { store, producer, worker };
};

type Publication = Sample & {
  readonly answeredMs: number;
  readonly loadMs: number;
  readonly hubMs: number;
  /** CPU of worker and mongod for the follow-up work, until the pipeline is idle. */
  readonly afterMs: number;
};

const publish = async (stage: Stage, index: number, count: number): Promise<Publication> => {
  const { load, pids, url, keys } = stage;
  await load.call('prepare', stage.seed, index, count);
  const { hub, mongod, worker } = pids;
  const { value, cpu } = await measured({ hub, mongod, load: pids.load }, () =>
    load.call<Fired>('fire', url, keys.publisher),
  );
  const after = await measured({ mongod, worker }, () => untilIdle(stage.observer));
  return {
    ...sampleOf(Math.max(...value.seenMs), cpu, ['hub', 'mongod']),
    answeredMs: value.answeredMs,
    loadMs: cpu['load'] ?? 0,
    hubMs: cpu['hub'] ?? 0,
    afterMs: (after.cpu['mongod'] ?? 0) + (after.cpu['worker'] ?? 0),
  };
};

const insert = async (stage: Stage, store: Remote, index: number, count: number) => {
  await store.call('prepare', stage.seed, index, count);
  const { value, cpu } = await measured({ store: store.pid, mongod: stage.pids.mongod }, () =>
    store.call<number>('insert'),
  );
  return { ...sampleOf(value, cpu, ['store', 'mongod']), storeMs: cpu['store'] ?? 0 };
};

const stock = async (stage: Stage, { producer, worker }: Rivals, index: number, count: number) => {
  await producer.call('prepare', stage.seed, index, count);
  const settled = worker.call('settle', count);
  const { mongod, redis } = stage.pids;
  const pids = { mongod, redis, producer: producer.pid, worker: worker.pid };
  const { wallMs, cpu } = await measured(pids, async () => {
    await producer.call('produce');
    await settled;
  });
  return sampleOf(wallMs, cpu, Object.keys(pids));
};

const large = async (stage: Stage, rivals: Rivals, count: number): Promise<Row[]> => {
  const ours: Publication[] = [];
  const raw: Awaited<ReturnType<typeof insert>>[] = [];
  const queued: Sample[] = [];
  for (let round = -WARM_UP; round < stage.repetitions; round += 1) {
    // Alternate the order, so that neither always meets the other's checkpoint.
    const index = 10 * (round + WARM_UP);
    const steps = [
      async () => void raw.push(await insert(stage, rivals.store, index + 1, count)),
      async () => void ours.push(await publish(stage, index + 2, count)),
    ];
    for (const step of round % 2 === 0 ? steps : steps.reverse()) await step();
    if (round >= -1) queued.push(await stock(stage, rivals, index + 3, count));
    if (round < 0) for (const list of [ours, raw, queued]) list.length = 0;
    const [last, base] = [ours.at(-1), raw.at(-1)];
    if (last !== undefined && base !== undefined) {
      stage.say(
        `  ${round + 1}: hub ${last.wallMs.toFixed(0)} ms (CPU hub ${last.hubMs.toFixed(0)} + mongod ${(last.cpuMs - last.hubMs).toFixed(0)}), raw ${base.wallMs.toFixed(0)} ms (CPU ${base.storeMs.toFixed(0)} + ${(base.cpuMs - base.storeMs).toFixed(0)}), stock ${queued.at(-1)?.wallMs.toFixed(0)} ms`,
      );
    }
  }
  const perObject = (samples: readonly Sample[], of: 'wallMs' | 'cpuMs') =>
    samples.map((sample) => (sample[of] * 1_000) / count);
  const row = { id: 'B3', unit: 'µs/object' };
  const stockRow = { id: 'B3n', unit: 'µs/object' };
  const name = `${count} objects, POST to durable and visible`;
  return [
    atLeast(0.5, {
      ...row,
      what: `${name}, vs raw insertMany: wall`,
      ours: perObject(ours, 'wallMs'),
      rival: perObject(raw, 'wallMs'),
    }),
    atLeast(0.5, {
      ...row,
      what: 'the same: CPU of hub and mongod',
      ours: perObject(ours, 'cpuMs'),
      rival: perObject(raw, 'cpuMs'),
    }),
    atLeast(8, {
      ...stockRow,
      what: `${name}, vs a job per object and Model.create: wall`,
      ours: perObject(ours, 'wallMs'),
      rival: perObject(queued, 'wallMs'),
    }),
    reported(
      { ...stockRow, what: 'the same: CPU of all processes' },
      perObject(ours, 'cpuMs'),
      perObject(queued, 'cpuMs'),
    ),
    reported(
      { id: 'B3', unit: 'ms', what: 'CPU of the hub alone; of the raw inserter alone' },
      ours.map(({ hubMs }) => hubMs),
      raw.map(({ storeMs }) => storeMs),
    ),
    reported(
      { id: 'B3', unit: 'ms', what: 'CPU of the load generator meanwhile' },
      ours.map(({ loadMs }) => loadMs),
    ),
    reported(
      {
        id: 'B3',
        unit: 'ms',
        what: 'CPU of worker and mongod afterwards (targets, delivers, deduplicates, enriches)',
      },
      ours.map(({ afterMs }) => afterMs),
    ),
  ];
};

const small = async (stage: Stage, { store }: Rivals): Promise<Row[]> => {
  const answered: number[] = [];
  const visible: number[] = [];
  const raw: number[] = [];
  const each = stage.isQuick ? 8 : 20;
  for (let round = -1; round < stage.repetitions; round += 1) {
    const times: Publication[] = [];
    const inserts: number[] = [];
    for (let turn = 0; turn < each; turn += 1) {
      const index = 100_000 + 2 * ((round + 1) * each + turn);
      inserts.push((await insert(stage, store, index, SMALL)).wallMs);
      times.push(await publish(stage, index + 1, SMALL));
    }
    if (round < 0) continue;
    answered.push(spreadOf(times.map(({ answeredMs }) => answeredMs)).median);
    visible.push(spreadOf(times.map(({ wallMs }) => wallMs)).median);
    raw.push(spreadOf(inserts).median);
  }
  const row = { id: 'B3', unit: 'ms', rival: raw };
  return [
    // One bulk write over all collections, which needs MongoDB 8, would allow 5.
    atMostMore(12, { ...row, what: `${SMALL} objects, POST to durable (answered): p50`, ours: answered }),
    reported({ ...row, what: `${SMALL} objects, POST to visible at a reader: p50` }, visible, raw),
  ];
};

export const ingest = async (stage: Stage): Promise<readonly Row[]> => {
  const rivals = await openRivals(stage);
  try {
    await stage.load.call('openStreams', stage.url, stage.keys.reader, 1);
    const rows = await large(stage, rivals, stage.isQuick ? 2_000 : 5_000);
    return [...rows, ...(await small(stage, rivals))];
  } finally {
    await stage.load.call('closeStreams');
    await Promise.all(Object.values(rivals).map((rival) => rival.stop()));
  }
};
