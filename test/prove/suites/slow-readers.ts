import { readSlowly } from '../edge/slow-readers.ts';
import type { Suite } from '../suite.ts';

export const suite: Suite = {
  id: 'slow-readers',
  promise:
    'With 70 stalled readers among 50 good ones, 2,000 events of 10 kB cost at most 200 MB, and the good get them all.',
  chunks: 1,
  runChunk: ({ say }) =>
    readSlowly({ events: 2_000, stalledStreams: 50, stalledSockets: 20, goodReaders: 50, say }),
};
