// What is stored of an entry, and of each job that it causes.
import type { EntrySubject, Event } from '../../domain/entry.ts';
import type { JobCause } from '../../domain/job.ts';
import type { ObjectId } from '../connect.ts';

/**
 * Of the jobs that are still tried: WAITING to be queued, or QUEUED. DONE when each has ended well. DEAD when nothing is
 * tried any more and some job was given up.
 */
export const WORK_STATES = ['WAITING', 'QUEUED', 'DONE', 'DEAD'] as const;
export type WorkState = (typeof WORK_STATES)[number];

/** How often one job of an entry was started and failed; gone once it has ended well. */
export type JobTrial = {
  readonly starts?: number;
  readonly failures?: number;
  readonly cause?: JobCause;
  readonly givenUpAt?: Date;
  /** An operator decided that it need not be done. */
  readonly discardedAt?: Date;
};

export type EntryRow = {
  _id: ObjectId;
  event: Event;
  subject: EntrySubject;
  exercise: string | null;
  /** The trace of the act or the job that appended it (W3C traceparent): ids only. */
  trace?: string;
  at: Date;
  salt: Buffer;
  commitment: Buffer;
  /** Present until it is numbered. */
  isPending?: true;
  sequence?: number;
  /** A name that may occur once, so that work repeated appends nothing. */
  key?: string;
  work: WorkState;
  /** Jobs that are still tried. */
  open: string[];
  /** Jobs that were given up; absent when there is none. */
  dead?: string[];
  jobs?: Record<string, JobTrial>;
  queuedAt?: Date;
  /** Older hubs count per entry: `work` DEAD with jobs still open means that all of these were given up. */
  starts?: number;
  failures?: number;
  cause?: string;
};

/** The jobs that were given up, whichever hub wrote the row. */
export const deadJobsOf = ({ work, open, dead }: Pick<EntryRow, 'work' | 'open' | 'dead'>): string[] => [
  ...new Set([...(dead ?? []), ...(work === 'DEAD' ? open : [])]),
];
