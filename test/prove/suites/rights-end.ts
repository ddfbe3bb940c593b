// Rights are taken away while warnings flow over two hubs: nothing reaches whoever lost them after the act is answered.
import { openTwoHubs, TAKINGS, takeUnderLoad } from '../../support/rights-under-load.ts';
import type { Suite } from '../suite.ts';

const LOAD = { events: 500, streams: 50 };
const CLOSED_MS = 1_000;

export const suite: Suite = {
  id: 'T8',
  promise:
    'A revoked key, a suspended member, a changed role, an ended session, a removed registration and a community that was left are in effect on two hubs before the act is answered: nothing arrives afterwards.',
  chunks: TAKINGS.length,
  runChunk: async ({ chunk, say }) => {
    const taking = TAKINGS[chunk] ?? 'REVOCATION';
    const hubs = await openTwoHubs();
    try {
      const found = await takeUnderLoad(hubs, taking, LOAD);
      const { received, late, closedMs, answeredMs } = found;
      say(`${taking}: ${received} events before, ${late} after; answered in ${Math.round(answeredMs)} ms`);
      return {
        counted: received,
        failures: [
          ...(late === 0 ? [] : [`${taking}: ${late} events arrived after the answer`]),
          ...(received === 0 ? [`${taking}: nothing arrived before it`] : []),
          ...(closedMs < CLOSED_MS
            ? []
            : [`${taking}: the last stream ended after ${Math.round(closedMs)} ms`]),
        ],
        figures: { 'answer ms': Math.round(answeredMs), 'last stream ends after ms': Math.round(closedMs) },
      };
    } finally {
      await hubs.close();
    }
  },
};
