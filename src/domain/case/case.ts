// A case: a member needs help with a warning, and somebody owes it an answer within a time.
import type { Urgency } from '../warning.ts';

export const CASE_STATES = ['OPEN', 'TAKEN', 'CLOSED'] as const;
export type CaseState = (typeof CASE_STATES)[number];

export type CaseNote = {
  /** Id of the member, and of the person; null for a key of no person. */
  readonly member: string;
  readonly person: string | null;
  readonly text: string;
  readonly at: Date;
};

export type Case = {
  readonly id: string;
  readonly warning: string;
  readonly version: number;
  /** Id of the delivery that was answered: by it its publisher knows who asks. */
  readonly delivery: string;
  /** Id of the member that asks. */
  readonly member: string;
  /** Id of the publisher of the warning. */
  readonly publisher: string;
  /** Id of the member whose persons help: the publisher, or a sharing centre that took it over. */
  readonly owner: string;
  readonly state: CaseState;
  readonly openedAt: Date;
  /** Until when somebody should have taken it. */
  readonly dueAt: Date;
  readonly takenAt: Date | null;
  /** Id of the person of the owner. */
  readonly takenBy: string | null;
  readonly closedAt: Date | null;
  /** Oldest first, the newest fifty. */
  readonly notes: readonly CaseNote[];
  readonly exercise: string | null;
};

export const MOST_CASE_NOTES = 50;

const HOUR_MS = 3_600_000;
const HOURS: Readonly<Record<Urgency, number>> = {
  IMMEDIATE: 1,
  EXPECTED: 4,
  FUTURE: 24,
  PAST: 24,
  UNKNOWN: 24,
};

/** When somebody should have taken it, by the effective urgency of the warning. */
export const caseDue = (openedAt: Date, urgency: Urgency): Date =>
  new Date(openedAt.getTime() + HOURS[urgency] * HOUR_MS);
