// This process answers readers: it follows the directory, and confirms a change once its streams have the rights of now and
// no act is under way with those of before.

import { hasSameRights } from '../../domain/access/same-rights.ts';
import type { Actor } from '../../domain/member.ts';
import { type ActUnderWay, actUnderWay } from '../access/confirm-everywhere.ts';
import type { BrokerDeps } from './live-row.ts';
import { asOfNow } from './match.ts';
import type { Readers } from './readers.ts';

export type Serving = {
  /**
   * Runs an act; null, and nothing was done, when the actor's rights are not those that it came with. `rightsOfNow` for one that
   * came in by no key, session or registration.
   */
  acting<Value>(
    actor: Actor,
    act: () => Promise<Value>,
    rightsOfNow?: () => Promise<Actor | null>,
  ): Promise<{ readonly value: Value } | null>;
  stop(): Promise<void>;
};

type Running = { readonly state: ActUnderWay; readonly over: Promise<unknown> };

export const startServing = async (hub: BrokerDeps, readers: Pick<Readers, 'renew'>): Promise<Serving> => {
  const running = new Set<Running>();
  const settle = async (): Promise<void> => {
    await readers.renew();
    await Promise.all(
      [...running].map(async (each) => {
        if (each.state.settling === 0 && !(await each.state.hasSameRights()))
          await Promise.race([each.over, settling(each)]);
      }),
    );
  };
  const serving = await hub.directory.serve(hub.entropy.uuid(), settle);
  return {
    acting: async (actor, act, rightsOfNow = () => asOfNow(hub, actor)) => {
      const isSame = async (): Promise<boolean> => {
        const now = await rightsOfNow();
        return now !== null && hasSameRights(now, actor);
      };
      if (!(await isSame())) return null;
      const state: ActUnderWay = { settling: 0, hasSettled: false, hasSameRights: isSame };
      const result = actUnderWay.run(state, act);
      const each: Running = { state, over: result.catch(() => undefined) };
      running.add(each);
      try {
        return { value: await result };
      } finally {
        running.delete(each);
      }
    },
    stop: serving.stop,
  };
};

const LOOK_EACH_MS = 10;

/** An act that waits for others has written what it wrote by these rights (graphql/act.ts asks again before it goes on). */
const settling = async ({ state, over }: Running): Promise<void> => {
  let isOver = false;
  void over.then(() => {
    isOver = true;
  });
  while (!isOver && state.settling === 0) await new Promise((resolve) => setTimeout(resolve, LOOK_EACH_MS));
};
