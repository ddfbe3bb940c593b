// A clock that goes by another one, such as the database's: what several processes compare with each other is then one time, however
// wrong the clock of each machine is. Between two looks it runs by the machine's own.
import type { Clock } from './clock.ts';

export type FollowedClock = Clock & {
  /** Looks how late it is there. A look that took longer than half a second counts only where none was shorter before. */
  look(time: () => Promise<Date>): Promise<void>;
};

const LONG_MS = 500;

export const openFollowedClock = (own: Clock): FollowedClock => {
  let aheadMs = 0;
  let isKnown = false;
  return {
    now: () => new Date(own.now().getTime() + aheadMs),
    look: async (time) => {
      const [asked, begunMs] = [performance.now(), own.now().getTime()];
      const there = (await time()).getTime();
      const tookMs = performance.now() - asked;
      if (tookMs > LONG_MS && isKnown) return;
      aheadMs = there - (begunMs + tookMs / 2);
      isKnown = true;
    },
  };
};
