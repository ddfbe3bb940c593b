import { onAttackedHub } from '../../edge/attacked-hub.ts';
import { ENV, readSlowly } from '../../edge/slow-readers.ts';
import type { Suite } from '../../suite.ts';

export const suite: Suite = {
  id: 'slow-readers',
  promise:
    'With 70 stalled readers among 50 good ones, 2,000 events of 10 kB cost at most 200 MB, and the good get them all, p99 within 1 s.',
  chunks: 1,
  runChunk: ({ say }) =>
    onAttackedHub(ENV, (attacked) =>
      readSlowly(attacked, { events: 2_000, stalledStreams: 50, stalledSockets: 20, goodReaders: 50, say }),
    ),
};
