// Pairs of alike warnings under random interleavings of real jobs.
import {
  definedPairs,
  differences,
  publishAtRandom,
  publishersOf,
  runOverlapping,
  storedPairs,
} from '../../support/fault/burst-of-pairs.ts';
import { openTestHub } from '../../support/hub.ts';
import { randomOf } from '../../support/random.ts';
import type { ChunkOptions, ChunkResult, Suite } from '../suite.ts';

/** Rounds in one database: each adds versions, runs their jobs at once, and compares every pair with its definition. */
export const runBursts = async (
  { seed, say }: Omit<ChunkOptions, 'chunk'>,
  rounds: number,
  versions: number,
): Promise<ChunkResult> => {
  const random = randomOf(seed);
  const world = await openTestHub();
  const failures: string[] = [];
  let counted = 0;
  try {
    const actors = await publishersOf(world, 8, random);
    for (let round = 0; round < rounds; round += 1) {
      await publishAtRandom(world, actors, versions, random);
      const kills = await runOverlapping(world, 8, random);
      const defined = await definedPairs(world);
      const found = differences(await storedPairs(world), defined);
      say(`round ${round}: ${defined.size} pairs, ${kills} jobs killed, ${found.length} differences`);
      counted += defined.size;
      failures.push(...found.map((each) => `round ${round}: ${each}`));
    }
  } finally {
    await world.close();
  }
  return { counted, failures };
};

export const suite: Suite = {
  id: 'alike-pairs',
  promise:
    'Pairs of alike warnings are a function of what is stored, whatever the order and overlap of jobs.',
  chunks: 50,
  mayOverlap: true,
  runChunk: (options) => runBursts(options, 10, 30),
};
