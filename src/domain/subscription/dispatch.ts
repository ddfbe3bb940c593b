// What happens with one version at one endpoint for one subscription: told now, gathered, or not told. Pure: the same facts
// always give the same answer. Nothing here lets anybody read more; who may read is decided before, and again when it is sent.
import type { EffectiveTlp } from '../marking.ts';
import type { Severity, Urgency } from '../warning.ts';
import { hourOf, isQuiet, lastPeriod, nextHourThat, nextPeriod } from './local-time.ts';
import { isExpired, isPaused, type Subscription } from './subscription.ts';

export type Dispatch = 'NOW' | 'DIGEST' | 'NOT';

/**
 * GATHERED: waits for its period, or for the end of a pause. HELD: by quiet hours or above the limit of an hour; it waits for
 * the next hour in which it may be told.
 */
export const DISPATCH_CAUSES = {
  /** A correction or recall of what was told here before. */
  CORRECTS: 'NOW',
  /** TLP:RED names this person. */
  NAMED: 'NOW',
  /** Addressed to the member, and severe: nothing but an end stops it. */
  ADDRESSED_AND_SEVERE: 'NOW',
  /** Severe, and immediate. */
  SEVERE_AND_IMMEDIATE: 'NOW',
  /** An answer is due before the next digest would come. */
  ANSWER_DUE: 'NOW',
  AT_ONCE: 'NOW',
  GATHERED: 'DIGEST',
  PAUSED: 'DIGEST',
  QUIET_HOURS: 'DIGEST',
  LIMIT_OF_HOUR: 'DIGEST',
  NOT_ASKED_FOR: 'NOT',
  NOTHING_TO_CORRECT: 'NOT',
  NOT_NAMED: 'NOT',
  UNSUBSCRIBED: 'NOT',
  EXPIRED: 'NOT',
  ENDED: 'NOT',
} as const satisfies Record<string, Dispatch>;
export type DispatchCause = keyof typeof DISPATCH_CAUSES;

/** Waits for an hour and not for a period. */
export const isHeld = (cause: DispatchCause): boolean => cause === 'QUIET_HOURS' || cause === 'LIMIT_OF_HOUR';

export type DispatchFacts = {
  readonly severity: Severity;
  /** The effective one. */
  readonly urgency: Urgency;
  readonly tlp: EffectiveTlp;
  /** Whether it is a cancellation or recall, which tells something only to those who were told before. */
  readonly isWithdrawal: boolean;
  readonly isDirect: boolean;
  /** Whether TLP:RED names the person of the subscription; of no meaning for other markings. */
  readonly isNamed: boolean;
  readonly fits: boolean;
  /** Whether a former version was told at this endpoint. */
  readonly wasTold: boolean;
  /** By when an answer is asked for. */
  readonly answerDue: Date | null;
  /** Single messages at this endpoint in this hour by the clock. */
  readonly toldThisHour: number;
  readonly now: Date;
};

export const isSevere = (severity: Severity): boolean => severity === 'SEVERE' || severity === 'EXTREME';

export const dispatchOf = (subscription: Subscription, facts: DispatchFacts): DispatchCause =>
  beforeSchedule(subscription, facts) ?? bySchedule(subscription, facts);

export const dispatchFor = (cause: DispatchCause): Dispatch => DISPATCH_CAUSES[cause];

/** What holds whatever the schedule says; null where the schedule decides. */
const beforeSchedule = (subscription: Subscription, facts: DispatchFacts): DispatchCause | null => {
  if (facts.wasTold) return 'CORRECTS';
  if (facts.isWithdrawal) return 'NOTHING_TO_CORRECT';
  if (subscription.state === 'ENDED') return 'ENDED';
  if (isExpired(subscription, facts.now)) return 'EXPIRED';
  if (!facts.fits) return 'NOT_ASKED_FOR';
  if (facts.tlp === 'RED') return facts.isNamed ? 'NAMED' : 'NOT_NAMED';
  if (facts.isDirect && isSevere(facts.severity) && isUrgentFor(subscription, facts))
    return 'ADDRESSED_AND_SEVERE';
  return subscription.state === 'UNSUBSCRIBED' ? 'UNSUBSCRIBED' : null;
};

