// Fifty subscribers stop reading among a hundred while 20,000 events flow: the others receive all of them, the hub holds a bounded
// amount, and the fifty are told where to resume and miss nothing.
import { openStreamWorld } from '../../../support/streams/drops.ts';
import { stallWhileEventsFlow } from '../../../support/streams/stalls.ts';
import type { Suite } from '../../suite.ts';

const CHUNKS = 4;
const LOAD = { stalled: 50, reading: 50, events: 5_000 };
/** What waits for them is shared; each connection holds a buffer and a few events of its own. */
const MOST_BYTES = 100e6;

export const suite: Suite = {
  id: 'T13',
  promise:
    'Of a hundred subscribers fifty stop reading: the others receive every event, the hub holds a bounded amount, and the fifty resume without a gap.',
  chunks: CHUNKS,
  runChunk: async ({ say }) => {
    // Long enough that the overflow ends them, not the time.
    const world = await openStreamWorld({ TOCSIN_STREAM_GRACE_MS: '600000' }, 'long '.repeat(700));
    try {
      const found = await stallWhileEventsFlow(world, LOAD);
      const { received, faults, grownBytes, ends, slowestMs } = found;
      say(`${received} events; ${Math.round(grownBytes / 1e6)} MB more held; ends ${JSON.stringify(ends)}`);
      const wanted = (LOAD.stalled + LOAD.reading) * LOAD.events;
      return {
        counted: received,
        failures: [
          ...faults,
          ...(received === wanted ? [] : [`${received} of ${wanted} events were received`]),
          ...(grownBytes < MOST_BYTES ? [] : [`${Math.round(grownBytes / 1e6)} MB more were held`]),
        ],
        figures: { 'MB more held': Math.round(grownBytes / 1e6), 'slowest batch ms': Math.round(slowestMs) },
      };
    } finally {
      await world.close();
    }
  },
};
