// What a publisher asks of its recipients, by when, and the steps by which they are reminded.
import type { AcknowledgementAnswer } from './answers.ts';

/** INFORMATION asks for no answer; ESSENTIAL_ACTION is approved by a second person before it leaves. */
export const LEVELS = ['INFORMATION', 'RECOMMENDATION', 'ESSENTIAL_ACTION'] as const;
export type Level = (typeof LEVELS)[number];

/** RECALL asks whoever holds a former version to confirm. */
export const ASKED_FOR = ['RECOMMENDATION', 'ESSENTIAL_ACTION', 'RECALL'] as const;

/** What a delivery asks its member. */
export type Asking = {
  readonly for: (typeof ASKED_FOR)[number];
  readonly from: Date;
  /** Null for a recall: it is due now, and nobody is reminded of it by the hub alone. */
  readonly due: Date | null;
};

/**
 * HALF: half of the time is over. DUE: all of it. ALTERNATES: those whom the member named for this. OUTSIDE: the member
 * outside that it chose. ASKED: its publisher reminds it.
 */
export const REMINDER_STEPS = ['HALF', 'DUE', 'ALTERNATES', 'OUTSIDE', 'ASKED'] as const;
export type ReminderStep = (typeof REMINDER_STEPS)[number];
export type TimedStep = Exclude<ReminderStep, 'ASKED'>;

/** Why a step told nobody. */
export const SKIPPED = ['NOBODY_NAMED', 'MAY_NOT_READ', 'NOBODY_REACHED'] as const;

export type Reminder = {
  readonly step: ReminderStep;
  readonly at: Date;
  /** Id of who asked, for ASKED; null for the hub and for a key of no person. */
  readonly by: string | null;
  /** Ids of the persons whom ALTERNATES told, those with an endpoint; nobody outside the member sees them. */
  readonly persons?: readonly string[];
  /** Id of the member whom OUTSIDE told, or did not reach. */
  readonly outside?: string;
  readonly skipped?: (typeof SKIPPED)[number];
};

/** Kept with a delivery, the newest. */
export const MOST_REMINDERS = 20;

const MINUTE_MS = 60_000;
const LEAST_GRACE_MS = 15 * MINUTE_MS;
const MOST_GRACE_MS = 24 * 60 * MINUTE_MS;

/** How long they have; nothing for whoever is asked once it is over, since it is addressed later. */
const timeOf = ({ from, due }: Asking): number =>
  due === null ? 0 : Math.max(0, due.getTime() - from.getTime());

/** The usual time between the steps. */
const graceOf = (asking: Asking): number =>
  Math.min(MOST_GRACE_MS, Math.max(LEAST_GRACE_MS, timeOf(asking) / 10));

export type TimedReminder = { readonly step: TimedStep; readonly at: Date };

/** In their order; only an essential action goes beyond the member's own reminders. */
export const remindersOf = (asking: Asking): readonly TimedReminder[] => {
  const { for: level, from, due } = asking;
  if (due === null) return [];
  const [start, time, grace] = [from.getTime(), timeOf(asking), graceOf(asking)];
  const end = start + time;
  const steps: readonly (readonly [TimedStep, number])[] = [
    ['HALF', start + time / 2],
    ['DUE', end],
    ['ALTERNATES', end + grace],
    ['OUTSIDE', end + 2 * grace],
  ];
  return steps
    .slice(0, level === 'ESSENTIAL_ACTION' ? 4 : 2)
    .map(([step, at]) => ({ step, at: new Date(at) }));
};

/** The step after this one; the first with null. */
export const reminderAfter = (asking: Asking, step: TimedStep | null): TimedReminder | null => {
  const steps = remindersOf(asking);
  return steps[steps.findIndex((each) => each.step === step) + 1] ?? null;
};

const BEYOND_IT: ReadonlySet<TimedStep> = new Set<TimedStep>(['ALTERNATES', 'OUTSIDE']);

/**
 * As `reminderAfter`, where this step is taken at `at`: however late that is, whoever was told has the usual time before somebody
 * else is.
 */
export const reminderAfterTold = (asking: Asking, step: TimedStep, at: Date): TimedReminder | null => {
  const next = reminderAfter(asking, step);
  if (next === null || !BEYOND_IT.has(next.step)) return next;
  return { ...next, at: new Date(Math.max(next.at.getTime(), at.getTime() + graceOf(asking))) };
};

/** Answers that close what is asked. Having seen it, or looking into it, does not. */
const CLOSING: readonly AcknowledgementAnswer[] = ['NOT_AFFECTED', 'AFFECTED', 'ACTED', 'NEED_HELP'];

export const closingAnswers = ({ for: level }: Pick<Asking, 'for'>): readonly AcknowledgementAnswer[] =>
  level === 'RECALL' ? ['ACTED'] : CLOSING;

/** Whoever looks into it is left alone until the time is over. */
export const isLeftAlone = (step: TimedStep, answer: AcknowledgementAnswer | null): boolean =>
  step === 'HALF' && answer === 'INVESTIGATING';

/** Of what several sites answered, what the member as a whole has: the most serious first. */
const SERIOUS: readonly AcknowledgementAnswer[] = [
  'NEED_HELP',
  'AFFECTED',
  'INVESTIGATING',
  'SEEN',
  'ACTED',
  'NOT_AFFECTED',
];

export const mostSerious = (answers: readonly AcknowledgementAnswer[]): AcknowledgementAnswer | null =>
  SERIOUS.find((each) => answers.includes(each)) ?? null;
