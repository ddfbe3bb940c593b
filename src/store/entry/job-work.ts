// The work of an entry, job by job: each starts, fails and ends independently, so that one that is given up leaves the
// others alone.
import { type JobCause, POISON } from '../../domain/record/job.ts';
import type { Collection, ObjectId, Session } from '../connect.ts';
import { deadJobsOf, type EntryRow, type WorkState } from './row.ts';

export type JobWork = {
  /** Counts a start; null when the job has already ended, successfully or not. */
  started(id: ObjectId, job: string): Promise<EntryRow | null>;
  /** Takes back the count of a start that an outage ended. */
  interrupted(id: ObjectId, job: string): Promise<void>;
  finished(id: ObjectId, job: string): Promise<void>;
  /** Counts a failure; true when the job is now given up. */
  failed(id: ObjectId, job: string, cause: JobCause, most: { failures: number; at: Date }): Promise<boolean>;
  /** Gives up a job that starts again and again and never finishes. */
  giveUp(id: ObjectId, job: string, at: Date): Promise<void>;
  /** Retries a job that was given up, with fresh counts; false when it was not given up. */
  retry(id: ObjectId, job: string, session?: Session): Promise<boolean>;
  /** Ends a job that was given up; false when it was not given up. */
  discard(
    id: ObjectId,
    ended: { readonly job: string; readonly at: Date },
    session?: Session,
  ): Promise<boolean>;
  /** Entries with jobs that were given up, oldest first. */
  withDeadJobs(limit: number): Promise<EntryRow[]>;
  /** Entries with unfinished jobs, oldest first. */
  withOpenJobs(limit: number): Promise<EntryRow[]>;
  /** Number of jobs given up, by name. */
  countDead(): Promise<Map<string, number>>;
};

type Stage = Record<'$set', Record<string, unknown>>;

const DEAD = { $ifNull: ['$dead', []] };

/** Brings a row that an older hub gave up as a whole to today's form. */
const LIFTED: Stage[] = [
  { $set: { dead: { $cond: [{ $eq: ['$work', 'DEAD'] }, { $setUnion: [DEAD, '$open'] }, DEAD] } } },
  { $set: { open: { $cond: [{ $eq: ['$work', 'DEAD'] }, [], '$open'] } } },
];

const without = (list: unknown, job: string) => ({ $setDifference: [list, [job]] });
const withJob = (list: unknown, job: string) => ({ $setUnion: [list, [job]] });

/** The state of the work as a whole: `whileOpen` while any job is still tried. */
const settled = (whileOpen: WorkState | '$work'): Stage[] => [
  {
    $set: {
      work: {
        $cond: [{ $eq: ['$open', []] }, { $cond: [{ $eq: [DEAD, []] }, 'DONE', 'DEAD'] }, whileOpen],
      },
    },
  },
  { $set: { dead: { $cond: [{ $eq: [DEAD, []] }, '$$REMOVE', '$dead'] } } },
];

const isDead = (_id: ObjectId, job: string) => ({
  _id,
  $or: [{ dead: job }, { work: 'DEAD' as const, open: job }],
});

const WITH_DEAD = { $or: [{ dead: { $exists: true } }, { work: 'DEAD' as const }] };

const finish = async (rows: Collection<EntryRow>, id: ObjectId, job: string): Promise<void> => {
  await rows.updateOne({ _id: id }, [
    { $set: { open: without('$open', job), dead: without(DEAD, job), [`jobs.${job}`]: '$$REMOVE' } },
    ...settled('$work'),
  ]);
};

type Burial = { readonly job: string; readonly cause: JobCause; readonly at: Date };

const bury = async (rows: Collection<EntryRow>, id: ObjectId, burial: Burial): Promise<boolean> => {
  const { job, cause, at } = burial;
  const { matchedCount } = await rows.updateOne({ _id: id, open: job, work: { $ne: 'DEAD' } }, [
    {
      $set: {
        open: without('$open', job),
        dead: withJob(DEAD, job),
        [`jobs.${job}.cause`]: { $literal: cause },
        [`jobs.${job}.givenUpAt`]: at,
      },
    },
    ...settled('$work'),
  ]);
  return matchedCount === 1;
};

const fail = async (
  rows: Collection<EntryRow>,
  id: ObjectId,
  burial: Burial,
  most: number,
): Promise<boolean> => {
  const { job, cause } = burial;
  const row = await rows.findOneAndUpdate(
    { _id: id, open: job },
    { $inc: { [`jobs.${job}.failures`]: 1 } as never, $set: { [`jobs.${job}.cause`]: cause } as never },
    { returnDocument: 'after' },
  );
  return (row?.jobs?.[job]?.failures ?? 0) >= most && bury(rows, id, burial);
};

const within = (session: Session | undefined) => (session === undefined ? {} : { session });

const retry = async (
  rows: Collection<EntryRow>,
  id: ObjectId,
  job: string,
  session?: Session,
): Promise<boolean> => {
  const stages = [
    ...LIFTED,
    { $set: { open: withJob('$open', job), dead: without(DEAD, job), [`jobs.${job}`]: '$$REMOVE' } },
    ...settled('WAITING'),
  ];
  const { matchedCount } = await rows.updateOne(isDead(id, job), stages, within(session));
  return matchedCount === 1;
};

const discard = async (
  rows: Collection<EntryRow>,
  id: ObjectId,
  { job, at }: { readonly job: string; readonly at: Date },
  session?: Session,
): Promise<boolean> => {
  const stages = [
    ...LIFTED,
    { $set: { dead: without(DEAD, job), [`jobs.${job}.discardedAt`]: at } },
    ...settled('$work'),
  ];
  const { matchedCount } = await rows.updateOne(isDead(id, job), stages, within(session));
  return matchedCount === 1;
};

const countDead = async (rows: Collection<EntryRow>): Promise<Map<string, number>> => {
  const counts = new Map<string, number>();
  const cursor = rows.find(WITH_DEAD, { projection: { work: 1, open: 1, dead: 1 } });
  for await (const row of cursor)
    for (const job of deadJobsOf(row)) counts.set(job, (counts.get(job) ?? 0) + 1);
  return counts;
};

export const jobWork = (rows: Collection<EntryRow>): JobWork => ({
  started: (id, job) =>
    rows.findOneAndUpdate(
      { _id: id, open: job, work: { $ne: 'DEAD' } },
      { $inc: { [`jobs.${job}.starts`]: 1 } as never },
      { returnDocument: 'after' },
    ),
  interrupted: async (id, job) => {
    const starts = `jobs.${job}.starts`;
    await rows.updateOne({ _id: id, [starts]: { $gt: 0 } } as never, { $inc: { [starts]: -1 } as never });
  },
  finished: (id, job) => finish(rows, id, job),
  failed: (id, job, cause, { failures, at }) => fail(rows, id, { job, cause, at }, failures),
  giveUp: async (id, job, at) => {
    await bury(rows, id, { job, cause: { kind: POISON }, at });
  },
  retry: (id, job, session) => retry(rows, id, job, session),
  discard: (id, ended, session) => discard(rows, id, ended, session),
  withDeadJobs: (limit) => rows.find(WITH_DEAD).sort({ _id: 1 }).limit(limit).toArray(),
  withOpenJobs: (limit) =>
    rows
      .find({ work: { $in: ['WAITING', 'QUEUED'] } })
      .sort({ sequence: 1 })
      .limit(limit)
      .toArray(),
  countDead: () => countDead(rows),
});
