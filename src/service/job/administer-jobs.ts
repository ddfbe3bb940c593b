// What operators of the hub see and do about jobs over the API; on the hub's machine `tocsin job` does the same. An act is
// recorded, as every act of administration.
import type { Actor } from '../../domain/member.ts';
import { type Outcome, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { mayRunJobs } from '../../policy/two-persons.ts';
import { type RecordDeps, recordAct } from '../audit/record-act.ts';
import { discardJob, retryJob } from './end-job.ts';
import { unknownJob } from './find-job.ts';
import { type JobList, listJobs } from './list-jobs.ts';

const MOST_LISTED = 200;

/** Empty for everybody but an operator. */
export const jobsFor = async (hub: Pick<Hub, 'entries'>, actor: Actor, isAll: boolean): Promise<JobList> => {
  if (!mayRunJobs(actor)) return { jobs: [], isCut: false };
  const { jobs, isCut } = await listJobs(hub, isAll);
  return { jobs: jobs.slice(0, MOST_LISTED), isCut: isCut || jobs.length > MOST_LISTED };
};

type EndDeps = RecordDeps & Pick<Hub, 'members' | 'log'>;

/** For everybody but an operator there is no such job. */
export const endJobBy = async (
  hub: EndDeps,
  actor: Actor,
  { id, act }: { readonly id: string; readonly act: 'RETRY' | 'DISCARD' },
): Promise<Outcome<{ readonly id: string }>> => {
  if (!mayRunJobs(actor)) return refused(unknownJob());
  const event = act === 'RETRY' ? 'job.retried' : 'job.discarded';
  // Together: what is done and not written down would stay so if the process ended in between.
  return hub.members.write(async (session) => {
    const ended = await (act === 'RETRY' ? retryJob : discardJob)(hub, id, session);
    if (ended.ok) await recordAct(hub, { event, by: actor, members: [], subject: id }, session);
    return ended;
  });
};
