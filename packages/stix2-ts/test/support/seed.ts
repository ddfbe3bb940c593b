// The seed of a randomised test: from TOCSIN_SEED or random, and printed so that a failure can be replayed.
import { randomInt } from 'node:crypto';

/** By test file: one process may run many. */
const drawn = new Map<string | undefined, number>();

export const seed = (): number => {
  const file = (globalThis as WithState).expect?.getState().testPath;
  const known = drawn.get(file);
  if (known !== undefined) return known;
  const given = process.env['TOCSIN_SEED'];
  const value = given === undefined || given === '' ? randomInt(2 ** 31) : Number(given);
  process.stdout.write(`TOCSIN_SEED=${value}\n`);
  drawn.set(file, value);
  return value;
};

type WithState = { readonly expect?: { getState(): { readonly testPath?: string } } };
