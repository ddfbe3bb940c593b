// What needs this member: what it has not answered, the most pressing first.
import type { RowFragment, Severity, Urgency } from '../../operations/graphql.generated.ts';

const SEVERITY: Record<Severity, number> = { EXTREME: 4, SEVERE: 3, MODERATE: 2, MINOR: 1, UNKNOWN: 0 };
const URGENCY: Record<Urgency, number> = { IMMEDIATE: 3, EXPECTED: 2, FUTURE: 1, UNKNOWN: 1, PAST: 0 };

export const isUnanswered = ({ kind, state, whyMe, myDelivery }: RowFragment): boolean =>
  kind === 'WARNING' &&
  state === 'ACTIVE' &&
  whyMe.kind !== 'OWN' &&
  myDelivery !== null &&
  myDelivery.state !== 'ACKNOWLEDGED';

/** By when the next thing has to be done: the earliest of its actions, or the end of the warning. Null when none is set. */
export const dueOf = ({ actions, validUntil }: Pick<RowFragment, 'actions' | 'validUntil'>): Date | null => {
  const times = actions.flatMap(({ by }) => (by === null ? [] : [Date.parse(by)]));
  if (times.length > 0) return new Date(Math.min(...times));
  return validUntil === null ? null : new Date(validUntil);
};

const pressure = (item: RowFragment): number => URGENCY[item.effectiveUrgency] * 10 + SEVERITY[item.severity];

export const needs = (rows: readonly RowFragment[]): RowFragment[] =>
  rows
    .filter(isUnanswered)
    .sort(
      (one, other) =>
        pressure(other) - pressure(one) ||
        (dueOf(one)?.getTime() ?? Number.POSITIVE_INFINITY) -
          (dueOf(other)?.getTime() ?? Number.POSITIVE_INFINITY),
    );
