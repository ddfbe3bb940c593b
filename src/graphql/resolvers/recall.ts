// Recalls and narrowings: the acts, and what is left for those who held it.
import { NOT_LISTED } from '../../policy/disclosed-relation.ts';
import { listDeliveries } from '../../service/delivery/list-deliveries.ts';
import type { Item } from '../../service/item/item.ts';
import { type NarrowRequest, narrowWarning } from '../../service/warning/narrow/narrow-warning.ts';
import { countNotTold } from '../../service/warning/recall/count-not-told.ts';
import { readFormer } from '../../service/warning/recall/read-former.ts';
import { recallWarning } from '../../service/warning/recall/recall-warning.ts';
import { act } from '../act.ts';
import { alternativesOf } from '../present/draft.ts';
import { pageOf, valueIn } from '../present/page.ts';
import { narrowResult, publishResult } from '../present/publish-result.ts';
import { warningSource } from '../present/warning.ts';
import type { RequestContext } from '../request-context.ts';
import type {
  NarrowWarningInput,
  RecallUnconfirmedArgs,
  Resolvers,
  ResolversTypes,
} from '../types.generated.ts';

const unconfirmed = async (
  item: Item,
  { first, after }: Pick<RecallUnconfirmedArgs, 'first' | 'after'>,
  { hub, actor }: RequestContext,
): Promise<ResolversTypes['DeliveryConnection'] | null> => {
  const request = { first: first ?? 50, after: after ?? null, unless: 'ACTED' as const };
  const outcome = await listDeliveries(hub, actor, item, request);
  if (outcome === null) return null;
  const page = valueIn(outcome);
  const edges = page.deliveries.map(({ cursor, delivery }) => ({ cursor, node: delivery }));
  return { ...pageOf(edges, page.hasNextPage, request.after), notListed: NOT_LISTED };
};

const narrowRequest = ({
  dryRun: _,
  keep,
  exclude,
  organisations,
  marking,
  whatToDo,
  language,
  ...input
}: NarrowWarningInput): NarrowRequest => ({
  ...input,
  keep: keep == null ? null : alternativesOf(keep),
  exclude: exclude ?? [],
  organisations: organisations ?? [],
  marking: marking ?? null,
  whatToDo: whatToDo ?? null,
  language: language ?? 'en',
});

const itemIn = async ({ warnings }: RequestContext['loaders'], id: string | null) => {
  const item = id === null ? null : await warnings().load(id);
  return item === null ? null : warningSource(item);
};

export const recallResolvers = {
  Mutation: {
    recallWarning: act('PUBLISH', async (_, { input }, context) => {
      const { dryRun, whatToDo, ...request } = input;
      const options = { idempotencyKey: context.idempotencyKey, isTrial: dryRun === true };
      const recalled = { ...request, language: input.language ?? 'en', whatToDo: whatToDo ?? null };
      return publishResult(await recallWarning(context.hub, context.actor, recalled, options), context);
    }),
    narrowWarning: act('PUBLISH', async (_, { input }, context) => {
      const options = { idempotencyKey: context.idempotencyKey, isTrial: input.dryRun === true };
      return narrowResult(
        await narrowWarning(context.hub, context.actor, narrowRequest(input), options),
        context,
      );
    }),
  },
  NarrowResult: {
    notListed: () => NOT_LISTED,
    warning: ({ published }, _, { loaders }) => itemIn(loaders, published),
    notice: ({ notice }, _, { loaders }) => itemIn(loaders, notice),
  },
  Warning: { recall: ({ item }) => (item.summary.recall === undefined ? null : item) },
  Recall: {
    warning: ({ summary }) => summary.recall?.warning ?? summary.id,
    reason: ({ summary }) => summary.summary,
    whatToDo: ({ summary }) => summary.recall?.whatToDo ?? '',
    isNarrowed: ({ summary }) => summary.recall?.isNarrowed === true,
    former: async (item, _, { hub, actor }) => {
      const former = await readFormer(hub, actor, item);
      return former === null ? null : warningSource(former);
    },
    unconfirmed: (item, args, context) => unconfirmed(item, args, context),
    notTold: (item, _, { hub, actor }) => countNotTold(hub, actor, item),
  },
} satisfies Partial<Resolvers>;
