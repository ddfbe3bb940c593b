// Kills at random times while two hubs publish, three workers work and a replica set of three answers 0, 5 or 20 ms away:
// nothing acknowledged is lost, nothing happens twice, no number is missing, and the work is done within a minute after.
import type { Hub } from '../../../src/hub.ts';
import { contentOf } from '../../../src/store/content/stored-content.ts';
import { broken } from '../../support/fault/fault-world.ts';
import { countOpen, openKillWorld, publishUntilStopped } from '../../support/fault/kill-world.ts';
import { randomOf } from '../../support/random.ts';
import type { ChunkOptions, ChunkResult, Suite } from '../suite.ts';

const KILLS = 10;
const CHUNKS = 20;
const ROUND_TRIPS_MS = [0, 5, 20] as const;
/** Seconds until all work is done, on a machine that does nothing else. */
const DRAINED_S = 60;
/** A guard against what never ends. */
const NEVER_MS = 900_000;
/** Between the return of one victim and the next kill. */
const BREATH_MS = 1_500;

const DRAINED = 'drained s';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Seconds until nothing is open; throws when that never comes. */
const drained = async (hub: Hub): Promise<number> => {
  const startedAt = performance.now();
  while ((await countOpen(hub)) !== 0) {
    if (performance.now() - startedAt > NEVER_MS) throw new Error('the work is never done');
    await pause(100);
  }
  return (performance.now() - startedAt) / 1_000;
};

/** Warnings that one request made twice, unseen by its sender: a headline is the key of its request. */
const twins = async ({ warnings }: Hub): Promise<string[]> => {
  const heads = await warnings.rows.find({ isHead: true }).toArray();
  const keys = heads.map(({ content }) => contentOf(content).summary.headline);
  return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `stored twice: ${key}`);
};

/** `kills` kills, of a hub, a worker or a mongod each, drawn by the seed. How long the work took after it is a figure. */
export const killChunk = async ({ chunk, seed, say }: ChunkOptions, kills: number): Promise<ChunkResult> => {
  const random = randomOf(seed);
  const roundTripMs = ROUND_TRIPS_MS[chunk % ROUND_TRIPS_MS.length] ?? 0;
  const here = await openKillWorld(roundTripMs);
  const failures: string[] = [];
  try {
    const publishing = publishUntilStopped(here, await here.world.token('cyberAgency'), random);
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(random.below(BREATH_MS));
      const victim = random.pick(here.victims);
      say(`kill ${kill + 1} of ${kills} at ${roundTripMs} ms: ${victim.name}`);
      await victim.killAndStart();
    }
    const { acknowledged, doubled, strange } = await publishing.stop();
    const took = await drained(here.world.hub);
    failures.push(...doubled.map((key) => `published twice: ${key}`));
    failures.push(...strange.map((answer) => `neither a warning nor 503: ${answer}`));
    failures.push(...(await broken(here.world.hub, [...acknowledged.values()])));
    failures.push(...(await twins(here.world.hub)));
    say(`${acknowledged.size} acknowledged, drained in ${took.toFixed(1)} s, ${failures.length} failures`);
    return {
      counted: kills,
      failures: failures.map((each) => `${each} (chunk ${chunk}, seed ${seed}, ${roundTripMs} ms)`),
      figures: { [DRAINED]: took, acknowledged: acknowledged.size },
    };
  } finally {
    await here.close();
  }
};

export const suite: Suite = {
  id: 'kills',
  promise:
    'Hubs, workers and mongods are killed at random: 0 acknowledged lost, 0 doubled, 0 gaps, drained within 60 s.',
  chunks: CHUNKS,
  runChunk: async (options) => {
    const result = await killChunk(options, KILLS);
    const took = result.figures?.[DRAINED] ?? 0;
    if (took <= DRAINED_S) return result;
    return {
      ...result,
      failures: [...result.failures, `chunk ${options.chunk} drained in ${took.toFixed(1)} s`],
    };
  },
};
