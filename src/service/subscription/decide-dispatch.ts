// What happens with a version at endpoints: told now, gathered for a digest, or not told. It only reads, and leaves what it
// decided to its caller, which writes one delivery for each endpoint; whoever reads there is decided again when it is sent.

import type { Endpoint } from '../../domain/channel/endpoint.ts';
import { gradeOf } from '../../domain/grade/effective-grade.ts';
import type { Actor } from '../../domain/member.ts';
import {
  type Dispatch,
  type DispatchCause,
  type DispatchFacts,
  dispatchFor,
  dispatchOf,
  dispatchWithout,
  soonest,
  toldAt,
} from '../../domain/subscription/dispatch.ts';
import { asksForProducts, fitsFilter } from '../../domain/subscription/fits-filter.ts';
import type { Product } from '../../domain/subscription/product.ts';
import { isExpired, type Subscription } from '../../domain/subscription/subscription.ts';
import type { Summary } from '../../domain/warning.ts';
import type { Hub } from '../../hub.ts';
import { decide } from '../../policy/decide.ts';
import { shownSummary } from '../../policy/view.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import { EVERY_SECTOR } from '../../store/feed.ts';
import type { Content, WarningRow } from '../../store/warnings.ts';
import { endpointReader } from './endpoint-reader.ts';
import { type ProductsDeps, productsOf } from './products-of.ts';
import { subscribedItem } from './subscribed-item.ts';

export type DispatchDeps = ProductsDeps & Pick<Hub, 'subscriptions' | 'directory' | 'feed' | 'clock'>;

export type AskedEndpoint = Pick<Endpoint, 'id' | 'member' | 'person' | 'hasSubscribed'>;

export type DispatchRequest = {
  readonly row: WarningRow;
  readonly endpoints: readonly AskedEndpoint[];
  /** Ids of the endpoints where a former version was told. */
  readonly wasTold: ReadonlySet<string>;
  /** Single messages in this hour by the clock, by endpoint. */
  readonly toldThisHour: ReadonlyMap<string, number>;
};

export type Dispatched = {
  readonly to: Dispatch;
  readonly cause: DispatchCause;
  /** Id of the subscription that decided; null where none did. */
  readonly subscription: string | null;
};

const NOT_READABLE: Dispatched = { to: 'NOT', cause: 'NOT_ASKED_FOR', subscription: null };

export type KnownSubscriptions = { readonly at: readonly Subscription[]; readonly ever: ReadonlySet<string> };

/** What stands at these endpoints: read once where several versions are decided. */
export const subscriptionsAt = async (
  { subscriptions }: Pick<Hub, 'subscriptions'>,
  ids: readonly string[],
): Promise<KnownSubscriptions> => {
  const [at, ever] = await Promise.all([subscriptions.atEndpoints(ids), subscriptions.everAt(ids)]);
  return { at, ever };
};

/** By endpoint, each of the endpoints asked for. */
export const decideDispatches = async (
  hub: DispatchDeps,
  request: DispatchRequest,
  known?: KnownSubscriptions,
): Promise<ReadonlyMap<string, Dispatched>> => {
  const { row, endpoints } = request;
  const directory = await hub.directory.current();
  const ids = endpoints.map(({ id }) => id);
  const { at, ever } = known ?? (await subscriptionsAt(hub, ids));
  const subscriptions = Map.groupBy(at, ({ endpoint }) => endpoint);
  const version = await versionOf(hub, row, [...subscriptions.values()].flat());
  return new Map(
    endpoints.map((endpoint): [string, Dispatched] => {
      const reader = endpointReader(directory, endpoint);
      const { id } = endpoint;
      const hadAny = endpoint.hasSubscribed === true || ever.has(id);
      const one = { ...request, endpoint, hadAny, of: subscriptions.get(id) ?? [] };
      return [id, reader === null ? NOT_READABLE : decideOne(reader, version, one)];
    }),
  );
};

type Version = {
  readonly row: WarningRow;
  readonly content: Content;
  readonly words: readonly string[];
  readonly products: readonly Product[];
  readonly now: Date;
};

