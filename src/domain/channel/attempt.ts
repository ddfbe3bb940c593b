// What came of one attempt, and what follows for the delivery and its endpoint. Pure: the clock and chance come from outside.
import type { ProblemCode } from '../problem-codes/catalogue.ts';
import type { DisabledCause, Endpoint } from './endpoint.ts';
import {
  awayDelayMs,
  BREAKER_FAILURES,
  GIVEN_UP_AFTER_MS,
  GIVEN_UP_DAYS,
  restMs,
  retryDelayMs,
} from './retry.ts';

/** Null as cause: the endpoint took it. */
export type Attempt = {
  readonly cause: ProblemCode | null;
  readonly status: number | null;
  readonly tookMs: number;
  /** What was sent and answered, for the log; each at most 16 kB. */
  readonly request: string;
  readonly answer: string;
  /** How long the receiver asked to wait; null where it did not. */
  readonly waitMs: number | null;
  /** No further attempt can help. */
  readonly isFinal: boolean;
  /** The endpoint is disabled for it. */
  readonly disables: DisabledCause | null;
  /** The fault was on this side, and says nothing of the endpoint. */
  readonly isOurs?: boolean;
  /** Nothing says that it did not arrive. */
  readonly mayHaveArrived?: boolean;
};

export type Follows = {
  readonly state: 'SENT' | 'RETRYING' | 'DEAD';
  readonly nextAt: Date | null;
  readonly cause: ProblemCode | null;
  /** Set where the attempt takes no place of the table of retries. */
  readonly isFree?: true;
};

type Counted = {
  readonly attempts: number;
  readonly attemptsBefore: number;
  readonly at: Date;
  readonly isUrgent: boolean;
};
type When = { readonly now: Date; readonly random: number };

/** Whether the hub's own mail server was away, so that nothing was sent. */
export const isServerAway = ({ cause }: Pick<Attempt, 'cause'>): boolean => cause === 'MAIL_SERVER_AWAY';

/** What follows for the delivery; `attempts` are those before this one. */
export const followsFor = (
  { attempts, attemptsBefore, at, isUrgent }: Counted,
  attempt: Attempt,
  { now, random }: When,
): Follows => {
  const { cause, isFinal, waitMs } = attempt;
  if (cause === null) return { state: 'SENT', nextAt: null, cause: null };
  const after = (ms: number): Date => new Date(now.getTime() + ms);
  if (isServerAway(attempt) && now.getTime() - at.getTime() < GIVEN_UP_AFTER_MS)
    return { state: 'RETRYING', nextAt: after(awayDelayMs(isUrgent, random)), cause, isFree: true };
  const delay = isFinal ? null : retryDelayMs(attempts - attemptsBefore + 1, random);
  if (delay === null) return { state: 'DEAD', nextAt: null, cause };
  return { state: 'RETRYING', nextAt: after(Math.max(delay, waitMs ?? 0)), cause };
};

export type Health = Pick<
  Endpoint,
  'failures' | 'failingSince' | 'restsUntil' | 'asksUntil' | 'failedAt' | 'failingDays'
>;

const WELL: Required<Health> = {
  failures: 0,
  failingSince: null,
  restsUntil: null,
  asksUntil: null,
  failedAt: null,
  failingDays: 0,
};

const dayOf = (at: Date): string => at.toISOString().slice(0, 'YYYY-MM-DD'.length);

const latest = (one: Date | null, other: Date | null): Date | null =>
  one === null || (other !== null && other > one) ? other : one;

/** What follows for the endpoint. */
export const healthAfter = (before: Health, { cause, waitMs, isOurs }: Attempt, now: Date): Health => {
  const { failingSince, restsUntil, asksUntil = null, failedAt = null, failingDays = 0 } = before;
  if (isOurs === true)
    return { failures: before.failures, failingSince, restsUntil, asksUntil, failedAt, failingDays };
  if (cause === null) return WELL;
  const failures = before.failures + 1;
  const after = (ms: number): Date => new Date(now.getTime() + ms);
  // Attempts overlap: one that asks for nothing takes back nothing of what another was asked for.
  const asks = waitMs === null ? asksUntil : latest(asksUntil, after(waitMs));
  const rest = restMs(failures);
  const isSameDay = failedAt !== null && dayOf(failedAt) === dayOf(now);
  return {
    failures,
    failingSince: failingSince ?? now,
    restsUntil: latest(rest === 0 ? restsUntil : after(rest), asks),
    asksUntil: asks,
    failedAt: now,
    failingDays: failingDays + (isSameDay ? 0 : 1),
  };
};

/**
 * Whether the endpoint has failed for so long that it is disabled. Some failures, days without anything to send, and one more are no
 * such time.
 */
export const isGivenUp = ({ failingSince, failures, failingDays = 0 }: Health, now: Date): boolean =>
  failures >= BREAKER_FAILURES &&
  failingDays >= GIVEN_UP_DAYS &&
  failingSince !== null &&
  now.getTime() - failingSince.getTime() >= GIVEN_UP_AFTER_MS;
