// After a change of rights: resolves when every hub answers by it, or may not answer any more because its lease has lapsed.
// Its streams have ended, and what it did with the rights of before is done (I8). Call it after the transaction and before
// the act is answered.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Hub } from '../../hub.ts';

/** An act under way in this process; one that settles its own change is not waited for. */
export type ActUnderWay = { isSettling: boolean };

export const actUnderWay = new AsyncLocalStorage<ActUnderWay>();

export const confirmEverywhere = async ({ directory }: Pick<Hub, 'directory'>): Promise<void> => {
  const act = actUnderWay.getStore();
  if (act !== undefined) act.isSettling = true;
  directory.forget();
  const { version } = await directory.current();
  await directory.confirmed(version);
};
