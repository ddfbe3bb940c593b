// The indicators in what the caller may read.
import { type Indicator, listIndicators } from '../../service/indicator/list-indicators.ts';
import { indicatorFilter } from '../present/draft.ts';
import { indicatorValues } from '../present/indicator-value.ts';
import { pageOf, valueIn } from '../present/page.ts';
import { warningSource } from '../present/warning.ts';
import type { RequestContext } from '../request-context.ts';
import type { QueryIndicatorsArgs, Resolvers } from '../types.generated.ts';

const indicators = async (
  args: QueryIndicatorsArgs,
  { hub, actor, receipts, foundNothing }: RequestContext,
) => {
  const { first, after, order = 'NEWEST_FIRST', since, filter } = args;
  const request = {
    first: first ?? 50,
    after: after ?? null,
    order,
    since: since ?? null,
    filter: indicatorFilter(filter),
  };
  const page = valueIn(await listIndicators(hub, actor, request));
  if (page.indicators.length === 0) foundNothing();
  for (const item of new Set(page.indicators.map(({ indicator }) => indicator.item)))
    receipts.note(actor, item, false);
  const edges = page.indicators.map(({ cursor, indicator }) => ({ cursor, node: indicator }));
  return pageOf(edges, page.hasNextPage, request.after, page.endCursor);
};

const markingOf = ({ tlp }: Indicator) => (tlp === 'UNKNOWN' ? null : tlp);

export const indicatorResolvers = {
  Query: { indicators: (_, args, context) => indicators(args, context) },
  Indicator: {
    values: (indicator) => indicatorValues(indicator),
    marking: markingOf,
    warning: ({ item }) => warningSource(item),
  },
  IndicatorValue: {
    notToBlock: (value) => value.notToBlock(),
    warningLists: async (value, _, { loaders }) => (await loaders.listedValues().load(value.of))(value),
  },
} satisfies Partial<Resolvers>;
