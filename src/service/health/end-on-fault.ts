// A process that ends by an error that nothing handles says so in one line of its log. Node would print the error whole, and a
// driver's error carries the document that failed (I11).
import type { Log } from '../../outside/log.ts';
import { exitRefused } from './start-or-exit.ts';

/** From now on, also for a rejected promise that nobody awaits; the process exits with 1, or 78 where a retry is useless. */
export const endOnFault = (log: Log): void => {
  process.on('uncaughtException', (error) => {
    if (error.name === 'UnusableConfiguration') exitRefused(error.message);
    log.error({ err: error }, 'the process ends by an error that nothing handled');
    process.exit(1);
  });
};
