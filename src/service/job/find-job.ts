// Finds one job of an entry by the id that `tocsin job list` shows.
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import { TRIAL_NAMES } from '../../domain/record/trial.ts';
import type { Hub } from '../../hub.ts';
import { ObjectId } from '../../store/connect.ts';
import { deadJobsOf, type EntryRow } from '../../store/entries.ts';
import type { TrialRow } from '../../store/entry/trials.ts';

/** Of an entry, or work outside the queue. */
export type FoundJob = { readonly row: EntryRow; readonly job: string } | { readonly trial: TrialRow };

const ID = /^([0-9a-f]{24})-([a-z][a-z-]{1,60})$/;

export const findJob = async (hub: Pick<Hub, 'entries'>, id: string): Promise<Outcome<FoundJob>> => {
  const [, entry, job] = ID.exec(id) ?? [];
  if (entry !== undefined && (TRIAL_NAMES as readonly string[]).includes(job ?? '')) {
    const trial = await hub.entries.trials.byId(entry);
    return trial === null || trial.name !== job || trial.discardedAt !== null
      ? refused(unknownJob())
      : accepted({ trial });
  }
  const row = entry === undefined ? null : await hub.entries.byId(new ObjectId(entry));
  if (row === null || job === undefined || ![...row.open, ...deadJobsOf(row)].includes(job)) {
    return refused(unknownJob());
  }
  return accepted({ row, job });
};

export const unknownJob = (): Problem =>
  problem(
    'JOB_UNKNOWN',
    '$.id',
    'No job with this id is waiting, failing or given up.',
    'Look it up with `tocsin job list --all`; jobs that succeeded are not listed.',
  );
