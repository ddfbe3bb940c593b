// How members answer: their plans.
import { writtenIn } from '../../domain/directory.ts';
import { changeAnswerPlan, readAnswerPlan } from '../../service/member/keep-answer-plan.ts';
import { act } from '../act.ts';
import type { Resolvers } from '../types.generated.ts';

export const answerResolvers = {
  Query: { answerPlan: (_, __, { hub, actor }) => readAnswerPlan(hub, actor) },
  Mutation: {
    changeAnswerPlan: act('REQUEST', async (_, { input }, { hub, actor, observe }) => {
      const { sites, alternates, outside } = input;
      const outcome = await changeAnswerPlan(hub, actor, {
        ...(sites == null ? {} : { sites }),
        ...(alternates == null ? {} : { alternates }),
        ...(outside === undefined ? {} : { outside }),
      });
      if (outcome.ok) return { plan: outcome.value, refusals: [] };
      for (const { code } of outcome.problems) observe.refused(code);
      return { plan: null, refusals: outcome.problems };
    }),
  },
  AnswerPlan: {
    alternates: async ({ alternates }, _, { hub }) => {
      const directory = await hub.directory.current();
      return alternates.flatMap((id) => writtenIn(directory, id) ?? []);
    },
    outside: async ({ outside }, _, { hub }) =>
      outside === null ? null : ((await hub.directory.current()).members.get(outside) ?? null),
  },
} satisfies Partial<Resolvers>;