/** Words and products are read only where a subscription asks for them. */
const versionOf = async (
  hub: DispatchDeps,
  row: WarningRow,
  of: readonly Subscription[],
): Promise<Version> => {
  const content = contentOf(row.content);
  const asksForWords = of.some(({ filter }) => filter.text !== undefined);
  const [feedRow] = asksForWords ? await hub.feed.byIds([`${row._id}.${EVERY_SECTOR}`]) : [];
  const products = of.some(({ filter }) => asksForProducts(filter)) ? await productsOf(hub, content) : [];
  return { row, content, words: feedRow?.words ?? [], products, now: hub.clock.now() };
};

type One = DispatchRequest & {
  readonly endpoint: AskedEndpoint;
  /** Whether anybody ever subscribed to real traffic there. */
  readonly hadAny: boolean;
  readonly of: readonly Subscription[];
};

const decideOne = (reader: Actor, version: Version, one: One): Dispatched => {
  const { row, content, words, products, now } = version;
  const { endpoint, of } = one;
  const decision = decide(reader, content.access, now.getTime());
  if (!decision.allowed || decision.reason.kind === 'OWN') return NOT_READABLE;
  const { summary } = shownSummary(reader, content, now.getTime());
  const grade = gradeOf(row, content.summary);
  const { reason } = decision;
  const item = subscribedItem({ summary, access: content.access, reason, grade, words }, reader.member);
  const facts = (filtered: boolean): DispatchFacts => ({
    severity: item.severity,
    urgency: item.urgency,
    tlp: content.access.tlp,
    isWithdrawal: content.summary.messageType === 'CANCEL' || content.summary.recall !== undefined,
    isDirect: item.isDirect,
    isNamed: isNamed(endpoint, content),
    fits: filtered,
    wasTold: one.wasTold.has(endpoint.id),
    answerDue: dueOf(content.summary),
    toldThisHour: one.toldThisHour.get(endpoint.id) ?? 0,
    now,
  });
  const { exercise } = content.access;
  const isAbout = ({ filter }: Subscription): boolean => (filter.exercise ?? null) === exercise;
  const inForce = of.filter((each) => isAbout(each) && !isExpired(each, now));
  if (inForce.length === 0) {
    // Traffic of an exercise goes where somebody asked for that exercise by its name (I10).
    if (exercise !== null)
      return dispatched(one.wasTold.has(endpoint.id) ? 'CORRECTS' : 'NOT_ASKED_FOR', null);
    const had = { isMembers: endpoint.person === null, hadAny: one.hadAny };
    return dispatched(dispatchWithout(had, facts(false)), null);
  }
  const fits = ({ filter }: Subscription): boolean => fitsFilter(filter, item, products);
  const found = inForce.map((each) => {
    const about = facts(fits(each));
    const cause = dispatchOf(each, about);
    return { cause, id: each.id, toldAt: toldAt(each, cause, about) };
  });
  const best = soonest(found);
  return best === null ? NOT_READABLE : dispatched(best.cause, best.id);
};

const dispatched = (cause: DispatchCause, subscription: string | null): Dispatched => ({
  to: dispatchFor(cause),
  cause,
  subscription,
});

/** Whether the version is what the subscription asks for, as its reader is shown it now. */
export const doesAskFor = async (
  hub: DispatchDeps,
  subscription: Subscription,
  reader: Actor,
  { row }: { readonly row: WarningRow },
): Promise<boolean> => {
  const { content, words, products, now } = await versionOf(hub, row, [subscription]);
  const decision = decide(reader, content.access, now.getTime());
  if (!decision.allowed) return false;
  const { summary } = shownSummary(reader, content, now.getTime());
  const { reason } = decision;
  const grade = gradeOf(row, content.summary);
  const item = subscribedItem({ summary, access: content.access, reason, grade, words }, reader.member);
  return fitsFilter(subscription.filter, item, products);
};

/** By when an answer is asked for; null where none is. */
export const dueOf = ({ answerBy }: Pick<Summary, 'answerBy'>): Date | null =>
  answerBy === null || answerBy === undefined ? null : new Date(answerBy);

const isNamed = ({ person }: AskedEndpoint, { access }: Content): boolean =>
  person !== null && access.audience.alternatives.some(({ persons }) => persons?.includes(person) === true);
