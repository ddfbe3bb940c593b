import { onAttackedHub } from '../../edge/attacked-hub.ts';
import { sendRawRequests } from '../../edge/raw-http.ts';
import type { Suite } from '../../suite.ts';

const REQUESTS = 50_000;
const CHUNKS = 20;

export const suite: Suite = {
  id: 'raw-http',
  promise: 'No mutated raw HTTP request gets a 5xx, ends the hub, or takes a turn of more than 100 ms.',
  chunks: CHUNKS,
  runChunk: ({ seed, say }) =>
    onAttackedHub({}, (attacked) => sendRawRequests(attacked, { count: REQUESTS / CHUNKS, seed, say })),
};
