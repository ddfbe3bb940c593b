// How long to wait before another attempt to connect. Half of it is chance, so that all who lost the same server do not come
// back at the same moment.

/** Between half of `ms` and all of it. */
export const withJitter = (ms: number, chance: () => number = Math.random): number =>
  Math.round(ms / 2 + (ms / 2) * chance());

const FIRST_MS = 100;

/** Milliseconds before attempt `times`, counted from 1: it doubles up to `longestMs`, with jitter. */
export const reconnectDelay = (
  times: number,
  longestMs: number,
  chance: () => number = Math.random,
): number => withJitter(Math.min(longestMs, FIRST_MS * 2 ** Math.min(16, Math.max(0, times - 1))), chance);
