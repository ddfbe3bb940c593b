// T11: Redis is wiped again and again while ten thousand versions wait for their work.
import { openFaultWorld } from '../../support/fault/fault-world.ts';
import { wipeRedis } from '../../support/fault/wipes.ts';
import { randomOf } from '../../support/random.ts';
import type { Suite } from '../suite.ts';

const LOAD = { pending: 10_000, wipes: 5 };
const REBUILT_MS = 60_000;

export const suite: Suite = {
  id: 'T11',
  promise:
    'Redis loses everything with 10,000 versions pending: nothing is lost or delivered twice, and all of it is queued again within 60 s.',
  chunks: 4,
  runChunk: async ({ seed, say }) => {
    const fault = await openFaultWorld();
    try {
      await fault.startWorker();
      const { lost, slowestMs, failures } = await wipeRedis(fault, randomOf(seed), LOAD);
      say(`${LOAD.wipes} wipes of ${lost} jobs; queued again in ${Math.round(slowestMs)} ms at most`);
      return {
        counted: lost,
        failures: [
          ...failures,
          ...(slowestMs <= REBUILT_MS ? [] : [`queued again after ${Math.round(slowestMs)} ms`]),
          ...(lost > 0 ? [] : ['nothing was pending']),
        ],
        figures: { 'queued again after ms': Math.round(slowestMs) },
      };
    } finally {
      await fault.close();
    }
  },
};
