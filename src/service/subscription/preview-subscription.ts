// What a subscription would have sent in the days before now: the rules of dispatch over the reader's own feed, so that it tells
// nothing but what the reader may read today.
import type { Actor } from '../../domain/member.ts';
import { accepted, notFound, type Outcome, problem, refused } from '../../domain/problem.ts';
import { sectorAndAncestors } from '../../domain/sector.ts';
import { asksForProducts, fitsBeforeProducts, fitsProducts } from '../../domain/subscription/fits-filter.ts';
import { type PastVersion, simulate, type WouldBeSent } from '../../domain/subscription/simulate.ts';
import type { Subscription, SubscriptionFilter } from '../../domain/subscription/subscription.ts';
import type { Summary } from '../../domain/warning.ts';
import type { Hub } from '../../hub.ts';
import { EVERY_SECTOR } from '../../store/feed.ts';
import { boundsOf, narrowedBy } from '../feed/feed-order.ts';
import { openFeedReader } from '../feed/feed-reader.ts';
import { doesConcern, hasGrade } from '../feed/matches.ts';
import { type BatchesDeps, readBatches } from '../feed/read-batches.ts';
import type { ReadRow } from '../feed/with-contents.ts';
import { type CheckedFilter, checkFilter, type FeedFilter, itemOf } from '../item/item.ts';
import { dueOf } from './decide-dispatch.ts';
import { draftedSubscription, keptEndpoint, type SubscriptionChange } from './keep-subscription.ts';
import { type ProductsDeps, productsOf } from './products-of.ts';
import { subscribedItem } from './subscribed-item.ts';

type Deps = BatchesDeps & ProductsDeps & Pick<Hub, 'entries' | 'directory' | 'endpoints'>;

export type Tried = SubscriptionChange & {
  /** Where it would stand; null for one of the actor's own. */
  readonly endpoint?: string | null;
};

export type Previewed = {
  /** Oldest first; what would still wait now is left out. */
  readonly messages: readonly WouldBeSent[];
  /** Items that would wait for a digest that is still to come. */
  readonly waiting: number;
  readonly isPartial: boolean;
};

const DAY_MS = 24 * 3_600_000;
const MOST_DAYS = 30;
/** Versions that are looked at, and of those the ones whose objects are. */
const MOST_VERSIONS = 2_000;
const MOST_WITH_OBJECTS = 300;
const STEP = 200;
const MOST_SECTORS = 10;

export const previewSubscription = async (
  hub: Deps,
  actor: Actor,
  { endpoint = null, ...draft }: Tried,
  days: number,
): Promise<Outcome<Previewed>> => {
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) return refused(daysOutOfRange());
  const at = endpoint === null ? actor : await keptEndpoint(hub, actor, endpoint);
  if (at === null) return notFound('$.endpoint');
  const drafted = await draftedSubscription(hub, actor, { ...draft, name: 'preview' });
  if (!drafted.ok) return drafted;
  const subscription: Subscription = { ...drafted.value, person: at.person, id: '', endpoint: '' };
  const now = hub.clock.now();
  const since = new Date(now.getTime() - days * DAY_MS);
  const checked = checkFilter(narrowest(subscription.filter));
  if (!checked.ok) return checked;
  const past = { subscription, filter: checked.value, since, looked: { versions: 0, objects: 0 } };
  const found = await pastVersions(hub, actor, past);
  const sent = simulate(subscription, found.versions);
  const messages = sent.filter(({ at }) => at <= now);
  const waiting = sent.filter(({ at }) => at > now).flatMap(({ items }) => items).length;
  return accepted({ messages, waiting, isPartial: found.isPartial });
};

/** As much of it as the feed finds by its indexes; the rest is looked at row by row. */
const narrowest = (filter: SubscriptionFilter): FeedFilter => {
  const {
    sectors = [],
    kinds = [],
    severities,
    urgencies,
    certainties,
    countries = [],
    text,
    exercise,
  } = filter;
  const [kind] = kinds;
  const [country] = countries;
  return {
    ...(sectors.length > 0 && sectors.length <= MOST_SECTORS ? { sectors: wholesOf(sectors) } : {}),
    ...(kind !== undefined && new Set(kinds).size === 1 ? { kind } : {}),
    ...(severities === undefined ? {} : { severities }),
    ...(urgencies === undefined ? {} : { urgencies }),
    ...(certainties === undefined ? {} : { certainties }),
    ...(country !== undefined && countries.length === 1 ? { country } : {}),
    ...(text === undefined ? {} : { text }),
    ...(exercise === undefined ? {} : { exercise }),
  };
};

