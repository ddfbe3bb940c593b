// Drafts of the person who asks.
import type { Draft } from '../../domain/draft/draft.ts';
import type { Outcome } from '../../domain/problem.ts';
import { discardDraft, saveDraft } from '../../service/draft/keep-drafts.ts';
import { contentOf, findDraft, listDrafts } from '../../service/draft/read-drafts.ts';
import { act } from '../act.ts';
import type { RequestContext } from '../request-context.ts';
import type { Resolvers } from '../types.generated.ts';

const resultOf = (outcome: Outcome<Draft>, { observe }: RequestContext) => {
  if (outcome.ok) return { draft: outcome.value, refusals: [] };
  for (const { code } of outcome.problems) observe.refused(code);
  return { draft: null, refusals: outcome.problems };
};

export const draftResolvers = {
  Query: {
    drafts: (_, __, { hub, actor }) => listDrafts(hub, actor),
    draft: async (_, { id }, { hub, actor, foundNothing }) => {
      const draft = await findDraft(hub, actor, id);
      if (draft === null) foundNothing();
      return draft;
    },
  },
  Mutation: {
    saveDraft: act('REQUEST', async (_, { input }, context) => {
      const { seen = null, corrects = null, ...texts } = input;
      const { hub, actor, idempotencyKey } = context;
      return resultOf(await saveDraft(hub, actor, { seen, corrects, ...texts }, { idempotencyKey }), context);
    }),
    discardDraft: act('REQUEST', async (_, { input: { id, version } }, context) =>
      resultOf(await discardDraft(context.hub, context.actor, { id, seen: version ?? null }), context),
    ),
  },
  Draft: {
    draftId: ({ id }) => id,
    // What was discarded a moment ago has none any more.
    content: ({ id }, _, { hub, actor }) => contentOf(hub, actor, id),
  },
} satisfies Partial<Resolvers>;
