// Related warnings, duplicate proposals, and the rulings of reviewers on them.
import {
  acceptDuplicate,
  listProposals,
  rejectDuplicate,
  undoMerge,
} from '../../service/duplicate/review-duplicates.ts';
import { act } from '../act.ts';
import { proposalsPage, valueIn } from '../present/page.ts';
import { ruled } from '../present/ruling.ts';
import { warningSource } from '../present/warning.ts';
import type { Resolvers } from '../types.generated.ts';

export const duplicateResolvers = {
  // The stored states keep their old names.
  PairState: {
    COLLAPSED: 'FOLDED',
    LINKED: 'LINKED',
    PROPOSED: 'PROPOSED',
    ACCEPTED: 'ACCEPTED',
    DISTINCT: 'APART',
  },
  Query: {
    duplicateProposals: async (_, { first, after, exercise }, { hub, actor, foundNothing }) => {
      const request = { first: first ?? 20, after: after ?? null, partition: exercise ?? null };
      const proposals = valueIn(await listProposals(hub, actor, request));
      if (proposals.proposals.length === 0) foundNothing();
      return proposalsPage(proposals, request.after);
    },
  },
  Mutation: {
    acceptDuplicate: act('REQUEST', async (_, { input }, context) =>
      ruled(await acceptDuplicate(context.hub, context.actor, input.id), context),
    ),
    rejectDuplicate: act('REQUEST', async (_, { input }, context) =>
      ruled(await rejectDuplicate(context.hub, context.actor, input.id), context),
    ),
    undoMerge: act('REQUEST', async (_, { input }, context) =>
      ruled(await undoMerge(context.hub, context.actor, input.id, input.reopen), context),
    ),
  },
  DuplicatePair: { warnings: ({ warnings }) => warnings.map(warningSource) },
  RelatedWarning: { warning: ({ item }) => warningSource(item) },
} satisfies Partial<Resolvers>;
