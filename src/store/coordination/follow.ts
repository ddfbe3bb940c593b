// Follows the two counters: a change stream per process wakes it at once; a poll every second guarantees it (I16).

import { withJitter } from '../../domain/limit/reconnect-delay.ts';
import type { Entries } from '../entries.ts';
import type { Counters } from './counters.ts';

export type Following = { stop(): Promise<void> };

const POLL_MS = 1_000;
const RETRY_MS = 2_000;

type ChangeStream = { on(event: string, act: () => void): unknown; close(): Promise<void> };

/** Calls `wake` when a counter may have moved; a failing stream is reopened, and the poll continues meanwhile. */
export const followCounters = (counters: Counters, wake: () => void): Following =>
  follow(() => counters.rows.watch([], { maxAwaitTimeMS: 500 }), wake);

/** Calls `wake` when an entry was appended, so that the sequencer numbers it. */
export const watchEntries = (entries: Entries, wake: () => void): Following =>
  follow(() => entries.rows.watch([{ $match: { operationType: 'insert' } }], { maxAwaitTimeMS: 500 }), wake);

const follow = (watch: () => ChangeStream, wake: () => void): Following => {
  let isStopped = false;
  let stream: ChangeStream | null = null;
  let retry: NodeJS.Timeout | undefined;

  const reopen = (): void => {
    if (isStopped) return;
    retry = setTimeout(open, withJitter(RETRY_MS));
    retry.unref();
  };
  const open = (): void => {
    stream = watch();
    stream.on('change', wake);
    stream.on('error', () => {
      stream?.close().catch(() => undefined);
      reopen();
    });
  };
  open();
  const poll = setInterval(wake, POLL_MS);
  return {
    stop: async () => {
      isStopped = true;
      clearInterval(poll);
      clearTimeout(retry);
      await stream?.close().catch(() => undefined);
    },
  };
};
