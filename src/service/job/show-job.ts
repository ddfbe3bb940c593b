// Shows one job in detail.
import { accepted, type Outcome } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { findJob } from './find-job.ts';
import { type ListedJob, listedJob } from './list-jobs.ts';

export const showJob = async (hub: Pick<Hub, 'entries'>, id: string): Promise<Outcome<ListedJob>> => {
  const found = await findJob(hub, id);
  return found.ok ? accepted(listedJob(found.value.row, found.value.job)) : found;
};
