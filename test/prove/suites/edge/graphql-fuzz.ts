import { onAttackedHub } from '../../edge/attacked-hub.ts';
import { sendOperations } from '../../edge/graphql-fuzz.ts';
import type { Suite } from '../../suite.ts';

const OPERATIONS = 20_000;
const CHUNKS = 20;

export const suite: Suite = {
  id: 'graphql-fuzz',
  promise:
    'No operation drawn from the schema and mutated gets a 5xx or INTERNAL, or takes a turn of more than 100 ms.',
  chunks: CHUNKS,
  runChunk: ({ seed, say }) =>
    onAttackedHub({}, (attacked) => sendOperations(attacked, { count: OPERATIONS / CHUNKS, seed, say })),
};
