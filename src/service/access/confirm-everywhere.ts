// After a change of rights: resolves when every hub answers by it, or may not answer any more because its lease has lapsed.
// Its streams have ended, and what it did with the rights of before is done (I8). Call it after the transaction and before
// the act is answered.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Hub } from '../../hub.ts';

/** An act under way in this process. */
export type ActUnderWay = {
  /** How many changes of its own it waits for; meanwhile nobody waits for it. */
  settling: number;
  /** Whether it ever did: others' changes have taken effect since, and what it goes on with needs the rights of now. */
  hasSettled: boolean;
  /** Whether it still has the rights that it came with. */
  readonly hasSameRights: () => Promise<boolean>;
};

export const actUnderWay = new AsyncLocalStorage<ActUnderWay>();

export const confirmEverywhere = async ({ directory }: Pick<Hub, 'directory'>): Promise<void> => {
  const act = actUnderWay.getStore();
  if (act !== undefined) act.settling += 1;
  try {
    directory.forget();
    const { version } = await directory.current();
    await directory.confirmed(version);
  } finally {
    if (act !== undefined) {
      act.settling -= 1;
      act.hasSettled = true;
    }
  }
};

/** Whether the act under way may go on to its next part. From here on a change of rights waits for it again. */
export const mayGoOn = async (): Promise<boolean> => {
  const act = actUnderWay.getStore();
  return act?.hasSettled !== true || act.hasSameRights();
};
