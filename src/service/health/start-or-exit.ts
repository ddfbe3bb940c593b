// Starts a process. Where it may not run on this database, it exits with one line that says why, and with an exit
// code that shows its supervisor that a retry is useless.
import type { Hub } from '../../hub.ts';
import { isRefusedStart } from './store-health.ts';

/** EX_CONFIG in sysexits.h. */
const EXIT_REFUSED = 78;

export const startOrExit = async (open: () => Promise<Hub>): Promise<Hub> => {
  try {
    return await open();
  } catch (error) {
    if (!isRefusedStart(error)) throw error;
    return exitRefused(error.message);
  }
};

/** Ends the process with what its operator has to put right. */
export const exitRefused = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(EXIT_REFUSED);
};
