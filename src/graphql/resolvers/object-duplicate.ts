// Objects that describe one entity under several names, and the rulings of reviewers on them.
import {
  acceptObjectDuplicate,
  listObjectProposals,
  rejectObjectDuplicate,
  undoObjectMerge,
} from '../../service/entity/review-entities.ts';
import { act } from '../act.ts';
import { proposalsPage, valueIn } from '../present/page.ts';
import { ruled } from '../present/ruling.ts';
import type { Resolvers } from '../types.generated.ts';

export const objectDuplicateResolvers = {
  Query: {
    objectDuplicateProposals: async (_, { first, after, exercise }, { hub, actor, foundNothing }) => {
      const request = { first: first ?? 20, after: after ?? null, partition: exercise ?? null };
      const proposals = valueIn(await listObjectProposals(hub, actor, request));
      if (proposals.proposals.length === 0) foundNothing();
      return proposalsPage(proposals, request.after);
    },
  },
  Mutation: {
    acceptObjectDuplicate: act('REQUEST', async (_, { input }, context) =>
      ruled(await acceptObjectDuplicate(context.hub, context.actor, input), context),
    ),
    rejectObjectDuplicate: act('REQUEST', async (_, { input }, context) =>
      ruled(await rejectObjectDuplicate(context.hub, context.actor, input), context),
    ),
    undoObjectMerge: act('REQUEST', async (_, { input }, context) =>
      ruled(await undoObjectMerge(context.hub, context.actor, input), context),
    ),
  },
} satisfies Partial<Resolvers>;
