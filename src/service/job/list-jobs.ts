// Lists the jobs that were given up or are still retried, for the hub's operator: ids, counts and causes, never
// content.
import { causeInWords, type JobCause, POISON } from '../../domain/record/job.ts';
import { TRIALS } from '../../domain/record/trial.ts';
import type { Hub } from '../../hub.ts';
import { deadJobsOf, type EntryRow } from '../../store/entries.ts';
import type { TrialRow } from '../../store/entry/trials.ts';

export type ListedJob = {
  /** Id of the entry and name of the job, as `tocsin job` takes it. */
  readonly id: string;
  readonly job: string;
  /** DEAD: given up until an operator retries it. FAILING: retried automatically. OPEN: waiting or running. */
  readonly state: 'DEAD' | 'FAILING' | 'OPEN';
  readonly event: string;
  /** The warning, version, set or pair that the job is about. */
  readonly subject: EntryRow['subject'];
  readonly exercise: string | null;
  readonly causedAt: Date;
  readonly starts: number;
  readonly failures: number;
  readonly cause: JobCause | null;
  readonly causeInWords: string | null;
  readonly givenUpAt: Date | null;
};

/** Limit of entries, and of trials, read for one list. */
const MAX_ENTRIES = 1_000;

/** Work outside the queue, as a job. */
export const listedTrial = (row: TrialRow): ListedJob => ({
  id: `${row._id}-${row.name}`,
  job: row.name,
  state: row.nextAt === null ? 'DEAD' : 'FAILING',
  event: TRIALS[row.name],
  subject: row.subject,
  exercise: row.exercise,
  causedAt: row.at,
  starts: row.failures,
  failures: row.failures,
  cause: row.cause,
  causeInWords: causeInWords(row.cause),
  givenUpAt: row.givenUpAt,
});

export const jobIdOf = (row: Pick<EntryRow, '_id'>, job: string): string => `${row._id.toHexString()}-${job}`;

/** Older rows keep the cause as one text: `job: ErrorName`, or how often the job was started. */
const olderCause = (cause: string): JobCause => {
  const kind = cause.slice(cause.indexOf(': ') + 2);
  return { kind: kind.startsWith('started ') ? POISON : /^[\w-]{1,60}$/.test(kind) ? kind : 'failure' };
};

export const listedJob = (row: EntryRow, job: string): ListedJob => {
  const trial = row.jobs?.[job] ?? {};
  const isDead = deadJobsOf(row).includes(job);
  const older = isDead && row.cause?.startsWith(`${job}: `) === true ? olderCause(row.cause) : null;
  const cause = trial.cause ?? older;
  const failures = trial.failures ?? (older === null ? 0 : (row.failures ?? 0));
  return {
    id: jobIdOf(row, job),
    job,
    state: isDead ? 'DEAD' : failures > 0 ? 'FAILING' : 'OPEN',
    event: row.event,
    subject: row.subject,
    exercise: row.exercise,
    causedAt: row.at,
    starts: trial.starts ?? (older === null ? 0 : (row.starts ?? 0)),
    failures,
    cause,
    causeInWords: cause === null ? null : causeInWords(cause),
    givenUpAt: trial.givenUpAt ?? null,
  };
};

export type JobList = { readonly jobs: readonly ListedJob[]; readonly isCut: boolean };

/** Those given up, oldest first; with `isAll` also those still retried. */
export const listJobs = async (hub: Pick<Hub, 'entries'>, isAll: boolean): Promise<JobList> => {
  const [dead, open, tried] = await Promise.all([
    hub.entries.withDeadJobs(MAX_ENTRIES),
    isAll ? hub.entries.withOpenJobs(MAX_ENTRIES) : [],
    hub.entries.trials.listed(isAll, MAX_ENTRIES),
  ]);
  const isOpen = (row: EntryRow): boolean => row.work === 'WAITING' || row.work === 'QUEUED';
  return {
    jobs: [
      ...tried.map(listedTrial),
      ...dead.flatMap((row) => deadJobsOf(row).map((job) => listedJob(row, job))),
      ...open.filter(isOpen).flatMap((row) => row.open.map((job) => listedJob(row, job))),
    ],
    isCut: [dead, open, tried].some(({ length }) => length === MAX_ENTRIES),
  };
};
