// Many pairs of twin worlds on the same two databases. A pair that fails is played again with each of its kinds of
// difference alone, so that the report says which of them shows.
import type { TestServers } from '../database/database.ts';
import type { Difference } from './differences.ts';
import { type PairOptions, type PairResult, playPair } from './pair.ts';
import { openPlace, type Place } from './place.ts';
import { TooBusy } from './side.ts';

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

/** How often a pair is played again when the machine was too busy for it. */
const TRIES = 4;

export const playPatiently = async (
  places: readonly [Place, Place],
  options: PairOptions,
  tries = TRIES,
): Promise<PairResult> => {
  try {
    return await playPair(places, options);
  } catch (error) {
    if (!(error instanceof TooBusy) || tries === 1) throw error;
    return playPatiently(places, options, tries - 1);
  }
};

export const runPairs = async (servers: TestServers, run: PairsToRun): Promise<PairsRun> => {
  const places = [await openPlace(servers), await openPlace(servers)] as const;
  const failures: string[] = [];
  let [counted, hidden, failed] = [0, 0, 0];
  try {
    for (let index = 0; index < run.pairs; index += 1) {
      const seed = (run.seed + Math.imul(index, 7_919)) >>> 0;
      const result = await playPatiently(places, { seed, operations: run.operations });
      counted += result.compared;
      hidden += result.hidden;
      if (result.failures.length === 0) continue;
      failed += 1;
      failures.push(...result.failures);
      if (failed <= EXPLAINED)
        failures.push(...(await explained(places, { ...run, seed }, result.differences)));
    }
  } finally {
    for (const place of places) await place.close();
  }
  run.say(`${run.pairs} pairs, ${counted} answers compared, ${failed} pairs went apart`);
  const figures = { 'pairs of a chunk that went apart': failed, 'hidden steps of a chunk': hidden };
  return { counted, failures, figures };
};

const explained = async (
  places: readonly [Place, Place],
  { seed, operations }: Pick<PairsToRun, 'seed' | 'operations'>,
  differences: readonly Difference[],
): Promise<string[]> => {
  if (differences.length < 2) return [];
  const alone: string[] = [];
  for (const only of differences) {
    const { failures } = await playPatiently(places, { seed, operations, only: [only] });
    if (failures[0] !== undefined) alone.push(`alone, too: ${failures[0]}`);
  }
  return alone;
};
