// What an operator does about a job that was given up: retry it with fresh counts, or discard it.
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import { findJob } from './find-job.ts';

type Deps = Pick<Hub, 'entries' | 'clock' | 'log'>;

/** Also for a trial, which looks at a job and ends none. */
export const notGivenUp = () =>
  refused(
    problem(
      'JOB_NOT_GIVEN_UP',
      '$.id',
      'This job was not given up: it is waiting, running, or retried automatically.',
      'Wait for it; `tocsin job show` says how often it failed.',
    ),
  );

/** The relay queues it within a second or two; work outside the queue is done within a minute. `session`: in that transaction. */
export const retryJob = async (
  hub: Deps,
  id: string,
  session?: Session,
): Promise<Outcome<{ readonly id: string }>> => {
  const found = await findJob(hub, id);
  if (!found.ok) return found;
  const { value } = found;
  const isRetried =
    'trial' in value
      ? await hub.entries.trials.retry(value.trial._id, hub.clock.now(), session)
      : await hub.entries.retry(value.row._id, value.job, session);
  if (!isRetried) return notGivenUp();
  hub.log.info({ job: id }, 'a job is tried again');
  return accepted({ id });
};

/** The job's work is never done. */
export const discardJob = async (
  hub: Deps,
  id: string,
  session?: Session,
): Promise<Outcome<{ readonly id: string }>> => {
  const found = await findJob(hub, id);
  if (!found.ok) return found;
  const { value } = found;
  const now = hub.clock.now();
  const isDiscarded =
    'trial' in value
      ? await hub.entries.trials.discard(value.trial._id, now, session)
      : await hub.entries.discard(value.row._id, { job: value.job, at: now }, session);
  if (!isDiscarded) return notGivenUp();
  hub.log.info({ job: id }, 'a job is discarded');
  return accepted({ id });
};
