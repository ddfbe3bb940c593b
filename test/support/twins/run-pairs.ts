// Many pairs of twin worlds, a few beside each other, each on the same two databases as the one before. A pair that fails is played again with each of its kinds of
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

/** Pairs that are played beside each other: while one waits for the database, another goes on. */
const LANES = 2;

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
  const failures: string[] = [];
  let [next, counted, hidden, failed] = [0, 0, 0, 0];
  const playNext = async (places: readonly [Place, Place]): Promise<void> => {
    const seed = (run.seed + Math.imul(next, 7_919)) >>> 0;
    next += 1;
    const result = await played(places, { seed, operations: run.operations });
    counted += result.compared;
    hidden += result.hidden;
    if (result.failures.length === 0) return;
    failed += 1;
    failures.push(...result.failures);
    if (failed <= EXPLAINED)
      failures.push(...(await explained(places, { ...run, seed }, result.differences)));
  };
  const lane = async (): Promise<void> => {
    const places = [await openPlace(servers), await openPlace(servers)] as const;
    try {
      while (next < run.pairs) await playNext(places);
    } finally {
      for (const place of places) await place.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(LANES, run.pairs) }, lane));
  run.say(`${run.pairs} pairs, ${counted} answers compared, ${failed} pairs went apart`);
  const figures = { 'pairs of a chunk that went apart': failed, 'hidden steps of a chunk': hidden };
  return { counted, failures, figures };
};

/** A pair that breaks is a failure of its own, so that the others of its chunk are compared all the same. */
const played = async (places: readonly [Place, Place], options: PairOptions): Promise<PairResult> => {
  try {
    return await playPatiently(places, options);
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { compared: 0, differences: [], failures: [`pair ${options.seed} broke: ${what}`], hidden: 0 };
  }
};

const explained = async (
  places: readonly [Place, Place],
  { seed, operations }: Pick<PairsToRun, 'seed' | 'operations'>,
  differences: readonly Difference[],
): Promise<string[]> => {
  if (differences.length < 2) return [];
  const alone: string[] = [];
  for (const only of differences) {
    const { failures } = await played(places, { seed, operations, only: [only] });
    if (failures[0] !== undefined) alone.push(`alone, too: ${failures[0]}`);
  }
  return alone;
};
