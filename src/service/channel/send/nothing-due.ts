// Remembers for a moment that nothing was due but for what has no room. To find that out, the database passes over all that is due of
// those that have none, which may be thousands.
import type { Without } from '../../../store/delivery/channel-deliveries.ts';

/** What comes due by its time waits so long at most. */
const KNOWN_MS = 1_000;

export type NothingDue = {
  /** Null where it is known that nothing is due; else `note` is called where nothing was found. */
  ask(without: Without, now: Date): { note(): void } | null;
  /** Something new may be due: also what was asked before says nothing of it. */
  forget(): void;
};

export const openNothingDue = (): NothingDue => {
  let known: { readonly without: string; readonly atMs: number } | null = null;
  let forgotten = 0;
  return {
    ask: (without, now) => {
      const [asked, atMs, since] = [JSON.stringify(without), now.getTime(), forgotten];
      if (known?.without === asked && Math.abs(atMs - known.atMs) < KNOWN_MS) return null;
      const isAnyFull = without.shares.some(({ isFull, members }) => isFull || members.length > 0);
      return {
        note: () => {
          if (isAnyFull && since === forgotten) known = { without: asked, atMs };
        },
      };
    },
    forget: () => {
      known = null;
      forgotten += 1;
    },
  };
};
