// A worker goes by the time of the database: what is due, who holds it, and what a webhook is signed with are compared with what other
// workers wrote, and with the clocks of receivers.
import type { Config } from '../src/config/config.ts';
import { type Hub, openDatabase } from '../src/hub.ts';
import type { FollowedClock } from '../src/outside/followed-clock.ts';

const EACH_MS = 10_000;

/**
 * Opens a hub that goes by the time of the database from its first write on: what is migrated, leased and recorded as it opens is
 * compared with what others wrote as well.
 */
export const openInTime = async (
  config: Config,
  clock: FollowedClock,
  open: () => Promise<Hub>,
): Promise<{ readonly hub: Hub; readonly time: { stop(): void } }> => {
  const database = await openDatabase(config);
  await clock.look(() => database.time()).finally(() => database.close());
  const hub = await open();
  return { hub, time: await followTime(hub, clock) };
};

/** The first look is over when it resolves. */
export const followTime = async (
  { database, log }: Pick<Hub, 'database' | 'log'>,
  clock: FollowedClock,
): Promise<{ stop(): void }> => {
  await clock.look(() => database.time());
  const timer = setInterval(() => {
    clock
      .look(() => database.time())
      .catch((error: unknown) => {
        log.warn(
          { err: error },
          'the time of the database is not known; the worker goes on by its own clock',
        );
      });
  }, EACH_MS);
  return { stop: () => clearInterval(timer) };
};
