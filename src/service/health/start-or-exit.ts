// The start of a process: where it may not run on this database it ends with the one line that says so, and with the exit
// code by which who started it knows that trying again is of no use.
import type { Hub } from '../../hub.ts';
import { isRefusedStart } from './store-health.ts';

/** As sysexits.h has it for a configuration error. */
export const EXIT_REFUSED = 78;

export const startOrExit = async (open: () => Promise<Hub>): Promise<Hub> => {
  try {
    return await open();
  } catch (error) {
    if (!isRefusedStart(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(EXIT_REFUSED);
  }
};
