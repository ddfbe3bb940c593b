// Jobs that the worker gave up, and the releases that run, for operators of the hub.
import type { Problem } from '../../../domain/problem.ts';
import { versionsFor } from '../../../service/health/read-versions.ts';
import { endJobBy, jobsFor } from '../../../service/job/administer-jobs.ts';
import { act } from '../../act.ts';
import type { RequestContext } from '../../request-context.ts';
import type { Resolvers } from '../../types.generated.ts';

const ended = async (
  { hub, actor, observe, foundNothing }: RequestContext,
  id: string,
  kind: 'RETRY' | 'DISCARD',
): Promise<{ isDone: boolean; refusals: readonly Problem[] }> => {
  const outcome = await endJobBy(hub, actor, { id, act: kind });
  if (outcome.ok) return { isDone: true, refusals: [] };
  for (const { code } of outcome.problems) observe.refused(code);
  foundNothing();
  return { isDone: false, refusals: outcome.problems };
};

export const jobResolvers = {
  Query: {
    jobs: (_, { isAll }, { hub, actor }) => jobsFor(hub, actor, isAll),
    hubVersions: (_, __, { hub, actor }) => versionsFor(hub, actor),
  },
  Mutation: {
    retryJob: act('REQUEST', (_, { input }, context) => ended(context, input.job, 'RETRY')),
    discardJob: act('REQUEST', (_, { input }, context) => ended(context, input.job, 'DISCARD')),
  },
  Job: {
    jobId: ({ id }) => id,
    name: ({ job }) => job,
    cause: ({ cause }) => cause?.kind ?? null,
  },
} satisfies Partial<Resolvers>;