/** What is not immediate may wait for a digest that comes; for one that unsubscribed or paused none does. */
const isUrgentFor = (subscription: Subscription, { urgency, now }: DispatchFacts): boolean =>
  urgency === 'IMMEDIATE' ||
  subscription.state === 'UNSUBSCRIBED' ||
  subscription.cadence === 'AT_ONCE' ||
  isPaused(subscription, now);

const bySchedule = (subscription: Subscription, facts: DispatchFacts): DispatchCause => {
  const { now, severity, urgency } = facts;
  if (isPaused(subscription, now)) return 'PAUSED';
  const isAtOnce = isSevere(severity) && urgency === 'IMMEDIATE';
  const cause = isAtOnce ? 'SEVERE_AND_IMMEDIATE' : causeOf(subscription, facts);
  if (cause === 'GATHERED') return cause;
  const { quietHours, timeZone } = subscription;
  if (!isSevere(severity) && isQuiet(quietHours, timeZone, now) && cause !== 'ANSWER_DUE')
    return 'QUIET_HOURS';
  return facts.toldThisHour >= subscription.mostPerHour ? 'LIMIT_OF_HOUR' : cause;
};

const causeOf = (
  subscription: Subscription,
  { answerDue, now }: DispatchFacts,
): 'AT_ONCE' | 'ANSWER_DUE' | 'GATHERED' => {
  if (subscription.cadence === 'AT_ONCE') return 'AT_ONCE';
  return answerDue !== null && answerDue <= nextPeriod(subscription, now).at ? 'ANSWER_DUE' : 'GATHERED';
};

/**
 * At an endpoint without a subscription in force: an endpoint of a member that never had one is told everything, every other
 * one what it was told before, what is severe and addressed to its member, and what names its person.
 */
export const dispatchWithout = (
  { isMembers, hadAny }: { readonly isMembers: boolean; readonly hadAny: boolean },
  facts: DispatchFacts,
): DispatchCause => {
  if (facts.wasTold) return 'CORRECTS';
  if (facts.isWithdrawal) return 'NOTHING_TO_CORRECT';
  if (facts.tlp === 'RED') return facts.isNamed ? 'NAMED' : 'NOT_NAMED';
  if (isMembers && !hadAny) return 'AT_ONCE';
  return facts.isDirect && isSevere(facts.severity) ? 'ADDRESSED_AND_SEVERE' : 'ENDED';
};

/**
 * When this cause tells, as far as the clock says it: milliseconds since 1970. What is paused without an end comes after everything
 * else, and what is not told after that.
 */
export const toldAt = (
  subscription: Subscription,
  cause: DispatchCause,
  { severity, now }: Pick<DispatchFacts, 'severity' | 'now'>,
): number => {
  const { quietHours, timeZone, pausedUntil } = subscription;
  if (dispatchFor(cause) === 'NOT') return Number.POSITIVE_INFINITY;
  if (dispatchFor(cause) === 'NOW') return now.getTime();
  const mayTell = (at: Date): boolean => isSevere(severity) || !isQuiet(quietHours, timeZone, at);
  if (isHeld(cause)) return nextHourThat(now, mayTell).getTime();
  if (cause === 'PAUSED' && pausedUntil === null) return Number.MAX_SAFE_INTEGER;
  const from = cause === 'PAUSED' ? (pausedUntil ?? now) : now;
  const isAtOnce = subscription.cadence === 'AT_ONCE';
  // As a pause ends what came before the period that runs then is due.
  const isDue = isAtOnce ? mayTell(from) && hourOf(from).at > now : lastPeriod(subscription, from).at > now;
  if (isDue) return from.getTime();
  return isAtOnce ? nextHourThat(from, mayTell).getTime() : nextPeriod(subscription, from).at.getTime();
};

/** Of several subscriptions at one endpoint the one that tells soonest, so that nobody is told twice and no pause of one stops another. */
export const soonest = <Each extends { readonly toldAt: number }>(found: readonly Each[]): Each | null =>
  found.reduce<Each | null>((best, each) => (best === null || each.toldAt < best.toldAt ? each : best), null);
