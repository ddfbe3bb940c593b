// When a delivery that failed is tried again, and when an endpoint that keeps failing is left to rest.

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The wait after the first, second … failed attempt; after the last one the delivery is dead. */
export const RETRY_TABLE_MS: readonly number[] = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  24 * HOUR,
];

const JITTER = 0.2;
/** What a receiver may ask for. */
export const LONGEST_WAIT_MS = 24 * HOUR;

/** `failed` attempts so far, from 1; `random` from 0 to 1 spreads the wait by a fifth to each side. Null: given up. */
export const retryDelayMs = (failed: number, random: number): number | null => {
  const wait = RETRY_TABLE_MS[failed - 1];
  return wait === undefined ? null : Math.round(wait * (1 - JITTER + 2 * JITTER * random));
};

/** Failures in a row after which the breaker opens. */
export const BREAKER_FAILURES = 5;
const FIRST_REST_MS = 30 * SECOND;
const LONGEST_REST_MS = HOUR;

/** How long an endpoint rests after this many failures in a row; after each rest one delivery is the probe. */
export const restMs = (failures: number): number =>
  failures < BREAKER_FAILURES
    ? 0
    : Math.min(FIRST_REST_MS * 2 ** Math.min(failures - BREAKER_FAILURES, 20), LONGEST_REST_MS);

/** What is urgent probes more often. */
const URGENT_REST_MS = MINUTE;

type Resting = {
  readonly failures: number;
  readonly restsUntil: Date | null;
  readonly asksUntil?: Date | null;
};

/** Until when an endpoint rests; null where it does not. What its receiver asked for holds for what is urgent too. */
export const restFor = (
  { failures, restsUntil, asksUntil }: Resting,
  { isUrgent, now }: { readonly isUrgent: boolean; readonly now: Date },
): Date | null => {
  if (restsUntil === null) return null;
  const rest = restMs(failures);
  const short = restsUntil.getTime() - rest + Math.min(rest, URGENT_REST_MS);
  const until = isUrgent ? new Date(Math.max(short, asksUntil?.getTime() ?? 0)) : restsUntil;
  return until > now ? until : null;
};

/** While the hub's own mail server is away; an urgent mail, and any other. */
const AWAY_MS = { urgent: 30 * SECOND, other: 2 * MINUTE } as const;

/** An attempt that never left this side: it is made again soon, and none of those of the table. */
export const awayDelayMs = (isUrgent: boolean, random: number): number =>
  Math.round((isUrgent ? AWAY_MS.urgent : AWAY_MS.other) * (1 - JITTER + 2 * JITTER * random));

/** An endpoint that has taken nothing for this long is disabled, if it failed on so many days of it. */
export const GIVEN_UP_DAYS = 4;
export const GIVEN_UP_AFTER_MS = 5 * 24 * HOUR;

/** Milliseconds that `Retry-After` asks for (RFC 9110 §10.2.3), at most a day; null where it says nothing. */
export const retryAfterMs = (header: string | null, nowMs: number): number | null => {
  if (header === null) return null;
  const text = header.trim();
  // A date begins with its day of the week, or the built-in reader takes half a number for a year.
  const at = /^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(text) ? Date.parse(text) : Number.NaN;
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * SECOND : at - nowMs;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), LONGEST_WAIT_MS);
};
