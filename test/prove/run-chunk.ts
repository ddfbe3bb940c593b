// Starts the process of a chunk, and turns its every end into a result: a crash or a hang of the process is a failure.
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { ChunkMessage } from './chunk.ts';
import type { FoundSuite } from './find-suites.ts';
import type { DoneChunk } from './progress.ts';
import type { ChunkResult } from './suite.ts';

/** Far above what any chunk takes on a busy machine. */
const LONGEST_MS = 45 * 60_000;
/** Of what it writes when it breaks: an error stands first, how it ended last. */
const FIRST_WORDS = 1_000;
const LAST_WORDS = 300;

/** 31 bits, made from the run's seed, the suite and the number of the chunk. */
export const seedOfChunk = (seed: number, suite: string, chunk: number): number =>
  createHash('sha256').update(`${seed} ${suite} ${chunk}`).digest().readUInt32BE(0) >>> 1;

export type ChunkToRun = FoundSuite & { readonly chunk: number; readonly seed: number };

/** `signal` ends the process; then the result is null, and the chunk counts as not run. */
export const runChunk = (
  { file, chunk, seed }: ChunkToRun,
  say: (line: string) => void,
  signal: AbortSignal,
  longestMs = LONGEST_MS,
): Promise<DoneChunk | null> =>
  new Promise((resolve) => {
    const startedAt = performance.now();
    const child = fork(path.join(import.meta.dirname, 'chunk.ts'), [file, String(chunk), String(seed)], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let result: ChunkResult | null = null;
    let words = '';
    let lastWords = '';
    let isLate = false;
    const end = (): void => {
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 15_000).unref();
    };
    const late = setTimeout(() => {
      isLate = true;
      end();
    }, longestMs);
    signal.addEventListener('abort', end, { once: true });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      const left = FIRST_WORDS - words.length;
      words += text.slice(0, left);
      lastWords = (lastWords + text.slice(left)).slice(-LAST_WORDS);
    });
    child.on('message', (message: ChunkMessage) => {
      if ('say' in message) say(message.say);
      else result = message.result;
    });
    child.on('close', (code, killed) => {
      clearTimeout(late);
      signal.removeEventListener('abort', end);
      if (signal.aborted && result === null) return resolve(null);
      const how = isLate ? `not done after ${longestMs / 60_000} min` : `ended with ${code ?? killed}`;
      const what = lastWords === '' ? words : `${words} … ${lastWords}`;
      const failed = { counted: 0, failures: [`chunk ${chunk} (seed ${seed}) ${how}: ${what.trim()}`] };
      resolve({ ...(result ?? failed), seconds: (performance.now() - startedAt) / 1_000 });
    });
  });
