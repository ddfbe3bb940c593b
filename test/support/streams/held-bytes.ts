import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/**
 * What this process has in use, in bytes. Collected twice, with a turn after each: buffers that one collection found dead
 * are given back, and counted off, only after it.
 */
export const heldBytes = async (): Promise<number> => {
  for (let round = 0; round < 2; round += 1) {
    collectGarbage();
    await setTimeout(50);
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
