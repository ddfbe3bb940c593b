// The stored form of an entry, and of each job that it causes.
import type { EntrySubject, Event } from '../../domain/record/entry.ts';
import type { JobCause } from '../../domain/record/job.ts';
import type { ObjectId, Timestamp } from '../connect.ts';

/**
 * State of the jobs that are still tried: WAITING to be queued, or QUEUED. DONE when all have succeeded. DEAD when none is
 * tried any more and some were given up.
 */
export const WORK_STATES = ['WAITING', 'QUEUED', 'DONE', 'DEAD'] as const;
export type WorkState = (typeof WORK_STATES)[number];

/** Starts and failures of one job of an entry; removed when the job succeeds. */
export type JobTrial = {
  readonly starts?: number;
  readonly failures?: number;
  readonly cause?: JobCause;
  readonly givenUpAt?: Date;
  /** Set when an operator decided that it need not be done. */
  readonly discardedAt?: Date;
};

export type EntryRow = {
  _id: ObjectId;
  event: Event;
  subject: EntrySubject;
  exercise: string | null;
  /** Traceparent (W3C) of the act or job that appended it: ids only. */
  trace?: string;
  /** When it happened, by the hub's clock. */
  at: Date;
  /** When it was inserted, by mongod's logical clock: what orders it. Absent on entries of older hubs. */
  stamp?: Timestamp;
  /** Id of the member whose act causes its jobs: members take turns. Absent when it is the hub, or an older hub wrote it. */
  publisher?: string;
  /** Set when its jobs go before others, within bounds. */
  isUrgent?: true;
  /** Absent once its details are gone. */
  salt?: Buffer;
  commitment: Buffer;
  /** Present until it is numbered. */
  isPending?: true;
  sequence?: number;
  /** A unique name, so that repeated work appends nothing. */
  key?: string;
  work: WorkState;
  /** Jobs that are still tried. */
  open: string[];
  /** Jobs that were given up; absent when there is none. */
  dead?: string[];
  jobs?: Record<string, JobTrial>;
  queuedAt?: Date;
  /** Older hubs count per entry: `work` DEAD with open jobs means that all of these were given up. */
  starts?: number;
  failures?: number;
  cause?: string;
};

/** The jobs that were given up, whichever release wrote the row. */
export const deadJobsOf = ({ work, open, dead }: Pick<EntryRow, 'work' | 'open' | 'dead'>): string[] => [
  ...new Set([...(dead ?? []), ...(work === 'DEAD' ? open : [])]),
];
