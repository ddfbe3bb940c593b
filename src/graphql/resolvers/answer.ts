// How members answer: their plans.
import { writtenIn } from '../../domain/directory.ts';
import { NOT_LISTED } from '../../policy/disclosed-relation.ts';
import { createAnswerLink } from '../../service/delivery/answer-link.ts';
import { listToAnswer } from '../../service/delivery/list-to-answer.ts';
import { changeAnswerPlan, readAnswerPlan } from '../../service/member/keep-answer-plan.ts';
import { remindRecipients } from '../../service/reminder/remind-recipients.ts';
import { act, actOrTry } from '../act.ts';
import { warningSource } from '../present/warning.ts';
import type { Resolvers } from '../types.generated.ts';

export const answerResolvers = {
  Query: {
    answerPlan: (_, __, { hub, actor }) => readAnswerPlan(hub, actor),
    toAnswer: async (_, __, { hub, actor }) => (await listToAnswer(hub, actor)).map(warningSource),
  },
  RemindRecipientsResult: { notListed: () => NOT_LISTED },
  Mutation: {
    remindRecipients: actOrTry('REQUEST', async (_, { input }, { hub, actor, observe }) => {
      const { warning, members, organisations } = input;
      const request = { warning, members: members ?? [], organisations: organisations ?? [] };
      const outcome = await remindRecipients(hub, actor, request);
      if (outcome.ok) return { reminded: outcome.value, refusals: [] };
      for (const { code } of outcome.problems) observe.refused(code);
      return { reminded: null, refusals: outcome.problems };
    }),
    createAnswerLink: act('REQUEST', async (_, { input }, { hub, actor, observe }) => {
      const request = { warning: input.warning, person: input.person ?? null };
      const outcome = await createAnswerLink(hub, actor, request);
      if (outcome.ok) return { ...outcome.value, refusals: [] };
      for (const { code } of outcome.problems) observe.refused(code);
      return { url: null, expiresAt: null, refusals: outcome.problems };
    }),
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
