// What this tab knows of the live stream: whether it is up, what has arrived that its lists do not show yet, and who wants
// to know. Lists change when the person says so; nothing moves under the pointer. Only what was recalled goes at once.
import { useSyncExternalStore } from 'react';
import { whenGone } from '../app/me.ts';
import { forgetUnseen, queries, readAgain } from '../app/queries.ts';
import type { Arrival } from './arrival.ts';
import { lead } from './leading.ts';
import { nameOfStream, shareStream } from './shared-stream.ts';
import { LESS_RIGHTS } from './stream.ts';
import { forgetWithdrawals, standing } from './withdrawal.ts';

export type LiveState = {
  /** When the hub was last heard; null before the first time. */
  readonly heardAt: number | null;
  readonly isUp: boolean;
  /** Newest first, at most ARRIVALS, since the tab was opened; without what was recalled or is not the reader's any more. */
  readonly arrivals: readonly Arrival[];
};

const ARRIVALS = 1_000;
const LATE_MS = 35_000;

const EMPTY: LiveState = { heardAt: null, isUp: false, arrivals: [] };
let state: LiveState = EMPTY;
const listeners = new Set<() => void>();
const set = (change: Partial<LiveState>): void => {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
};

let leave: (() => void) | null = null;
let current = '';

/** Begins to listen; a second call for the same changes nothing. */
export const goLive = (identity: string, exercise: string | null): void => {
  const name = nameOfStream(identity, exercise);
  if (name === current) return;
  stopLive();
  current = name;
  const stop = shareStream(name, exercise, {
    onArrival: (arrival) => set({ arrivals: standing([arrival, ...state.arrivals]).slice(0, ARRIVALS) }),
    onHeard: () => {
      const wasAway = !state.isUp;
      set({ heardAt: Date.now(), isUp: true });
      // The hub is back: whatever failed meanwhile can be read now.
      if (wasAway) readAgain();
    },
    onDown: () => {
      if (state.isUp) set({ isUp: false });
    },
    onLost: (code) => {
      if (code === LESS_RIGHTS) {
        // What of it is still theirs cannot be told; what is shown is read anew.
        set({ arrivals: [] });
        forgetUnseen();
      }
      void queries.invalidateQueries();
    },
    onLead: () => lead(true),
  });
  const watch = setInterval(() => {
    const isLate = state.heardAt === null || Date.now() - state.heardAt > LATE_MS;
    if (isLate && state.isUp) set({ isUp: false });
  }, 1_000);
  leave = () => {
    clearInterval(watch);
    stop();
  };
};

export const stopLive = (): void => {
  leave?.();
  leave = null;
  current = '';
  lead(false);
  forgetWithdrawals();
  set(EMPTY);
};

whenGone(stopLive);

export const useLive = (): LiveState =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
