// The seed of a randomised test: given by TOCSIN_SEED or drawn, and printed once so that a failure can be replayed.
import { createHash, randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

let drawn: number | undefined;

export const seed = (): number => {
  if (drawn === undefined) {
    const given = process.env['TOCSIN_SEED'];
    drawn = given === undefined || given === '' ? randomInt(2 ** 31) : Number(given);
    process.stdout.write(`TOCSIN_SEED=${drawn}\n`);
    keep(drawn);
  }
  return drawn;
};

type WithState = { readonly expect?: { getState(): { readonly testPath?: string } } };

/** For a second run of the same file (scripts/test.mjs). */
const keep = (value: number): void => {
  const directory = process.env['TOCSIN_SEEDS'];
  const file = (globalThis as WithState).expect?.getState().testPath;
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
