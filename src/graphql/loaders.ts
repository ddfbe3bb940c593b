// Batches the reads of one request: rows of an answer that need the same kind of read share one. Access is decided for the
// request's actor. Members need no loader: the directory is in memory.
import DataLoader from 'dataloader';
import type { Care } from '../domain/care/publish-care.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { PartitionToRead } from '../domain/exercise/partition.ts';
import { type Known, NOTHING_KNOWN } from '../domain/known/known.ts';
import type { Actor } from '../domain/member.ts';
import type { PublisherSummary } from '../domain/warning.ts';
import type { Hub } from '../hub.ts';
import { careOfProposals, recipientsOfProposals, type ToConsider } from '../service/approval/care-of.ts';
import {
  attemptsOf,
  type LoggedDelivery,
  type ShownAttempt,
  type ShownTexts,
  textsOf,
} from '../service/channel/log/read-log.ts';
import { myDeliveries } from '../service/delivery/list-deliveries.ts';
import { REACHED_BY_NONE, type ReachedBys, readReachedBy } from '../service/delivery/reached-by.ts';
import { type AnswerToVersion, readAnswers } from '../service/delivery/read-answers.ts';
import { type Related, readCorroborationOf, readRelatedOf } from '../service/duplicate/read-related.ts';
import { type FeedbackSummary, feedbackOn, NOTHING_SAID } from '../service/effect/give-feedback.ts';
import { readKnownOf } from '../service/enrichment/read-known.ts';
import { readSourcesOf, type SourceItem } from '../service/feed/read-sources.ts';
import { type ListsOf, listedValuesOf } from '../service/indicator/listed-values.ts';
import { type HeldBefore, heldBefore } from '../service/item/held-before.ts';
import type { Item } from '../service/item/item.ts';
import { readWarnings } from '../service/item/read-warning.ts';
import { type ObjectSources, objectSources } from '../service/object/object-sources.ts';
import { enrichmentOf } from '../service/object/read-enrichment.ts';
import { readObjectsByIds } from '../service/object/read-objects.ts';
import { revokersOf } from '../service/object/version/read-versions.ts';
import type { VisibleObject } from '../service/object/visible-object.ts';
import { contactsOf, type ShownContact } from '../service/person/list-persons.ts';
import { followedBy } from '../service/reminder/shown-reminders.ts';
import { once } from './present/once.ts';

export type Loaders = {
  readonly warnings: () => DataLoader<string, Item | null>;
  readonly sources: () => DataLoader<Item, readonly SourceItem[]>;
  readonly related: () => DataLoader<Item, readonly Related[]>;
  readonly corroboration: () => DataLoader<Item, number>;
  readonly known: () => DataLoader<Item, Known>;
  readonly heldBefore: () => DataLoader<Item, HeldBefore | null>;
  readonly feedback: () => DataLoader<Item, FeedbackSummary>;
  readonly myDelivery: () => DataLoader<Item, Delivery | null>;
  readonly answers: () => DataLoader<Delivery, readonly AnswerToVersion[]>;
  readonly reachedBy: () => DataLoader<Delivery, ReachedBys>;
  readonly attempts: () => DataLoader<LoggedDelivery, readonly ShownAttempt[]>;
  readonly attemptTexts: () => DataLoader<ShownAttempt, ShownTexts>;
  readonly objects: (partition: PartitionToRead) => DataLoader<string, VisibleObject | null>;
  readonly enrichment: () => DataLoader<VisibleObject, readonly VisibleObject[]>;
  readonly listedValues: () => DataLoader<VisibleObject, ListsOf>;
  readonly objectSources: () => DataLoader<VisibleObject, ObjectSources>;
  readonly care: () => DataLoader<ToConsider, readonly Care[]>;
  readonly recipients: () => DataLoader<ToConsider, number | null>;
  readonly contacts: () => DataLoader<string, readonly ShownContact[]>;
  readonly revokers: () => DataLoader<VisibleObject, readonly PublisherSummary[]>;
};

const oncePer = <Key, Value>(make: (key: Key) => Value): ((key: Key) => Value) => {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
};

type WarningLoader = DataLoader<string, Item | null>;

const warningLoader = (hub: Hub, actor: Actor, foundNothing: () => void): WarningLoader =>
  new DataLoader(async (ids: readonly string[]) => {
    const found = await readWarnings(hub, actor, ids);
    if (found.size < ids.length) foundNothing();
    return ids.map((id) => found.get(id) ?? null);
  });