/** The list of a whole has what concerns its parts, and what concerns itself. */
const wholesOf = (sectors: readonly string[]): string[] => [
  ...new Set(sectors.map((each) => sectorAndAncestors(each).at(-1) ?? each)),
];

type Past = {
  readonly subscription: Subscription;
  readonly filter: CheckedFilter;
  readonly since: Date;
  readonly looked: { versions: number; objects: number };
};

type Found = { readonly versions: readonly PastVersion[]; readonly isPartial: boolean };

/** What names no sector fits too and is in no list of a sector: it is looked for with what is left of the versions. */
const pastVersions = async (hub: Deps, actor: Actor, past: Past): Promise<Found> => {
  const found = await searched(hub, actor, past, () => true);
  if (past.filter.sectors.includes(EVERY_SECTOR)) return found;
  const everywhere = { ...past, filter: { ...past.filter, sectors: [EVERY_SECTOR] } };
  const more = await searched(
    hub,
    actor,
    everywhere,
    ({ sectorsConcerned }) => sectorsConcerned.length === 0,
  );
  const versions = [...found.versions, ...more.versions];
  return {
    versions: versions.sort((one, other) => one.at.getTime() - other.at.getTime()),
    isPartial: found.isPartial || more.isPartial,
  };
};

const searched = async (
  hub: Deps,
  actor: Actor,
  { subscription, filter, since, looked }: Past,
  isWanted: (summary: Summary) => boolean,
): Promise<Found> => {
  const { filter: narrowed, floor } = await narrowedBy(hub, filter, since.toISOString());
  const reader = openFeedReader(hub, actor);
  const bounds = boundsOf({ order: 'OLDEST_FIRST', start: null, floor });
  const versions: PastVersion[] = [];
  const search = { reader, filter: narrowed, bounds, wanted: STEP, budget: MOST_VERSIONS - looked.versions };
  for await (const { rows, isLast } of readBatches(hub, search)) {
    looked.versions += rows.length;
    for (const row of rows) {
      const { summary } = row.parsed;
      if (!isWanted(summary) || !doesConcern(summary, narrowed)) continue;
      const version = await pastVersion(hub, actor, { row, subscription, filter: narrowed, looked });
      if (version !== null) versions.push(version);
    }
    if (isLast) return { versions, isPartial: looked.objects > MOST_WITH_OBJECTS };
  }
  return { versions, isPartial: true };
};

type One = {
  readonly row: ReadRow;
  readonly subscription: Subscription;
  readonly filter: CheckedFilter;
  readonly looked: { objects: number };
};

/** Null for what it would not tell: its own, what came in silence, and what does not fit. */
const pastVersion = async (
  hub: Deps,
  actor: Actor,
  { row, subscription, filter, looked }: One,
): Promise<PastVersion | null> => {
  const item = itemOf(row, actor, '', hub.clock.now().getTime());
  if (item === null || item.isQuiet || item.reason.kind === 'OWN' || !hasGrade(item.grade, filter))
    return null;
  const { summary, access, reason, grade } = item;
  const seen = subscribedItem({ summary, access, reason, grade, words: [] }, actor.member);
  // The feed has looked for the words.
  const { text: _, ...asked } = subscription.filter;
  if (!fitsBeforeProducts(asked, seen)) return null;
  if (asksForProducts(asked)) {
    looked.objects += 1;
    if (looked.objects > MOST_WITH_OBJECTS) return null;
    if (!fitsProducts(asked, await productsOf(hub, row.parsed))) return null;
  }
  return {
    id: summary.id,
    at: new Date(summary.updatedAt),
    severity: summary.severity,
    urgency: grade.urgency,
    tlp: access.tlp,
    // It would not have been told anything before.
    isWithdrawal: summary.messageType === 'CANCEL',
    isDirect: seen.isDirect,
    // Only those whom it names read it; at an endpoint of a member it is told to nobody.
    isNamed: access.tlp === 'RED' && subscription.person !== null,
    fits: true,
    answerDue: dueOf(summary),
  };
};

const daysOutOfRange = () =>
  problem(
    'SUBSCRIPTION_MALFORMED',
    '$.days',
    `A whole number from 1 to ${MOST_DAYS}.`,
    'Give one in this range.',
  );
