// A subscription: what somebody wants to be told of, at one endpoint, and when. Persons have their own; a member has those of
// its endpoints. It never widens what one may read: what it finds is decided like every other way out.
import type { Certainty, ItemKind, Severity, Urgency } from '../warning.ts';

/** AT_ONCE: each by itself. DAILY and WEEKLY: gathered, once a period at a local hour. */
export const CADENCES = ['AT_ONCE', 'DAILY', 'WEEKLY'] as const;
export type Cadence = (typeof CADENCES)[number];

/**
 * UNSUBSCRIBED: by the link in a message; what is addressed to the member and severe still comes. ENDED: by somebody who
 * may, and for good.
 */
export const SUBSCRIPTION_STATES = ['ACTIVE', 'UNSUBSCRIBED', 'ENDED'] as const;
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

/** A product by what its maker calls it; every part that is given must hold. `cpe` is a CPE 2.3 name with `*` for any. */
export type ProductFilter = {
  readonly vendor?: string;
  readonly product?: string;
  readonly cpe?: string;
};

/** Values within one field are alternatives; every field that is given must hold. `{}` is everything one may read. */
export type SubscriptionFilter = {
  /**
   * Ids of the hub's sectors; a parent includes its parts, and a part what concerns the whole. What names no sector fits where it is
   * addressed to the member itself.
   */
  readonly sectors?: readonly string[];
  readonly kinds?: readonly ItemKind[];
  readonly severities?: readonly Severity[];
  /** Effective ones, as `certainties`: raised by what is publicly known. */
  readonly urgencies?: readonly Urgency[];
  readonly certainties?: readonly Certainty[];
  readonly countries?: readonly string[];
  /** Slugs of communities of the member through which it was addressed. */
  readonly communities?: readonly string[];
  /** Ids of members. */
  readonly publishers?: readonly string[];
  readonly products?: readonly ProductFilter[];
  /** As people wrote them: each must be the beginning of a word of the item. */
  readonly text?: string;
  readonly isDirectOnly?: boolean;
  /** Id of an exercise, for its traffic alone; real traffic when absent (I10). */
  readonly exercise?: string;
};

/** Local times of day as `HH:MM`; from the later to the earlier one is over midnight. */
export type QuietHours = { readonly from: string; readonly until: string };

/** When what waits is sent. */
export type Schedule = {
  readonly cadence: Cadence;
  /** Local, 0–23. */
  readonly hour: number;
  /** ISO 8601: 1 is Monday. Of WEEKLY alone. */
  readonly weekday: number;
  /** IANA. */
  readonly timeZone: string;
  /** Single messages within one hour by the clock; what is above it is gathered until the next. */
  readonly mostPerHour: number;
  readonly quietHours: QuietHours | null;
};

export type Subscription = Schedule & {
  readonly id: string;
  readonly member: string;
  /** Id of the person whose it is; null for one of the member. */
  readonly person: string | null;
  /** Id of the endpoint where it is told. */
  readonly endpoint: string;
  readonly name: string;
  readonly filter: SubscriptionFilter;
  readonly state: SubscriptionState;
  /** Set while it is paused; without an end it lasts until somebody resumes it. */
  readonly pausedSince: Date | null;
  readonly pausedUntil: Date | null;
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
};

export const SUBSCRIPTION_LIMITS = {
  name: 80,
  text: 256,
  values: 60,
  products: 50,
  part: 200,
  mostPerHour: 60,
  /** Of one person, or of a member's own. */
  each: 20,
} as const;

export const DEFAULT_SCHEDULE: Schedule = {
  cadence: 'DAILY',
  hour: 8,
  weekday: 1,
  timeZone: 'UTC',
  mostPerHour: 10,
  quietHours: null,
};

export const isPaused = (
  { pausedSince, pausedUntil }: Pick<Subscription, 'pausedSince' | 'pausedUntil'>,
  now: Date,
): boolean => pausedSince !== null && pausedSince <= now && (pausedUntil === null || now < pausedUntil);

export const isExpired = ({ expiresAt }: Pick<Subscription, 'expiresAt'>, now: Date): boolean =>
  expiresAt !== null && expiresAt <= now;

/** How it stands, for people. */
export type ShownState = SubscriptionState | 'PAUSED' | 'EXPIRED';

export const shownState = (subscription: Subscription, now: Date): ShownState => {
  if (subscription.state !== 'ACTIVE') return subscription.state;
  if (isExpired(subscription, now)) return 'EXPIRED';
  return isPaused(subscription, now) ? 'PAUSED' : 'ACTIVE';
};
