// Work that no job of the queue does: one of many that a worker goes through by itself, such as the digest of one subscription.
// One that fails stops none of the others: it is tried again apart from them, at last given up, and listed with the jobs.
import { createHash } from 'node:crypto';
import type { Event } from './entry.ts';

/** What may fail by itself, by the name that `tocsin job` shows, with the event that it follows from. */
export const TRIALS = {
  /** Deliveries to endpoints, of a chunk of recipients of a version; about the entry. */
  'dispatch-version': 'warning.targeted',
  /** What follows from the end of a delivery to an endpoint; about the delivery. */
  'follow-delivery': 'delivery.failed',
  /** About the subscription. */
  'make-digest': 'warning.targeted',
  /** About the delivery that is not answered. */
  'remind-member': 'delivery.sent',
  /** That a case waits for whoever helps; about the case. */
  'tell-of-case': 'case.opened',
  /** That nothing reaches a member; about the member. */
  'tell-of-silence': 'member.silent',
  /** What was addressed to a member while it was away; about the member. */
  'decide-anew': 'member.reinstated',
  /** That a warning is not valid any more; about its version. */
  'end-warning': 'warning.expired',
  /** About the proposal. */
  'expire-proposal': 'approval.expired',
  /** That somebody did nothing for long; about the person. */
  'retire-person': 'person.dormant',
  /** That an application is brought on by a policy that asks for less; about the application. */
  'advance-applicant': 'member.advanced',
  /** About the application. */
  'admit-applicant': 'member.advanced',
  /** That a probation ends, or an attestation falls due; about the member. */
  'age-member': 'member.advanced',
  /** What is beyond its time; about the class, or the warning, person or application of it. */
  'apply-retention': 'retention.applied',
} as const satisfies Record<string, Event>;
export type TrialName = keyof typeof TRIALS;
export const TRIAL_NAMES = Object.keys(TRIALS) as readonly TrialName[];

/** Failures after which it is given up. */
export const MOST_TRIALS = 5;

const SECOND_MS = 1_000;
const WAITS_MS: readonly number[] = [10, 60, 5 * 60, 30 * 60].map((seconds) => seconds * SECOND_MS);

/** When it is tried again after so many failures; null: given up. */
export const triedAgainAt = (failures: number, now: Date): Date | null => {
  const wait = failures >= MOST_TRIALS ? undefined : WAITS_MS[failures - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait);
};

/** The same for the same work, in the form of the ids of entries. */
export const trialId = (name: TrialName, about: string): string =>
  createHash('sha256').update(`${name} ${about}`).digest('hex').slice(0, 24);