/** As far as the reader follows them: whoever is not told what becomes of a delivery sees none of its endpoints. */
const reachedByLoader = (hub: Hub, actor: Actor, warnings: WarningLoader): DataLoader<Delivery, ReachedBys> =>
  new DataLoader(async (deliveries: readonly Delivery[]) => {
    const all = await Promise.all(
      deliveries.map(async (delivery) => ({ delivery, item: await warnings.load(delivery.warning) })),
    );
    const isFollowed = await followedBy(hub, actor, all);
    const followed = deliveries.filter((_, at) => isFollowed[at]);
    const reached = await readReachedBy(hub, followed);
    const found = new Map(followed.map((delivery, at) => [delivery, reached[at]]));
    return deliveries.map((delivery) => found.get(delivery) ?? REACHED_BY_NONE);
  });

/** One read for all items of a request; `absent` stands for an item of which nothing was found. */
const byItem = <Value>(
  read: (items: readonly Item[]) => Promise<ReadonlyMap<string, Value>>,
  absent: Value,
): DataLoader<Item, Value> =>
  new DataLoader(async (items: readonly Item[]) => {
    const found = await read(items);
    return items.map((item) => found.get(item.summary.id) ?? absent);
  });

/** Indicators whose notes are read at once: each may have some hundreds. */
const NOTED_AT_ONCE = 50;

/** Created on first use: most requests need none. `foundNothing` is called when an id leads to nothing. */
export const openLoaders = (hub: Hub, actor: Actor, foundNothing: () => void = () => undefined): Loaders =>
  loadersBeside(
    once(() => warningLoader(hub, actor, foundNothing)),
    hub,
    actor,
    foundNothing,
  );

const loadersBeside = (
  warnings: Loaders['warnings'],
  hub: Hub,
  actor: Actor,
  foundNothing: () => void,
): Loaders => ({
  warnings,
  sources: once(() => byItem((items) => readSourcesOf(hub, actor, items), [])),
  related: once(() => byItem((items) => readRelatedOf(hub, actor, items), [])),
  corroboration: once(() => byItem((items) => readCorroborationOf(hub, actor, items), 1)),
  known: once(() => byItem((items) => readKnownOf(hub, items), NOTHING_KNOWN)),
  heldBefore: once(() => byItem((items) => heldBefore(hub, actor, items), null)),
  feedback: once(() => byItem((items) => feedbackOn(hub, actor, items), NOTHING_SAID)),
  myDelivery: once(() => byItem((items) => myDeliveries(hub, actor, items), null)),
  answers: once(
    () => new DataLoader((deliveries: readonly Delivery[]) => readAnswers(hub, actor.member.id, deliveries)),
  ),
  reachedBy: once(() => reachedByLoader(hub, actor, warnings())),
  attempts: once(() => new DataLoader((logged: readonly LoggedDelivery[]) => attemptsOf(hub, actor, logged))),
  attemptTexts: once(() => new DataLoader((attempts: readonly ShownAttempt[]) => textsOf(hub, attempts))),
  objects: oncePer(
    (partition: PartitionToRead) =>
      new DataLoader(async (ids: readonly string[]) => {
        const found = await readObjectsByIds(hub, actor, ids, partition);
        if (found.size < ids.length) foundNothing();
        return ids.map((id) => found.get(id) ?? null);
      }),
  ),
  enrichment: once(() => new DataLoader((objects: readonly VisibleObject[]) => enrichmentOf(hub, objects))),
  listedValues: once(
    () =>
      new DataLoader((indicators: readonly VisibleObject[]) => listedValuesOf(hub, indicators), {
        maxBatchSize: NOTED_AT_ONCE,
      }),
  ),
  objectSources: once(
    () =>
      new DataLoader((objects: readonly VisibleObject[]) =>
        Promise.all(objects.map((object) => objectSources(hub, actor, object))),
      ),
  ),
  care: once(
    () => new DataLoader((proposals: readonly ToConsider[]) => careOfProposals(hub, actor, proposals)),
  ),
  recipients: once(
    () => new DataLoader((proposals: readonly ToConsider[]) => recipientsOfProposals(hub, actor, proposals)),
  ),
  // By the member as it is written: asked again under another name in one request, it is not read again.
  contacts: once(
    () =>
      new DataLoader((slugs: readonly string[]) =>
        Promise.all(slugs.map((slug) => contactsOf(hub, actor, slug))),
      ),
  ),
  revokers: once(
    () => new DataLoader((objects: readonly VisibleObject[]) => revokersOf(hub, actor, objects)),
  ),
});
