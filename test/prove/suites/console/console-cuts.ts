// The console in Chromium behind a network that is cut a hundred times while warnings are published, some of the cuts within an
// event and some of the hub itself.
import { cutWhileWarningsArrive, openCutWorld } from '../../../support/console/cuts.ts';
import type { Suite } from '../../suite.ts';

const CHUNKS = 4;
const CUTS = 100 / CHUNKS;

export const suite: Suite = {
  id: 'console-cuts',
  promise:
    'A browser whose network is cut a hundred times at random, within events and by deaths of the hub, has each warning in its list and its view of events once: none is missing, none is double.',
  chunks: CHUNKS,
  mayOverlap: true,
  runChunk: async ({ seed, say }) => {
    const world = await openCutWorld();
    try {
      const { cuts, published, restarts, faults } = await cutWhileWarningsArrive(world, { cuts: CUTS, seed });
      say(`${cuts} cuts, ${restarts} of them of the hub; ${published} warnings, ${faults.length} failures`);
      return {
        counted: cuts,
        failures: faults,
        figures: { warnings: published, 'deaths of the hub': restarts },
      };
    } finally {
      await world.close();
    }
  },
};
