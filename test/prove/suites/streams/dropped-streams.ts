// A thousand subscribers whose connections break at random while a hundred thousand events flow, over SSE and WebSocket: each
// receives every event once and in order, over all its connections.
import { dropWhileEventsFlow, openStreamWorld } from '../../../support/streams/drops.ts';
import type { Suite } from '../../suite.ts';

const CHUNKS = 50;
const LOAD = { subscribers: 1_000, events: 100_000 / CHUNKS, cutsInThousand: 20 };

export const suite: Suite = {
  id: 'T12',
  promise:
    'A thousand subscribers whose connections break at random while 100,000 events flow: none is skipped, repeated or out of order.',
  chunks: CHUNKS,
  // Each has a hub of its own, which keeps one CPU busy, and nothing is timed.
  mayOverlap: true,
  runChunk: async ({ seed, say }) => {
    const world = await openStreamWorld();
    try {
      const { received, cuts, faults, behind } = await dropWhileEventsFlow(world, { ...LOAD, seed });
      say(`${received} events received over ${cuts} broken connections`);
      return {
        counted: received,
        failures: [
          ...faults,
          ...(behind === 0 ? [] : [`${behind} subscribers did not receive the last event`]),
          ...(received === LOAD.subscribers * LOAD.events ? [] : [`${received} events were received`]),
          ...(cuts === 0 ? ['no connection broke'] : []),
        ],
        figures: { 'broken connections': cuts },
      };
    } finally {
      await world.close();
    }
  },
};
