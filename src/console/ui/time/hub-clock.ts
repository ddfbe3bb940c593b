// What time it is at the hub. Whether something is overdue is the hub's to say, and the clock of a browser may be minutes away: each
// answer says when it was sent, to the second.

let offsetMs = 0;
const listeners = new Set<() => void>();

/** A header is cut to the second: so far apart two answers may be that say the same. */
const CUT_MS = 1_000;
/** What is farther away is no clock: a proxy or a cache wrote it. */
const MOST_APART_MS = 366 * 24 * 3_600_000;
/** What took longer says too little. */
const MOST_UNDER_WAY_MS = 10_000;

/** Of an answer: its `Date`, and when this browser asked for it and had it, in milliseconds by its own clock. */
export const hearDate = (date: string | null, askedAt: number, hadAt = Date.now()): void => {
  const said = date === null ? Number.NaN : Date.parse(date);
  const underWay = hadAt - askedAt;
  if (Number.isNaN(said) || underWay < 0 || underWay > MOST_UNDER_WAY_MS) return;
  const found = said + CUT_MS / 2 - (askedAt + hadAt) / 2;
  if (Math.abs(found) > MOST_APART_MS) return;
  // As near as it can be known: a clock that moves back and forth helps nobody.
  if (Math.abs(found - offsetMs) <= CUT_MS + underWay) return;
  offsetMs = found;
  for (const listener of listeners) listener();
};

export const hubNow = (): number => Date.now() + offsetMs;

/** How far the browser's clock is ahead of the hub's, in milliseconds; negative where it is behind. */
export const aheadMs = (): number => 0 - offsetMs;

export const whenClockMoves = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
