// What is open, when somebody is reminded of it, and that it was done.
import {
  MOST_REMINDERS,
  type Reminder,
  type TimedReminder,
  type TimedStep,
} from '../../domain/answer/asking.ts';
import type { Collection, Filter, Session } from '../connect.ts';
import type { DeliveryRow } from './row.ts';

export type AskedAgain = { readonly at: Date; readonly by: string | null };

type Version = Pick<DeliveryRow, 'warning' | 'version'>;

export type DeliveryReminders = {
  /** Those whose next step has come, the earliest first. */
  remindersDue(now: Date, limit: number): Promise<DeliveryRow[]>;
  /** Those that their publisher wants reminded. */
  askedAgain(limit: number): Promise<DeliveryRow[]>;
  /** Notes a step and when the next comes; false when it was answered, or done by somebody else, meanwhile. */
  noteStep(
    id: string,
    step: TimedStep,
    after: { readonly reminder: Reminder | null; readonly next: TimedReminder | null },
    session: Session,
  ): Promise<boolean>;
  /** Notes that its publisher reminded the member; false when somebody else did. */
  noteAsked(id: string, asked: AskedAgain, reminder: Reminder, session: Session): Promise<boolean>;
  /** Wants the open ones of a version reminded, all of them or these. */
  askAgain(
    of: Version & { readonly ids: readonly string[] | null },
    asked: AskedAgain,
    session: Session,
  ): Promise<void>;
  /** The same step comes later. */
  postpone(id: string, step: TimedStep, until: Date): Promise<void>;
  /** No further step comes; whoever is asked still is. */
  endSteps(id: string): Promise<void>;
  /** Its publisher wants a member reminded that may not read it now. */
  forgetAsked(id: string, asked: AskedAgain): Promise<void>;
  /** Leaves one out of what is due until it is taken up again. */
  setAside(id: string): Promise<void>;
  takeUp(ids: readonly string[], now: Date): Promise<void>;
  /** Nobody is reminded of it any more. */
  stopReminding(id: string): Promise<void>;
  /** A part of what waits for an answer of the member, in the order in which it is to be answered. */
  openOf(member: string, which: OpenPart, limit: number): Promise<OpenRow[]>;
};

/** RECALL: due at no time, the newest first. AHEAD: what is due first. OVERDUE: what was due last. */
export const OPEN_PARTS = ['RECALL', 'AHEAD', 'OVERDUE'] as const;

export type OpenPart = {
  readonly part: (typeof OPEN_PARTS)[number];
  readonly isExercise: boolean;
  readonly now: Date;
};

export type OpenRow = Version;

const pushed = (reminder: Reminder) => ({ $each: [reminder], $slice: -MOST_REMINDERS });

export const remindersIn = (rows: Collection<DeliveryRow>): DeliveryReminders => ({
  ...laterIn(rows),
  remindersDue: (now, limit) =>
    rows
      .find({ nextStepAt: { $type: 'date', $lte: now } as never })
      .sort({ nextStepAt: 1 })
      .limit(limit)
      .toArray(),
  askedAgain: (limit) => rows.find({ isAskedAgain: true }).limit(limit).toArray(),
  noteStep: async (_id, step, { reminder, next }, session) => {
    const { modifiedCount } = await rows.updateOne(
      { _id, nextStep: step, isOpen: true },
      {
        ...(reminder === null ? {} : { $push: { reminders: pushed(reminder) } as never }),
        ...(next === null
          ? { $unset: { nextStep: 1, nextStepAt: 1 }, $set: { lastStep: step } }
          : { $set: { lastStep: step, nextStep: next.step, nextStepAt: next.at } }),
      },
      { session },
    );
    return modifiedCount === 1;
  },
  noteAsked: async (_id, asked, reminder, session) => {
    const { modifiedCount } = await rows.updateOne(
      { _id, isAskedAgain: true, askedAgain: asked },
      { $push: { reminders: pushed(reminder) } as never, $unset: { isAskedAgain: 1, askedAgain: 1 } },
      { session },
    );
    return modifiedCount === 1;
  },
  askAgain: async ({ warning, version, ids }, asked, session) => {
    const those: Filter<DeliveryRow> = ids === null ? {} : { _id: { $in: [...ids] } };
    await rows.updateMany(
      { warning, version, isOpen: true, ...those },
      { $set: { isAskedAgain: true, askedAgain: asked } },
      { session },
    );
  },
  stopReminding: async (_id) => {
    await rows.updateOne(
      { _id },
      { $unset: { isOpen: 1, nextStep: 1, nextStepAt: 1, isAskedAgain: 1, askedAgain: 1 } },
    );
  },
  openOf: (member, { part, isExercise, now }, limit) => {
    const { due, sort } = PARTS[part](now);
    const of: Filter<DeliveryRow> = { member, isOpen: true, exercise: isExercise ? { $ne: null } : null };
    return rows
      .find({ ...of, 'asking.due': due } as Filter<DeliveryRow>, { projection: { warning: 1, version: 1 } })
      .sort(sort)
      .limit(limit)
      .toArray();
  },
});

type Part = { readonly due: object | null; readonly sort: Readonly<Record<string, 1 | -1>> };

const PARTS: Readonly<Record<OpenPart['part'], (now: Date) => Part>> = {
  RECALL: () => ({ due: null, sort: { at: -1, _id: 1 } }),
  AHEAD: (now) => ({ due: { $gt: now }, sort: { 'asking.due': 1, at: 1, _id: 1 } }),
  OVERDUE: (now) => ({ due: { $lte: now }, sort: { 'asking.due': -1, at: -1, _id: 1 } }),
};

/** What puts a step off, or takes it up again. */
const laterIn = (
  rows: Collection<DeliveryRow>,
): Pick<DeliveryReminders, 'postpone' | 'endSteps' | 'forgetAsked' | 'setAside' | 'takeUp'> => ({
  postpone: async (_id, nextStep, until) => {
    await rows.updateOne({ _id, nextStep }, { $set: { nextStepAt: until } });
  },
  endSteps: async (_id) => {
    await rows.updateOne({ _id }, { $unset: { nextStep: 1, nextStepAt: 1 } });
  },
  forgetAsked: async (_id, askedAgain) => {
    await rows.updateOne({ _id, askedAgain }, { $unset: { isAskedAgain: 1, askedAgain: 1 } });
  },
  setAside: async (_id) => {
    await rows.updateOne({ _id }, { $unset: { nextStepAt: 1, isAskedAgain: 1 } });
  },
  takeUp: async (ids, now) => {
    const ofThese = { _id: { $in: [...ids] }, isOpen: true as const };
    await rows.updateMany({ ...ofThese, nextStep: { $exists: true } }, { $set: { nextStepAt: now } });
    await rows.updateMany({ ...ofThese, askedAgain: { $exists: true } }, { $set: { isAskedAgain: true } });
  },
});
