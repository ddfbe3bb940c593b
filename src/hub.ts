// The composition root: opens the stores in order, closes them in reverse. A test may replace what is `outside`.
import type { Config } from './config/config.ts';
import { type Clock, systemClock } from './outside/clock.ts';
import { type Entropy, systemEntropy } from './outside/entropy.ts';
import { type Log, openLog } from './outside/log.ts';
import { type AccessClasses, openAccessClasses } from './store/access-classes.ts';
import { type ContentCache, openContentCache } from './store/cache/content-cache.ts';
import { connect, type Database } from './store/connect.ts';
import { type Context, openContext } from './store/context.ts';
import { type Counters, openCounters } from './store/counters.ts';
import { type Deliveries, openDeliveries } from './store/deliveries.ts';
import { type DirectoryCopy, openDirectory } from './store/directory.ts';
import { type Entries, openEntries } from './store/entries.ts';
import { type Feed, openFeed } from './store/feed.ts';
import { type Answers, openAnswers } from './store/idempotency.ts';
import { type Leases, openLeases } from './store/leases.ts';
import { type Members, openMembers } from './store/members.ts';
import { type Objects, openObjects } from './store/objects.ts';
import { openPairs, type Pairs } from './store/pairs.ts';
import { openReferences, type References } from './store/references.ts';
import { openThingPairs, type ThingPairs } from './store/thing/thing-pairs.ts';
import { openWarnings, type Warnings } from './store/warnings.ts';

export type Hub = {
  readonly config: Config;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly log: Log;
  readonly database: Database;
  readonly counters: Counters;
  readonly members: Members;
  readonly directory: DirectoryCopy;
  readonly warnings: Warnings;
  readonly accessClasses: AccessClasses;
  readonly feed: Feed;
  readonly contents: ContentCache;
  readonly objects: Objects;
  readonly entries: Entries;
  readonly leases: Leases;
  readonly deliveries: Deliveries;
  readonly answers: Answers;
  readonly context: Context;
  readonly references: References;
  readonly pairs: Pairs;
  readonly thingPairs: ThingPairs;
  /** Key of the cursors, shared by every process on this database. */
  readonly cursorKey: Buffer;
  close(): Promise<void>;
};

export type Overrides = { readonly clock?: Clock; readonly entropy?: Entropy; readonly log?: Log };

/** Opens everything that a process of Tocsin needs to serve or to work; throws when MongoDB cannot be reached. */
export const openHub = async (config: Config, part: string, overrides: Overrides = {}): Promise<Hub> => {
  const log = overrides.log ?? openLog(config.logLevel, part);
  const entropy = overrides.entropy ?? systemEntropy;
  const database = await connect(config.mongodbUrl.reveal(), config.database);
  const counters = openCounters(database);
  const members = await openMembers(database, counters);
  const fresh = entropy.bytes(32).toString('base64');
  return {
    config,
    log,
    entropy,
    clock: overrides.clock ?? systemClock,
    database,
    counters,
    members,
    directory: openDirectory(members, counters),
    warnings: await openWarnings(database),
    accessClasses: await openAccessClasses(database),
    feed: await openFeed(database),
    contents: openContentCache(),
    objects: await openObjects(database),
    entries: await openEntries(database),
    leases: openLeases(database),
    deliveries: await openDeliveries(database),
    answers: await openAnswers(database),
    context: await openContext(database),
    references: await openReferences(database),
    pairs: await openPairs(database),
    thingPairs: await openThingPairs(database),
    cursorKey: Buffer.from(await counters.setting('cursorKey', fresh), 'base64'),
    close: () => database.close(),
  };
};
