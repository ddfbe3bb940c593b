import { onAttackedHub } from '../../edge/attacked-hub.ts';
import { ENV, sendFrames } from '../../edge/websocket-fuzz.ts';
import type { Suite } from '../../suite.ts';

const FRAMES = 5_000;
const CHUNKS = 5;

export const suite: Suite = {
  id: 'websocket-fuzz',
  promise: 'No mutated WebSocket frame ends the hub, fails inside it, or takes a turn of more than 100 ms.',
  chunks: CHUNKS,
  runChunk: ({ seed, say }) =>
    onAttackedHub(ENV, (attacked) => sendFrames(attacked, { count: FRAMES / CHUNKS, seed, say })),
};
