import { onAttackedHub } from '../../edge/attacked-hub.ts';
import { leaveHalfOpen } from '../../edge/half-open.ts';
import type { Suite } from '../../suite.ts';

const CONNECTIONS = 10_000;

export const suite: Suite = {
  id: 'half-open',
  promise:
    'Ten thousand connections that are begun and not finished end nothing, and leave no memory behind.',
  chunks: 1,
  runChunk: ({ seed, say }) =>
    onAttackedHub({ TOCSIN_MAX_CONNECTIONS: String(CONNECTIONS + 1_000) }, (attacked) =>
      leaveHalfOpen(attacked, { count: CONNECTIONS, seed, say }),
    ),
};
