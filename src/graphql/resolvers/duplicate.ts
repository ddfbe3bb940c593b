// Which warnings tell the same, and what a reviewer says of it.
import type { Outcome } from '../../domain/problem.ts';
import {
  acceptDuplicate,
  listProposals,
  type ReviewedPair,
  rejectDuplicate,
  undoMerge,
} from '../../service/duplicate/review-duplicates.ts';
import { valueIn } from '../present/page.ts';
import { warningSource } from '../present/warning.ts';
import type { RequestContext } from '../request-context.ts';
import type { Resolvers } from '../types.generated.ts';

const ruled = (outcome: Outcome<ReviewedPair>, { observe }: RequestContext) => {
  if (outcome.ok) return { pair: outcome.value, refusals: [] };
  for (const { code } of outcome.problems) observe.refused(code);
  return { pair: null, refusals: outcome.problems };
};

export const duplicateResolvers = {
  Query: {
    duplicateProposals: async (_, { first }, { hub, actor }) =>
      valueIn(await listProposals(hub, actor, first ?? 20)),
  },
  Mutation: {
    acceptDuplicate: async (_, { id }, context) =>
      ruled(await acceptDuplicate(context.hub, context.actor, id), context),
    rejectDuplicate: async (_, { id }, context) =>
      ruled(await rejectDuplicate(context.hub, context.actor, id), context),
    undoMerge: async (_, { id }, context) => ruled(await undoMerge(context.hub, context.actor, id), context),
  },
  DuplicatePair: { warnings: ({ warnings }) => warnings.map(warningSource) },
  RelatedWarning: { warning: ({ item }) => warningSource(item) },
} satisfies Partial<Resolvers>;
