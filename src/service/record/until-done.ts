// Work that several workers may do at once, and that only one of them must do.
import { setTimeout as pause } from 'node:timers/promises';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';

const ATTEMPTS = 20;
const PAUSE_MS = 50;

/**
 * Runs `act` in one transaction until it is done, here or elsewhere. `act` returns without writing when it finds that
 * another worker has done it. When both write at once, one meets a key of the other that is not acknowledged by a majority
 * yet: a failover may take that back, so only reading it in a later transaction of its own shows that it is done.
 */
export const untilDone = async (
  { database }: Pick<Hub, 'database'>,
  act: (session: Session) => Promise<void>,
): Promise<void> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const done = await database.transactionUnlessTaken(async (session) => {
      await act(session);
      return true;
    });
    if (done !== null) return;
    await pause(PAUSE_MS);
  }
  throw new Error('Another worker holds the key of this work and never finishes it.');
};
