import { endInTime } from '../../edge/drain.ts';
import type { Suite } from '../../suite.ts';

const TRIES = 200;
const CHUNKS = 10;

export const suite: Suite = {
  id: 'drain',
  promise:
    'On SIGTERM hub and worker end by themselves within 12 s, whatever their clients have left unfinished.',
  chunks: CHUNKS,
  runChunk: ({ seed, say }) => endInTime({ count: TRIES / CHUNKS, seed, say }),
};
