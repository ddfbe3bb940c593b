// What needs this member: what it has not answered, the most pressing first.
import { doesWait } from '../../../domain/answer/has-answered.ts';
import type { Arrival } from '../../live/arrival.ts';
import type { RowFragment, Severity, Urgency } from '../../operations/graphql.generated.ts';
import { hubNow } from '../time/hub-clock.ts';
import { standingAnswer } from './answered.ts';

type Came = Pick<Arrival, 'node' | 'isOverlap'>;

const SEVERITY: Record<Severity, number> = { EXTREME: 4, SEVERE: 3, MODERATE: 2, MINOR: 1, UNKNOWN: 0 };
const URGENCY: Record<Urgency, number> = { IMMEDIATE: 3, EXPECTED: 2, FUTURE: 1, UNKNOWN: 1, PAST: 0 };

/** As the command line has it: having seen it is not enough where more is asked, and an answer stands where a correction asks the same. */
export const isUnanswered: (row: RowFragment) => boolean = doesWait;

export const versionOf = ({ id, version }: RowFragment): string => `${id} ${version}`;

/**
 * Of what has just arrived: its delivery may not be written yet. What was there already when what waits was `looked` at, and had none,
 * never gets one: advisories that were imported in silence have none.
 */
export const mayWait = ({ node, isOverlap }: Came, looked: ReadonlySet<string>): boolean =>
  node.myDelivery === null
    ? node.kind === 'WARNING' &&
      node.state === 'ACTIVE' &&
      node.whyMe.kind !== 'OWN' &&
      !(isOverlap && looked.has(versionOf(node)))
    : isUnanswered(node);

/** Nothing is left to do: it was done, or there is nothing to do. So it stays over a correction that asks the same. */
const isDone = ({ myDelivery }: RowFragment): boolean => {
  const answer = myDelivery === null ? null : standingAnswer(myDelivery);
  return answer === 'ACTED' || answer === 'NOT_AFFECTED';
};

/**
 * Until when a row says that there is time. Whoever has seen a warning, looks into it or is affected has given an answer, and what is
 * to be done is still to be done by its time.
 */
export const dueIn = (row: RowFragment): Date | null => {
  if (isUnanswered(row)) return dueOf(row);
  const isOpen =
    row.whyMe.kind !== 'OWN' && row.myDelivery !== null && row.state === 'ACTIVE' && !isDone(row);
  return isOpen ? dueOf({ actions: row.actions, answerBy: null, validUntil: null }) : null;
};

/**
 * By when the next thing has to be done: the earliest of its actions and of the time by which an answer is asked for, or the end
 * of the warning. Null when none is set.
 */
export const dueOf = ({
  actions,
  answerBy,
  validUntil,
}: Pick<RowFragment, 'actions' | 'answerBy' | 'validUntil'>): Date | null => {
  const set = [answerBy, ...actions.map(({ by }) => by)].filter((each) => each !== null);
  if (set.length > 0) return new Date(Math.min(...set.map((each) => Date.parse(each))));
  return validUntil === null ? null : new Date(validUntil);
};

const isOverdue = ({ actions, answerBy }: RowFragment, now: number): boolean => {
  const due = dueOf({ actions, answerBy, validUntil: null });
  return due !== null && due.getTime() < now;
};

/** Of what was recalled no grade is left, and it is still to be removed: as soon as what is severe. */
const RECALLED = URGENCY.IMMEDIATE * 10 + SEVERITY.SEVERE;

/** What should have been done by now is as urgent as what is to be done at once. */
const pressure = (item: RowFragment, now: number): number =>
  item.recall !== null ? RECALLED : graded(item, now);

const graded = (item: RowFragment, now: number): number =>
  (isOverdue(item, now) ? URGENCY.IMMEDIATE : URGENCY[item.effectiveUrgency]) * 10 + SEVERITY[item.severity];

/** A row that comes twice counts once. `now` in milliseconds. */
export const needs = (rows: readonly RowFragment[], now = hubNow()): RowFragment[] =>
  [...new Map(rows.map((row) => [row.id, row])).values()]
    .filter(isUnanswered)
    .sort(
      (one, other) =>
        pressure(other, now) - pressure(one, now) ||
        (dueOf(one)?.getTime() ?? Number.POSITIVE_INFINITY) -
          (dueOf(other)?.getTime() ?? Number.POSITIVE_INFINITY),
    );
