// Follows the two counters: one change stream per process wakes at once, a poll each second is the truth (I16).
import type { Counters } from './counters.ts';

export type Following = { stop(): Promise<void> };

const POLL_MS = 1_000;
const RETRY_MS = 2_000;

/** Calls `wake` whenever a counter may have moved; a failing stream is reopened, the poll goes on meanwhile. */
export const followCounters = (counters: Counters, wake: () => void): Following => {
  let isStopped = false;
  let stream: ReturnType<Counters['rows']['watch']> | null = null;
  let retry: NodeJS.Timeout | undefined;

  const reopen = (): void => {
    if (isStopped) return;
    retry = setTimeout(open, RETRY_MS);
    retry.unref();
  };
  const open = (): void => {
    stream = counters.rows.watch([], { maxAwaitTimeMS: 500 });
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
