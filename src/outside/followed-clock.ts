// A clock that goes by another one, such as the database's: what several processes compare with each other is then one time, however
// wrong the clock of each machine is. Between two looks it runs by the machine's own. After the first look it never goes back: where it
// was ahead it stands until the other one has come up with it, so that within a turn nothing happens before what caused it.
import type { Clock } from './clock.ts';

export type FollowedClock = Clock & {
  /** Looks how late it is there. A look that took longer than half a second counts only where none was shorter before. */
  look(time: () => Promise<Date>): Promise<void>;
};

const LONG_MS = 500;
/** What is further ahead than this was set wrong meanwhile, and is set back: standing for so long would do more harm. */
const STANDS_MS = 60_000;

export const openFollowedClock = (own: Clock): FollowedClock => {
  let aheadMs = 0;
  let isKnown = false;
  let latestMs = Number.NEGATIVE_INFINITY;
  return {
    now: () => {
      latestMs = Math.max(latestMs, own.now().getTime() + aheadMs);
      return new Date(latestMs);
    },
    look: async (time) => {
      const [asked, begunMs] = [performance.now(), own.now().getTime()];
      const there = (await time()).getTime();
      const tookMs = performance.now() - asked;
      if (tookMs > LONG_MS && isKnown) return;
      aheadMs = there - (begunMs + tookMs / 2);
      // What it said before it had looked at all says nothing.
      if (!isKnown || latestMs - there > STANDS_MS) latestMs = Number.NEGATIVE_INFINITY;
      isKnown = true;
    },
  };
};
