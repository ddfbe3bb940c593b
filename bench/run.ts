// `npm run bench`: measures each figure in turn with its rival. `--quick` runs the reduced set, `--only b3,b5` a part,
// `--seed N` uses other data, `--profile DIR` writes CPU profiles. Exits with 1 when a target is missed by over 15 %.
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config/config.ts';
import { openHub } from '../src/hub.ts';
import { webhooks } from './channels/webhooks.ts';
import { inTheConsole } from './console/console.ts';
import { feedPage } from './feed/feed-page.ts';
import { selectiveFilters } from './feed/selective-filters.ts';
import type { Row } from './figures.ts';
import { DEFAULT_SEED, meanBytes, objectsFor } from './generator.ts';
import { ingest } from './ingest.ts';
import { idleReaders, slowReaders, storm } from './live/bounds.ts';
import { eventFanOut, socketFanOut } from './live/growth.ts';
import { revokedMeanwhile } from './live/rights.ts';
import { startRemote } from './load/remote.ts';
import { openPartnership } from './partnership.ts';
import { pipeline } from './pipeline.ts';
import { startProgram } from './processes.ts';
import { factsOf, keep, tableOf } from './report.ts';
import type { Benchmark, Stage } from './stage.ts';
import { startUp } from './start.ts';
import { validation } from './validation.ts';
import { wake } from './wake.ts';

const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  b1: validation,
  b3: ingest,
  b5: feedPage,
  b9: eventFanOut,
  b10: socketFanOut,
  b12: idleReaders,
  b13: slowReaders,
  b14: storm,
  b15: wake,
  b17: webhooks,
  b18: revokedMeanwhile,
  b20: pipeline,
  b21: selectiveFilters,
  b22: startUp,
  b23: inTheConsole,
};
const DATABASE = 'tocsin_bench';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: Object.keys(BENCHMARKS).join(',') },
    seed: { type: 'string', default: String(DEFAULT_SEED) },
    profile: { type: 'string' },
  },
});

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const pidFrom = (name: string): number => {
  const pid = Number(process.env[name]);
  if (!(pid > 0)) throw new Error(`${name} is not set: start the benchmark by npm run bench.`);
  return pid;
};

/** The hub as shipped, except for the rate limits: the benchmark is a single client that never pauses. */
const HUB_ENV = {
  TOCSIN_DATABASE: DATABASE,
  TOCSIN_PORT: '0',
  TOCSIN_LOG_LEVEL: 'info',
  TOCSIN_REQUESTS_PER_SECOND: '1000000',
  TOCSIN_REQUEST_BURST: '1000000',
  TOCSIN_PUBLISHES_PER_SECOND: '1000000',
  TOCSIN_MAX_STREAMS_PER_MEMBER: '2000',
};

const setUp = async () => {
  const observer = await openHub(
    readConfig({ ...process.env, ...HUB_ENV, TOCSIN_LOG_LEVEL: 'silent' }),
    'bench',
  );
  const keys = await openPartnership(observer);
  const profiling = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];
  const worker = await startProgram('workers/main.ts', 'the worker is ready', HUB_ENV, profiling);
  const hub = await startProgram('src/main.ts', 'the hub listens', HUB_ENV, profiling);
  const load = startRemote('load/load.ts');
  const stage: Stage = {
    seed: Number(values.seed),
    repetitions: values.quick ? 3 : 7,
    isQuick: values.quick,
    url: String(JSON.parse(hub.saw).url),
    pids: {
      hub: hub.pid,
      worker: worker.pid,
      load: load.pid,
      mongod: pidFrom('TOCSIN_BENCH_MONGOD_PID'),
      redis: pidFrom('TOCSIN_BENCH_REDIS_PID'),
    },
    load,
    keys,
    observer,
    rivalEnv: { TOCSIN_BENCH_RIVAL_DATABASE: `${DATABASE}_rival` },
    hubEnv: HUB_ENV,
    nodeOptions: profiling,
    say,
  };
  const close = async (): Promise<void> => {
    await load.stop();
    await hub.stop();
    await worker.stop();
    await observer.close();
  };
  return { stage, close };
};

const versionOf = async ({ observer }: Stage): Promise<string> => {
  const build = await observer.database.connection.db?.command({ buildInfo: 1 });
  return String(build?.['version'] ?? 'unknown');
};

const startedAt = performance.now();
const { stage, close } = await setUp();
const isWhole = values.only === Object.keys(BENCHMARKS).join(',');
const rows: Row[] = [];
try {
  const facts = factsOf({
    mongod: await versionOf(stage),
    seed: stage.seed,
    'mean bytes of an object': meanBytes(objectsFor(stage.seed, 0, 5_000)),
    repetitions: stage.repetitions,
    set: values.quick ? 'reduced (--quick)' : 'full',
  });
  say(
    Object.entries(facts)
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
  );
  for (const name of values.only.split(',')) {
    const benchmark = BENCHMARKS[name];
    if (benchmark === undefined)
      throw new Error(`There is no ${name}; there are ${Object.keys(BENCHMARKS).join(', ')}.`);
    say(`\n${name.toUpperCase()}`);
    rows.push(...(await benchmark(stage)));
  }
  const tookSeconds = Math.round((performance.now() - startedAt) / 1_000);
  if (isWhole) keep(rows, { ...facts, 'seconds taken': tookSeconds });
  say(`\n${tableOf(rows)}\n\n${tookSeconds} s${isWhole ? '; kept in bench/results.md' : ''}`);
} finally {
  await close();
}
const failed = rows.filter(({ verdict }) => verdict === 'FAILS');
if (failed.length > 0) say(`\n${failed.length} more than 15 % past the target.`);
process.exit(failed.length > 0 ? 1 : 0);
