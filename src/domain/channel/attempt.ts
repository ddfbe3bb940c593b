// What came of one attempt, and what follows for the delivery and its endpoint. Pure: the clock and chance come from outside.
import type { ProblemCode } from '../problem-codes/catalogue.ts';
import type { DisabledCause, Endpoint } from './endpoint.ts';
import { BREAKER_FAILURES, GIVEN_UP_AFTER_MS, restMs, retryDelayMs } from './retry.ts';

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
};

export type Follows = {
  readonly state: 'SENT' | 'RETRYING' | 'DEAD';
  readonly nextAt: Date | null;
  readonly cause: ProblemCode | null;
};

type Counted = { readonly attempts: number; readonly attemptsBefore: number };
type When = { readonly now: Date; readonly random: number };

/** What follows for the delivery; `attempts` are those before this one. */
export const followsFor = (
  { attempts, attemptsBefore }: Counted,
  { cause, isFinal, waitMs }: Attempt,
  { now, random }: When,
): Follows => {
  if (cause === null) return { state: 'SENT', nextAt: null, cause: null };
  const delay = isFinal ? null : retryDelayMs(attempts - attemptsBefore + 1, random);
  if (delay === null) return { state: 'DEAD', nextAt: null, cause };
  return { state: 'RETRYING', nextAt: new Date(now.getTime() + Math.max(delay, waitMs ?? 0)), cause };
};

export type Health = Pick<Endpoint, 'failures' | 'failingSince' | 'restsUntil'>;

/** What follows for the endpoint. */
export const healthAfter = (before: Health, { cause, waitMs, isOurs }: Attempt, now: Date): Health => {
  const { failingSince, restsUntil } = before;
  if (isOurs === true) return { failures: before.failures, failingSince, restsUntil };
  if (cause === null) return { failures: 0, failingSince: null, restsUntil: null };
  const failures = before.failures + 1;
  const rest = Math.max(restMs(failures), waitMs ?? 0);
  return {
    failures,
    failingSince: before.failingSince ?? now,
    restsUntil: rest === 0 ? before.restsUntil : new Date(now.getTime() + rest),
  };
};

/** Whether the endpoint has failed for so long that it is disabled. */
export const isGivenUp = ({ failingSince, failures }: Health, now: Date): boolean =>
  failures >= BREAKER_FAILURES &&
  failingSince !== null &&
  now.getTime() - failingSince.getTime() >= GIVEN_UP_AFTER_MS;
