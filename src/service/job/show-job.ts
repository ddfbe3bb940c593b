// Shows one job in detail.
import { accepted, type Outcome } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { findJob } from './find-job.ts';
import { type ListedJob, listedJob, listedTrial } from './list-jobs.ts';

export const showJob = async (hub: Pick<Hub, 'entries'>, id: string): Promise<Outcome<ListedJob>> => {
  const found = await findJob(hub, id);
  if (!found.ok) return found;
  const { value } = found;
  return accepted('trial' in value ? listedTrial(value.trial) : listedJob(value.row, value.job));
};
