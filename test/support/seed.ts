// The seed of a randomised test: given by TOCSIN_SEED or drawn, and printed once so that a failure can be replayed.
import { randomInt } from 'node:crypto';

let drawn: number | undefined;

export const seed = (): number => {
  if (drawn === undefined) {
    const given = process.env['TOCSIN_SEED'];
    drawn = given === undefined || given === '' ? randomInt(2 ** 31) : Number(given);
    process.stdout.write(`TOCSIN_SEED=${drawn}\n`);
  }
  return drawn;
};

/**
 * How many runs a property gets of those it asks for: TOCSIN_RUNS percent. Mutation testing runs the same properties
 * thousands of times and takes few runs of each.
 */
export const runs = (wanted: number): number => {
  const percent = process.env['TOCSIN_RUNS'];
  return percent === undefined || percent === '' ? wanted : Math.ceil((wanted * Number(percent)) / 100);
};
