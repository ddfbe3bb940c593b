// Many pairs of twin worlds on the same two databases. A pair that fails is played again with each of its kinds of
// difference alone, so that the report says which of them shows.
import { connect } from '../../../src/store/connect.ts';
import type { Difference } from './differences.ts';
import { playPair } from './pair.ts';
import type { Place } from './side.ts';

export type PairsToRun = {
  readonly seed: number;
  readonly pairs: number;
  readonly operations: number;
  readonly say: (line: string) => void;
};

export type PairsRun = {
  readonly counted: number;
  readonly failures: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
};

/** Playing pairs again takes time; the first failures tell enough. */
const EXPLAINED = 3;

const dropped = async ({ servers, database }: Place): Promise<void> => {
  const opened = await connect(servers.mongodbUrl, database);
  await opened.connection.dropDatabase();
  await opened.close();
};

export const runPairs = async (places: readonly Place[], run: PairsToRun): Promise<PairsRun> => {
  const [one, other] = places;
  if (one === undefined || other === undefined) throw new Error('twins have two databases');
  const failures: string[] = [];
  let counted = 0;
  let hidden = 0;
  let failed = 0;
  try {
    for (let index = 0; index < run.pairs; index += 1) {
      const seed = (run.seed + Math.imul(index, 7_919)) >>> 0;
      const result = await playPair([one, other], { seed, operations: run.operations });
      counted += result.compared;
      hidden += result.hidden;
      if (result.failures.length === 0) continue;
      failed += 1;
      failures.push(...result.failures);
      if (failed <= EXPLAINED)
        failures.push(...(await explained([one, other], { ...run, seed }, result.differences)));
    }
  } finally {
    await Promise.all(places.map(dropped));
  }
  run.say(`${run.pairs} pairs, ${counted} answers compared, ${failed} pairs went apart`);
  return {
    counted,
    failures,
    figures: { 'pairs of a chunk that went apart': failed, 'hidden steps of a chunk': hidden },
  };
};

const explained = async (
  places: readonly [Place, Place],
  { seed, operations }: Pick<PairsToRun, 'seed' | 'operations'>,
  differences: readonly Difference[],
): Promise<string[]> => {
  if (differences.length < 2) return [];
  const alone: string[] = [];
  for (const only of differences) {
    const { failures } = await playPair(places, { seed, operations, only: [only] });
    if (failures[0] !== undefined) alone.push(`alone, too: ${failures[0]}`);
  }
  return alone;
};
