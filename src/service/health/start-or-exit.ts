// Starts a process. Where it may not run on this database, it exits with one line that says why, and with an exit
// code that shows its supervisor that a retry is useless. Where the database is not there, a retry may help.
import { isRefusedStart, isStoreOutage } from './store-health.ts';

/** EX_CONFIG in sysexits.h. */
const EXIT_REFUSED = 78;
const EXIT_UNAVAILABLE = 1;

export const startOrExit = async <Value>(open: () => Promise<Value>): Promise<Value> => {
  try {
    return await open();
  } catch (error) {
    if (isRefusedStart(error)) return exitRefused(error.message);
    if (!isStoreOutage(error)) throw error;
    return exitWith(EXIT_UNAVAILABLE, 'MongoDB does not answer at the address in MONGODB_URL.');
  }
};

/** Ends the process with what its operator has to put right. */
export const exitRefused = (message: string): never => exitWith(EXIT_REFUSED, message);

const exitWith = (code: number, message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(code);
};
