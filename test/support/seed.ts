// The seed of a randomised test: given by TOCSIN_SEED, following from TOCSIN_SEED_ROUND and the file, or drawn; printed once so
// that a failure can be replayed.
import { createHash, randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** By test file: one process runs many. */
const drawn = new Map<string | undefined, number>();

export const seed = (): number => {
  const file = (globalThis as WithState).expect?.getState().testPath;
  const known = drawn.get(file);
  if (known !== undefined) return known;
  const given = process.env['TOCSIN_SEED'];
  const value = given === undefined || given === '' ? drawnFor(file) : Number(given);
  process.stdout.write(`TOCSIN_SEED=${value}\n`);
  drawn.set(file, value);
  keep(file, value);
  return value;
};

const drawnFor = (file: string | undefined): number => {
  const round = process.env['TOCSIN_SEED_ROUND'] ?? '';
  return round === '' || file === undefined ? randomInt(2 ** 31) : seedIn(round, file);
};

/** The seed of a file, given by its absolute path, in a round of CI: the same wherever the repository lies. */
export const seedIn = (round: string, file: string): number => {
  const name = path.relative(path.join(import.meta.dirname, '../..'), file);
  return createHash('sha256').update(`${round} ${name}`).digest().readUInt32BE() >>> 1;
};

type WithState = { readonly expect?: { getState(): { readonly testPath?: string } } };

/** For a second run of the same file (scripts/test.mjs). */
const keep = (file: string | undefined, value: number): void => {
  const directory = process.env['TOCSIN_SEEDS'];
  if (directory === undefined || file === undefined) return;
  writeFileSync(path.join(directory, createHash('sha256').update(file).digest('hex')), String(value));
};

/**
 * How many runs a property gets of those it asks for: TOCSIN_RUNS percent. Mutation testing runs the same properties
 * thousands of times and takes few runs of each.
 */
export const runs = (wanted: number): number => {
  const percent = process.env['TOCSIN_RUNS'];
  return percent === undefined || percent === '' ? wanted : Math.ceil((wanted * Number(percent)) / 100);
};

/** Whether a proof takes the small share that a run of all tests has time for; by itself, and with --long, it runs at length. */
export const isSmallShare = (): boolean => process.env['TOCSIN_SHARE'] === 'small';
