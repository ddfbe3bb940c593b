// B20: the work after a bundle is accepted. Bundles are published one after the other, and the time until all their
// jobs are done is measured: the CPU of the worker against that of the hub that accepted the same bundles, and the
// documents written per object besides the object itself.
import { atLeast, type Row, reported } from './figures.ts';
import type { Fired } from './load/load.ts';
import { untilIdle } from './partnership.ts';
import { measured } from './processes.ts';
import type { Stage } from './stage.ts';

/** Beyond the bundles of the other benchmarks. */
const FIRST_INDEX = 400_000;
/** Bundles published before measuring, until V8 has compiled what a long-running worker has compiled. */
const WARM_UP_BUNDLES = 6;
/** A round publishes twenty bundles, so three rounds are enough. */
const ROUNDS = 3;

type Size = { readonly bundles: number; readonly objects: number };
type Round = {
  readonly wallMs: number;
  readonly hubMs: number;
  readonly workerMs: number;
  readonly mongodMs: number;
  readonly written: number;
};

type Counts = ReadonlyMap<string, number>;

/** The server's totals since it started: documents inserted, changed and removed, and commands by name. */
const doneSoFar = async ({ observer }: Stage): Promise<{ written: number; commands: Counts }> => {
  const status = await observer.database.connection.db?.admin().serverStatus();
  const { document = {}, commands = {} } = status?.['metrics'] ?? {};
  return {
    written: Number(document.inserted) + Number(document.updated) + Number(document.deleted),
    commands: new Map(
      Object.entries(commands as Record<string, { total?: unknown }>).map(([name, { total }]) => [
        name,
        Number(total ?? 0),
      ]),
    ),
  };
};

/** Number of rows per collection, to show which documents were written. */
const rowsByCollection = async ({ observer }: Stage): Promise<Counts> => {
  const collections = (await observer.database.connection.db?.collections()) ?? [];
  const counted = collections.map(
    async (each) => [each.collectionName, await each.estimatedDocumentCount()] as const,
  );
  return new Map(await Promise.all(counted));
};

/** Counts that grew by more than `least` per unit, as one line. */
const grownBy = (before: Counts, after: Counts, each: number, least: number): string =>
  [...after]
    .map(([name, count]) => [name, (count - (before.get(name) ?? 0)) / each] as const)
    .filter(([, growth]) => growth >= least)
    .sort(([, one], [, other]) => other - one)
    .map(([name, growth]) => `${name} ${growth.toFixed(2)}`)
    .join(', ');

const runRound = async (stage: Stage, from: number, { bundles, objects }: Size): Promise<Round> => {
  const { hub, worker, mongod } = stage.pids;
  const before = (await doneSoFar(stage)).written;
  const { cpu, wallMs } = await measured({ hub, worker, mongod }, async () => {
    for (let index = 0; index < bundles; index += 1) {
      await stage.load.call('prepare', stage.seed, from + index, objects);
      await stage.load.call<Fired>('fire', stage.url, stage.keys.publisher);
    }
    await untilIdle(stage.observer);
  });
  return {
    wallMs,
    hubMs: cpu['hub'] ?? 0,
    workerMs: cpu['worker'] ?? 0,
    mongodMs: cpu['mongod'] ?? 0,
    written: (await doneSoFar(stage)).written - before,
  };
};

const tableRows = ({ bundles, objects }: Size, rounds: readonly Round[]): Row[] => {
  const count = bundles * objects;
  const perObject = (of: 'hubMs' | 'workerMs' | 'mongodMs') =>
    rounds.map((each) => (each[of] * 1_000) / count);
  const row = { id: 'B20', unit: 'µs/object' };
  const [ours, rival] = [perObject('workerMs'), perObject('hubMs')];
  return [
    atLeast(0.5, {
      ...row,
      what: `${bundles} bundles of ${objects} objects to all jobs done: CPU of the worker, vs CPU of the hub`,
      ours,
      rival,
    }),
    reported({ ...row, what: 'the same: CPU of mongod' }, perObject('mongodMs')),
    reported(
      { id: 'B20', unit: '', what: 'documents written for an object besides itself' },
      rounds.map(({ written }) => written / count - 1),
    ),
    reported(
      { id: 'B20', unit: 'objects/s', what: 'from the first POST to all jobs done' },
      rounds.map(({ wallMs }) => (count * 1_000) / wallMs),
    ),
  ];
};

export const pipeline = async (stage: Stage): Promise<readonly Row[]> => {
  const size: Size = stage.isQuick ? { bundles: 4, objects: 2_000 } : { bundles: 20, objects: 5_000 };
  const rounds: Round[] = [];
  let next = FIRST_INDEX;
  try {
    await stage.load.call('openStreams', stage.url, stage.keys.reader, 1);
    await runRound(stage, next, { ...size, bundles: WARM_UP_BUNDLES });
    next += WARM_UP_BUNDLES;
    const [rowsBefore, before] = [await rowsByCollection(stage), await doneSoFar(stage)];
    for (let round = 0; round < ROUNDS; round += 1) {
      const done = await runRound(stage, next, size);
      next += size.bundles;
      rounds.push(done);
      stage.say(
        `  ${round + 1}: ${(done.wallMs / 1_000).toFixed(1)} s; CPU hub ${done.hubMs.toFixed(0)}, worker ${done.workerMs.toFixed(0)}, mongod ${done.mongodMs.toFixed(0)} ms; ${done.written} documents`,
      );
    }
    const bundles = ROUNDS * size.bundles;
    const rows = grownBy(rowsBefore, await rowsByCollection(stage), bundles * size.objects, 0.01);
    stage.say(`  rows per object: ${rows}`);
    stage.say(
      `  commands per bundle: ${grownBy(before.commands, (await doneSoFar(stage)).commands, bundles, 0.5)}`,
    );
  } finally {
    await stage.load.call('closeStreams');
  }
  return tableRows(size, rounds);
};
