// The seed of a randomised test: from TOCSIN_SEED or random, and printed so that a failure can be replayed.
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
