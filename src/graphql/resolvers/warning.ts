// The feed, one warning with its objects and deliveries, and the stream of new warnings.
import { knownInWords } from '../../domain/known/known-in-words.ts';
import { NOT_LISTED } from '../../policy/disclosed-relation.ts';
import { listDeliveries } from '../../service/delivery/list-deliveries.ts';
import { readFeed } from '../../service/feed/read-feed.ts';
import type { Item } from '../../service/item/item.ts';
import { itemVersions, readItemVersions } from '../../service/item/item-versions.ts';
import { bundleOfWarning } from '../../service/object/bundle/bundle-of-warning.ts';
import { strictBundle } from '../../service/object/bundle/strict-bundle.ts';
import { indicatorsSince } from '../../service/object/indicators-since.ts';
import { readObjects } from '../../service/object/read-objects.ts';
import { changedObjects, type VersionPair } from '../../service/object/version/changed-objects.ts';
import { feedFilter } from '../present/draft.ts';
import { pageOf, valueIn } from '../present/page.ts';
import { objectChange, versionDifference, versionSource } from '../present/version.ts';
import { edgeSource, warningSource } from '../present/warning.ts';
import type { RequestContext } from '../request-context.ts';
import type {
  QueryFeedArgs,
  Resolvers,
  SubscriptionWarningReceivedArgs,
  WarningBundleArgs,
  WarningDeliveriesArgs,
  WarningDifferenceArgs,
} from '../types.generated.ts';

type PageArguments = { first?: number | null | undefined; after?: string | null | undefined };

const requestOf = ({ first, after }: PageArguments) => ({ first: first ?? 50, after: after ?? null });

const feed = async (args: QueryFeedArgs, context: RequestContext) => {
  const { hub, actor, receipts } = context;
  const { order = 'NEWEST_FIRST', since = null } = args;
  const request = { ...requestOf(args), filter: feedFilter(args.filter), order, since };
  const { items, hasNextPage, endCursor } = valueIn(await readFeed(hub, actor, request));
  for (const item of items) receipts.note(actor, item, false);
  if (items.length === 0) context.foundNothing();
  context.shown = items;
  return pageOf(items.map(edgeSource), hasNextPage, request.after, endCursor);
};

const warning = async (id: string, { actor, loaders, receipts, openings }: RequestContext) => {
  const item = await loaders.warnings().load(id);
  if (item === null) return null;
  receipts.note(actor, item, false);
  openings.note(actor, item, 'warning.opened');
  return warningSource(item);
};

const objects = async (item: Item, args: PageArguments, { hub, actor }: RequestContext) => {
  const page = valueIn(await readObjects(hub, actor, item, requestOf(args)));
  const edges = page.objects.map(({ cursor, object }) => ({ cursor, node: object }));
  return pageOf(edges, page.hasNextPage, args.after ?? null);
};

const deliveries = async (item: Item, args: WarningDeliveriesArgs, { hub, actor }: RequestContext) => {
  const request = { ...requestOf(args), version: args.version };
  const outcome = await listDeliveries(hub, actor, item, request);
  if (outcome === null) return null;
  const page = valueIn(outcome);
  const edges = page.deliveries.map(({ cursor, delivery }) => ({ cursor, node: delivery }));
  return { ...pageOf(edges, page.hasNextPage, args.after ?? null), notListed: NOT_LISTED };
};

const versions = async (item: Item, { first, after }: PageArguments, { hub, actor }: RequestContext) => {
  const request = { first: first ?? 20, after: after ?? null };
  const page = valueIn(await readItemVersions(hub, actor, item.summary.id, request));
  const edges = page.versions.map(({ cursor, version }) => ({ cursor, node: versionSource(version) }));
  return pageOf(edges, page.hasNextPage, request.after);
};

const difference = async (item: Item, args: WarningDifferenceArgs, context: RequestContext) => {
  const { hub, actor, foundNothing } = context;
  const numbers = [args.from, args.to ?? null];
  const found = await itemVersions(hub, actor, item.summary.id, numbers);
  const [from, to] = numbers.map((number) => found.get(number));
  if (from !== undefined && to !== undefined) return versionDifference({ from, to });
  foundNothing();
  return null;
};

const changes = async (pair: VersionPair, args: PageArguments, { hub, actor }: RequestContext) => {
  const page = valueIn(await changedObjects(hub, actor, pair, requestOf(args)));
  const edges = page.objects.map(({ cursor, change }) => ({ cursor, node: objectChange(change) }));
  return pageOf(edges, page.hasNextPage, args.after ?? null);
};

const received = (args: SubscriptionWarningReceivedArgs, context: RequestContext) => {
  const after = context.lastEventId ?? args.after ?? null;
  const began = (cursor: string): void => {
    context.resumeAfter = cursor;
  };
  const subscription = { after, filter: feedFilter(args.filter), began };
  return context.broker.subscribe(context.actor, subscription, context.signal);
};

const bundle = async (item: Item, args: WarningBundleArgs, { hub, actor, openings }: RequestContext) => {
  openings.note(actor, item, 'warning.exported');
  const { newest, context, strict } = args;
  const options = { isNewest: newest ?? false, hasContext: context ?? true };
  const whole = await bundleOfWarning(hub, actor, item, options);
  return strict ? strictBundle(whole) : whole;
};

export const warningResolvers = {
  Query: {
    feed: (_, args, context) => feed(args, context),
    warning: (_, { id }, context) => warning(id, context),
  },
  Subscription: {
    warningReceived: {
      subscribe: (_, args, context) => received(args, context),
      resolve: (item: Item) => edgeSource(item),
    },
  },
  Warning: {
    effectiveUrgency: ({ item }) => item.grade.urgency,
    effectiveCertainty: ({ item }) => item.grade.certainty,
    raisedBecause: ({ item }) => item.grade.because,
    known: ({ item }, _, { loaders }) => loaders.known().load(item),
    heldBefore: ({ item }, _, { loaders }) => loaders.heldBefore().load(item),
    feedback: ({ item }, _, { loaders }) => loaders.feedback().load(item),
    sources: ({ item }, _, { loaders }) => loaders.sources().load(item),
    related: ({ item }, _, { loaders }) => loaders.related().load(item),
    corroboration: ({ item }, _, { loaders }) => loaders.corroboration().load(item),
    objects: ({ item }, args, context) => objects(item, args, context),
    bundle: ({ item }, args, context) => bundle(item, args, context),
    deliveries: ({ item }, args, context) => deliveries(item, args, context),
    versions: ({ item }, args, context) => versions(item, args, context),
    difference: ({ item }, args, context) => difference(item, args, context),
    myDelivery: ({ item }, _, { loaders }) => loaders.myDelivery().load(item),
  },
  SsvcDecision: { TRACK: 'track', TRACK_STAR: 'track*', ATTEND: 'attend', ACT: 'act' },
  SsvcExploitation: { NONE: 'none', POC: 'poc', ACTIVE: 'active' },
  SsvcTechnicalImpact: { PARTIAL: 'partial', TOTAL: 'total' },
  Known: { inWords: (known) => knownInWords(known) },
  HeldVersion: {
    indicators: ({ item, version }, _, { hub, actor }) => indicatorsSince(hub, actor, item, version),
  },
  WarningDifference: { objects: ({ pair }, args, context) => changes(pair, args, context) },
  Source: { marking: ({ tlp }) => (tlp === 'UNKNOWN' ? null : tlp) },
} satisfies Partial<Resolvers>;
