// Long work of one request is done in slices: between two of them, whatever else this process has to do gets its turn.
import { setImmediate } from 'node:timers/promises';

/** Twice, since the first may still run before anything new is taken in: after what came in, and before timers. */
export const yieldToEventLoop = async (): Promise<void> => {
  await setImmediate();
  await setImmediate();
};
