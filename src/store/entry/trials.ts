// What failed of the work that no job of the queue does: how often, why, and when it is tried again.
import type { EntrySubject } from '../../domain/record/entry.ts';
import type { JobCause } from '../../domain/record/job.ts';
import { TRIAL_NAMES, type TrialName, trialId, triedAgainAt } from '../../domain/record/trial.ts';
import { any, count, declareCollection, instant, maybe, oneOf, text } from '../collection/declare.ts';
import { ensureRows } from '../collection/insert-new.ts';
import type { Collection, Database, Session } from '../connect.ts';

/** One piece of the work. */
export type Trial = {
  readonly name: TrialName;
  /** Id of what the work is about. */
  readonly about: string;
  /** Ids that an operator is shown. */
  readonly subject: EntrySubject;
  readonly exercise: string | null;
};

export type TrialRow = Trial & {
  _id: string;
  /** When it first failed. */
  readonly at: Date;
  readonly failures: number;
  readonly cause: JobCause;
  /** Null once it is given up. */
  readonly nextAt: Date | null;
  readonly givenUpAt: Date | null;
  /** Set when an operator decided that it need not be done. */
  readonly discardedAt: Date | null;
};

const DISCARDED_SECONDS = 30 * 24 * 3_600;

export const TRIED = declareCollection<TrialRow>({
  stored: 'trials',
  about: 'Work outside the queue that failed, is tried again, and at last given up.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'until it is done; one that is discarded for thirty days',
  fields: {
    _id: text('A function of the two that follow.'),
    name: oneOf(TRIAL_NAMES, 'What is to be done.'),
    about: text('Id of what it is about.'),
    subject: any('Ids that an operator is shown (I11).'),
    exercise: maybe(text('Id of the exercise; null for real traffic.')),
    at: instant('When it first failed.'),
    failures: count('How often it failed.'),
    cause: any('Why it failed last: a kind of error, without its text.'),
    nextAt: maybe(instant('When it is tried again; null once it is given up.')),
    givenUpAt: maybe(instant('When it was given up.')),
    discardedAt: maybe(instant('When an operator decided that it need not be done.')),
  },
  indexes: [
    { key: { name: 1, nextAt: 1 } },
    { key: { discardedAt: 1 }, expireAfterSeconds: DISCARDED_SECONDS },
  ],
});

export type Trials = {
  /** Those that are tried again now, the earliest first. */
  due(name: TrialName, now: Date, limit: number): Promise<TrialRow[]>;
  /** Of these, what has failed, by what it is about. */
  of(name: TrialName, about: readonly string[]): Promise<Map<string, TrialRow>>;
  /** Counts a failure, once where two workers failed together; true when it is given up by it. */
  failed(trial: Trial, cause: JobCause, now: Date): Promise<boolean>;
  /** It is done. */
  done(name: TrialName, about: string): Promise<void>;
  byId(id: string): Promise<TrialRow | null>;
  /** False for what was not given up. */
  retry(id: string, now: Date, session?: Session): Promise<boolean>;
  discard(id: string, now: Date, session?: Session): Promise<boolean>;
  /** Those that were given up, and with `isAll` those that are tried again; the oldest first. */
  listed(isAll: boolean, limit: number): Promise<TrialRow[]>;
  /** Number given up, by name. */
  countGivenUp(): Promise<Map<string, number>>;
};

const GIVEN_UP = { nextAt: null, discardedAt: null } as const;

/** The row after a further failure; null for the first one, and where another worker counted this one. */
const note = async (
  rows: Collection<TrialRow>,
  trial: Trial,
  cause: JobCause,
  now: Date,
): Promise<TrialRow | null> => {
  const id = trialId(trial.name, trial.about);
  const before = await rows.findOne({ _id: id });
  if (before === null) {
    const first = { failures: 1, cause, nextAt: triedAgainAt(1, now), givenUpAt: null, discardedAt: null };
    await ensureRows(rows, [{ _id: id, ...trial, at: now, ...first }]);
    return null;
  }
  const failures = before.failures + 1;
  const nextAt = triedAgainAt(failures, now);
  return rows.findOneAndUpdate(
    { _id: id, failures: before.failures, nextAt: { $lte: now } },
    { $set: { failures, cause, nextAt, givenUpAt: nextAt === null ? now : null } },
    { returnDocument: 'after' },
  );
};

export const openTrials = (database: Database): Trials => {
  const rows = database.collection(TRIED);
  const end = async (_id: string, change: Partial<TrialRow>, session?: Session): Promise<boolean> => {
    const within = session === undefined ? {} : { session };
    return (await rows.updateOne({ _id, ...GIVEN_UP }, { $set: change }, within)).modifiedCount === 1;
  };
  return {
    due: (name, now, limit) =>
      rows
        .find({ name, nextAt: { $lte: now } })
        .sort({ nextAt: 1 })
        .limit(limit)
        .toArray(),
    of: async (name, about) => {
      const ids = about.map((each) => trialId(name, each));
      const found = await rows.find({ _id: { $in: ids } }).toArray();
      return new Map(found.map((row) => [row.about, row]));
    },
    failed: async (trial, cause, now) => {
      const after = await note(rows, trial, cause, now);
      return after !== null && after.nextAt === null;
    },
    done: async (name, about) => {
      await rows.deleteOne({ _id: trialId(name, about) });
    },
    byId: (id) => rows.findOne({ _id: id }),
    retry: (_id, now, session) => end(_id, { failures: 0, nextAt: now, givenUpAt: null }, session),
    discard: (_id, now, session) => end(_id, { discardedAt: now }, session),
    listed: (isAll, limit) =>
      rows
        .find({ discardedAt: null, ...(isAll ? {} : { nextAt: null }) })
        .sort({ at: 1, _id: 1 })
        .limit(limit)
        .toArray(),
    countGivenUp: async () => {
      const found = await rows
        .aggregate<{ _id: string; count: number }>([
          { $match: GIVEN_UP },
          { $group: { _id: '$name', count: { $sum: 1 } } },
        ])
        .toArray();
      return new Map(found.map(({ _id, count: number }) => [_id, number]));
    },
  };
};
