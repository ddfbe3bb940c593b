// One chunk of a suite in a process of its own: whatever it does to its process is a result too. Started by run.ts with
// the suite's file, the number of the chunk and its seed.
import { loadSuite } from './find-suites.ts';
import type { ChunkResult } from './suite.ts';

/** What the process sends: lines to show, and at its end the result. */
export type ChunkMessage = { readonly say: string } | { readonly result: ChunkResult };

const [file = '', chunk = '', seed = ''] = process.argv.slice(2);

const send = (message: ChunkMessage): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(message, (error: Error | null) => (error === null ? resolve() : reject(error)));
  });

const suite = await loadSuite(file);
const result = await suite.runChunk({
  chunk: Number(chunk),
  seed: Number(seed),
  say: (line) => void send({ say: line }),
});
await send({ result });
// A suite that leaves something open must not hold up the run.
process.exit(0);
