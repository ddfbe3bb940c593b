// Long work is done in slices that yield to the event loop, so that other work of this process is not blocked. Work for which
// nobody waits any more ends here.
import { setImmediate } from 'node:timers/promises';
import { stopWhenOver } from '../store/driver/act-time.ts';

/** Twice: the first may run before new I/O is polled, the second runs after it. */
export const yieldToEventLoop = async (): Promise<void> => {
  await setImmediate();
  await setImmediate();
  stopWhenOver();
};

/** About what nobody notices. */
const WORK_MS = 10;

/** Called between parts of unknown size: yields once enough was done since it was opened or yielded. */
export const openPauses = (now: () => number = () => performance.now()): (() => Promise<void>) => {
  let beganMs = now();
  return async () => {
    if (now() - beganMs < WORK_MS) return;
    await yieldToEventLoop();
    beganMs = now();
  };
};
