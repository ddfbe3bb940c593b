// What an operator does about a job that was given up: retry it with fresh counts, or discard it.
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { findJob } from './find-job.ts';

type Deps = Pick<Hub, 'entries' | 'clock' | 'log'>;

const notGivenUp = () =>
  refused(
    problem(
      'JOB_NOT_GIVEN_UP',
      '$.id',
      'This job was not given up: it is waiting, running, or retried automatically.',
      'Wait for it; `tocsin job show` says how often it failed.',
    ),
  );

/** The relay queues it within a second or two. */
export const retryJob = async (hub: Deps, id: string): Promise<Outcome<{ readonly id: string }>> => {
  const found = await findJob(hub, id);
  if (!found.ok) return found;
  const { row, job } = found.value;
  if (!(await hub.entries.retry(row._id, job))) return notGivenUp();
  hub.log.info({ entry: row._id.toHexString(), job }, 'a job is tried again');
  return accepted({ id });
};

/** The job's work is never done. */
export const discardJob = async (hub: Deps, id: string): Promise<Outcome<{ readonly id: string }>> => {
  const found = await findJob(hub, id);
  if (!found.ok) return found;
  const { row, job } = found.value;
  if (!(await hub.entries.discard(row._id, job, hub.clock.now()))) return notGivenUp();
  hub.log.info({ entry: row._id.toHexString(), job }, 'a job is discarded');
  return accepted({ id });
};
