// A share of the kills of `npm run prove`, by the seed: hubs, workers and mongods are killed while warnings are published.
import { expect, test } from '@jest/globals';
import { killChunk } from '../prove/suites/kills.ts';
import { seed } from '../support/seed.ts';

const KILLS = 6;

test('kills of hubs, workers and mongods lose nothing, double nothing, and leave no gap', async () => {
  const options = {
    chunk: seed() % 3,
    seed: seed(),
    say: (line: string) => void process.stdout.write(`${line}\n`),
  };
  const { counted, failures } = await killChunk(options, KILLS);
  expect(failures).toEqual([]);
  expect(counted).toBe(KILLS);
});
