// T2 at its full count: 2,000 pairs of worlds, 200 operations each.
import { testServers } from '../../support/database/database.ts';
import { runPairs } from '../../support/twins/run-pairs.ts';
import type { Suite } from '../suite.ts';

const PAIRS_PER_CHUNK = 20;

export const suite: Suite = {
  id: 'T2',
  promise:
    'Worlds that differ only in what a reader may not see answer it with the same bytes: 2,000 pairs, 200 operations each.',
  chunks: 100,
  mayOverlap: true,
  runChunk: async ({ seed, say }) => {
    const servers = await testServers();
    try {
      return await runPairs(servers, { seed, pairs: PAIRS_PER_CHUNK, operations: 200, say });
    } finally {
      await servers.stop();
    }
  },
};
