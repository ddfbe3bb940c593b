// The composition root: opens the stores in order and closes them in reverse. A test may replace what is `outside`.
import type { Config } from './config/config.ts';
import { isJournaled, journalLineOf } from './domain/backup/journal.ts';
import { type Clock, systemClock } from './outside/clock.ts';
import { type Entropy, systemEntropy } from './outside/entropy.ts';
import { type GuardedFetch, openGuardedFetch } from './outside/guarded-fetch.ts';
import { type Journal, journalFile, openJournal } from './outside/journal.ts';
import { type Log, openLog } from './outside/log.ts';
import { type Outbound, openOutbound } from './outside/outbound/outbound.ts';
import { openSecrets, type Secrets } from './outside/secrets.ts';
import {
  directoryUse,
  type Measurement,
  openStorage,
  type Storage,
  type StoragePlace,
} from './outside/storage.ts';
import { openTrace, type Trace } from './outside/trace.ts';
import { type Credentials, openCredentials } from './store/access/credentials.ts';
import { type Keys, openKeys } from './store/access/keys.ts';
import { type AccessLinks, openLinks } from './store/access/links.ts';
import { openProviders, type Providers } from './store/access/providers.ts';
import { openRecoveries, type Recoveries } from './store/access/recoveries.ts';
import { openSessions, type Sessions } from './store/access/sessions.ts';
import { type AccessClasses, openAccessClasses } from './store/access-classes.ts';
import { type Acts, openActs } from './store/acts.ts';
import { openProposals, type Proposals } from './store/approval/proposals.ts';
import { openRestored, type Restored } from './store/backup/restored.ts';
import { openRights } from './store/backup/rights.ts';
import { type Cases, openCases } from './store/case/cases.ts';
import { connect, type Database } from './store/connect.ts';
import { type ContentCache, openContentCache } from './store/content/content-cache.ts';
import { type Context, openContext } from './store/context.ts';
import { type Counters, openCounters } from './store/coordination/counters.ts';
import { type CursorKey, type CursorKeys, openCursorKeys } from './store/coordination/cursor-keys.ts';
import { type HubLeases, openHubLeases } from './store/coordination/hub-leases.ts';
import { type Leases, openLeases } from './store/coordination/leases.ts';
import { type Deliveries, openDeliveries } from './store/deliveries.ts';
import { type AllowedRanges, openAllowedRanges } from './store/delivery/allowed-ranges.ts';
import { type Attempts, openAttempts } from './store/delivery/attempts.ts';
import { type ChannelDeliveries, openChannelDeliveries } from './store/delivery/channel-deliveries.ts';
import { type EndpointSecrets, openEndpointSecrets } from './store/delivery/endpoint-secrets.ts';
import { type Endpoints, openEndpoints } from './store/delivery/endpoints.ts';
import { openSuppressions, type Suppressions } from './store/delivery/suppressions.ts';
import { type DirectoryCopy, openDirectory } from './store/directory.ts';
import { type Drafts, openDrafts } from './store/draft/drafts.ts';
import { StartRefusal } from './store/driver/start-refusal.ts';
import { type Courses, openCourses } from './store/effect/courses.ts';
import { type FeedbackStore, openFeedback } from './store/effect/feedback.ts';
import { type EntityPairs, openEntityPairs } from './store/entity/entity-pairs.ts';
import { type Entries, openEntries } from './store/entries.ts';
import { type Feed, openFeed } from './store/feed.ts';
import { type Answers, openAnswers } from './store/idempotency.ts';
import { type Members, openMembers } from './store/members.ts';
import { refuseIfTooOld } from './store/migration/release.ts';
import { pendingMigrations, runMigrations } from './store/migration/run/run-migrations.ts';
import { type Objects, openObjects } from './store/objects.ts';
import { openPairs, type Pairs } from './store/pairs.ts';
import { type AnswerPlans, openAnswerPlans } from './store/partnership/answer-plans.ts';
import { type Applications, openApplications } from './store/partnership/applications.ts';
import { type Communities, openCommunities } from './store/partnership/communities.ts';
import { type Definitions, openDefinitions } from './store/partnership/definitions.ts';
import { openPersons, type Persons } from './store/persons.ts';
import { openReferences, type References } from './store/references.ts';
import { type Holds, openHolds } from './store/retention/holds.ts';
import { openPersonTraces, type PersonTraces } from './store/retention/person-traces.ts';
import { openRemovedWarnings, type RemovedWarnings } from './store/retention/removed-warnings.ts';
import { openRetention, type RetentionStore } from './store/retention/retention.ts';
import { openWornOut, type WornOut } from './store/retention/worn-out.ts';
import { type GatheredStore, openGathered } from './store/subscription/gathered.ts';
import { openSubscriptions, type Subscriptions } from './store/subscription/subscriptions.ts';
import { openWays, type Ways } from './store/subscription/ways.ts';
import { openWarnings, type Warnings } from './store/warnings.ts';

export type Hub = {
  readonly config: Config;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly log: Log;
  readonly trace: Trace;
  /** Whether the disks have room for what an act writes. */
  readonly storage: Storage;
  readonly database: Database;
  readonly counters: Counters;
  readonly members: Members;
  readonly applications: Applications;
  /** How each member answers. */
  readonly answerPlans: AnswerPlans;
  /** Members that need help. */
  readonly cases: Cases;
  readonly persons: Persons;
  /** Forms that persons have not finished. */
  readonly drafts: Drafts;
  readonly sessions: Sessions;
  readonly credentials: Credentials;
  readonly providers: Providers;
  readonly recoveries: Recoveries;
  /** Seals what the hub must say to others. */
  readonly secrets: Secrets;
  /** Which processes run on this database, and which keys they have. */
  readonly hubLeases: HubLeases;
  /** Asks what members configured: identity providers. */
  readonly guardedFetch: GuardedFetch;
  readonly keys: Keys;
  /** One-time links of those who have no way to sign in yet. */
  readonly accessLinks: AccessLinks;
  readonly communities: Communities;
  /** Sector definitions and States that were added to those of the release. */
  readonly definitions: Definitions;
  readonly acts: Acts;
  /** What takes rights or data away, apart from the database. */
  readonly journal: Journal;
  readonly proposals: Proposals;
  readonly holds: Holds;
  readonly retention: RetentionStore;
  readonly removedWarnings: RemovedWarnings;
  readonly wornOut: WornOut;
  readonly personTraces: PersonTraces;
  readonly directory: DirectoryCopy;
  readonly warnings: Warnings;
  readonly accessClasses: AccessClasses;
  readonly feed: Feed;
  readonly contents: ContentCache;
  readonly objects: Objects;
  readonly entries: Entries;
  readonly leases: Leases;
  readonly deliveries: Deliveries;
  /** What persons and members want to be told of, where and when. */
  readonly subscriptions: Subscriptions;
  readonly ways: Ways;
  /** What waits for a digest. */
  readonly gathered: GatheredStore;
  /** What members say of warnings. */
  readonly feedback: FeedbackStore;
  readonly courses: Courses;
  /** Where members and persons are reached outside the hub. */
  readonly endpoints: Endpoints;
  readonly endpointSecrets: EndpointSecrets;
  readonly channelDeliveries: ChannelDeliveries;
  readonly attempts: Attempts;
  readonly allowedRanges: AllowedRanges;
  readonly suppressions: Suppressions;
  /** What goes out to endpoints. */
  readonly outbound: Outbound;
  readonly answers: Answers;
  readonly context: Context;
  readonly references: References;
  readonly pairs: Pairs;
  readonly entityPairs: EntityPairs;
  /** Key that seals cursors, shared by every process on this database. */
  readonly cursorKey: CursorKey;
  readonly cursorKeys: CursorKeys;
  /** What a restore has left: its epoch, and whether deliveries are held. */
  readonly restored: Restored;
  /** Key for ids that are made from names, so that nobody can compute whose they are. It never changes. */
  readonly nameKey: Buffer;
  /** Key that seals challenges and forms of sign-in. It never changes. */
  readonly signInKey: Buffer;
  /** Where browsers reach this hub, such as `https://hub.example.org`: fixed once the hub is founded. */
  readonly origin: string;
  close(): Promise<void>;
};

export type Overrides = {
  readonly clock?: Clock;
  readonly entropy?: Entropy;
  readonly log?: Log;
  readonly journal?: Journal;
  readonly outbound?: Outbound;
  /** How full the disks are. */
  readonly disks?: Readonly<Record<StoragePlace, Measurement>>;
  /**
   * REFUSE: open only a database that needs no migration, and never change it by opening it. RESTORE: open the one that a
   * restore is filling.
   */
  readonly migration?: 'RUN' | 'REFUSE' | 'RESTORE';
};

/** The database alone and unchanged, for a look at it before a hub opens it. */
export const openDatabase = ({ mongodbUrl, database }: Config): Promise<Database> =>
  connect(mongodbUrl.reveal(), database);

/**
 * Opens everything that a Tocsin process needs to serve or to work, and migrates the database. Throws when MongoDB cannot
 * be reached, and a StartRefusal when this release may not work on the database.
 */
export const openHub = async (config: Config, part: string, overrides: Overrides = {}): Promise<Hub> => {
  const log = overrides.log ?? openLog(config.logLevel, part);
  const entropy = overrides.entropy ?? systemEntropy;
  const clock = overrides.clock ?? systemClock;
  const database = await openDatabase(config);
  try {
    await migrated(database, config, { clock, entropy, log, migration: overrides.migration ?? 'RUN' });
    const disks = overrides.disks ?? {
      data: directoryUse(config.dataDirectory),
      database: () => database.diskUse(),
    };
    const storage = openStorage(disks, config.storage, log, () => clock.now().getTime());
    const journal = overrides.journal ?? openJournal(journalFile(config.dataDirectory, database.name), log);
    const outbound = overrides.outbound ?? openOutbound(outboundOf(config));
    return await openStores(config, database, { clock, entropy, log, storage, journal, outbound });
  } catch (error) {
    await database.close();
    throw error;
  }
};

type Outside = { readonly clock: Clock; readonly entropy: Entropy; readonly log: Log };

const migrated = async (
  database: Database,
  { release }: Config,
  { migration, entropy, ...outside }: Outside & { readonly migration: NonNullable<Overrides['migration']> },
): Promise<void> => {
  if (migration !== 'REFUSE') {
    const restoring = migration === 'RESTORE' ? ({ isRestoring: true } as const) : {};
    await runMigrations({ database, release, holder: entropy.uuid(), ...outside, ...restoring });
    return;
  }
  await refuseIfTooOld(database, release);
  if ((await pendingMigrations({ database, release })).length > 0) {
    throw new StartRefusal(
      'This database is not migrated to this release.',
      'Start the hub, or run `tocsin migrate` (first with --dry-run).',
    );
  }
};

const openStores = async (
  config: Config,
  database: Database,
  outside: Outside & {
    readonly storage: Storage;
    readonly journal: Journal;
    readonly outbound: Outbound;
  },
): Promise<Hub> => {
  const { entropy, journal, outbound } = outside;
  const counters = openCounters(database);
  const cursorKeys = await openCursorKeys(database, counters, entropy.bytes);
  const origin = await originOf(config, counters);
  const secret = async (name: 'signInKey' | 'nameKey'): Promise<Buffer> =>
    Buffer.from(await counters.setting(name, entropy.bytes(32).toString('base64')), 'base64');
  const trace = openTrace();
  const secrets = openSecrets({
    given: config.secretsKeys?.map((key) => key.reveal()) ?? null,
    file: config.secretsKeyFile,
  });
  return {
    config,
    ...outside,
    trace,
    database,
    counters,
    cursorKeys,
    ...partnershipOf(database, { counters, cursorKeys, secrets, ...outside }),
    ...waysInOf(database),
    ...administrationOf(database, journal),
    ...warningsOf(database),
    ...recordOf(database, trace),
    secrets,
    ...toldOf(database),
    ...channelsOf(database),
    guardedFetch: openGuardedFetch({ mayBePrivate: config.privateProviders || isLoopback(origin) }),
    restored: await openRestored(database),
    get cursorKey() {
      return cursorKeys.current();
    },
    signInKey: await secret('signInKey'),
    origin,
    nameKey: await secret('nameKey'),
    close: async () => {
      await outbound.close();
      await journal.close();
      await database.close();
    },
  };
};

/** Who is in the partnership, and the copy of it by which requests are judged. */
const partnershipOf = (
  database: Database,
  of: Pick<Hub, 'counters' | 'cursorKeys' | 'secrets' | 'clock' | 'storage'>,
): Pick<
  Hub,
  | 'communities'
  | 'members'
  | 'applications'
  | 'answerPlans'
  | 'definitions'
  | 'persons'
  | 'drafts'
  | 'keys'
  | 'directory'
  | 'hubLeases'
> => {
  const { counters, cursorKeys, secrets, storage } = of;
  const communities = openCommunities(database, () => of.clock.now());
  const members = openMembers(database, counters, { communities, storage });
  const [persons, keys] = [openPersons(database), openKeys(database)];
  const hubLeases = openHubLeases(database, secrets.ids);
  const sources = { members, persons, communities, keys, counters, cursorKeys, hubLeases };
  const directory = openDirectory({ ...sources, credentials: openCredentials(database) });
  return {
    communities,
    members,
    applications: openApplications(database),
    answerPlans: openAnswerPlans(database),
    definitions: openDefinitions(database),
    persons,
    drafts: openDrafts(database),
    keys,
    directory,
    hubLeases,
  };
};

const waysInOf = (
  database: Database,
): Pick<Hub, 'sessions' | 'credentials' | 'providers' | 'recoveries' | 'accessLinks'> => ({
  sessions: openSessions(database),
  credentials: openCredentials(database),
  providers: openProviders(database),
  recoveries: openRecoveries(database),
  accessLinks: openLinks(database),
});

/** The audit trail, what two persons decide, and what is kept how long. */
const administrationOf = (
  database: Database,
  journal: Journal,
): Pick<
  Hub,
  'acts' | 'proposals' | 'holds' | 'retention' | 'removedWarnings' | 'wornOut' | 'personTraces'
> => {
  const rights = openRights(database);
  return {
    acts: openActs(database, async (act) => {
      if (isJournaled(act)) await journal.append(journalLineOf(act, await rights.after(act)));
    }),
    proposals: openProposals(database),
    holds: openHolds(database),
    retention: openRetention(database),
    removedWarnings: openRemovedWarnings(database),
    wornOut: openWornOut(database),
    personTraces: openPersonTraces(database),
  };
};

/** Warnings as they are published, listed, answered and compared. */
const warningsOf = (
  database: Database,
): Pick<
  Hub,
  | 'warnings'
  | 'accessClasses'
  | 'feed'
  | 'contents'
  | 'objects'
  | 'answers'
  | 'context'
  | 'references'
  | 'pairs'
  | 'entityPairs'
> => ({
  warnings: openWarnings(database),
  accessClasses: openAccessClasses(database),
  feed: openFeed(database),
  contents: openContentCache(),
  objects: openObjects(database),
  answers: openAnswers(database),
  context: openContext(database),
  references: openReferences(database),
  pairs: openPairs(database),
  entityPairs: openEntityPairs(database),
});

/** The record, and the work that follows from it. */
const recordOf = (
  database: Database,
  trace: Trace,
): Pick<Hub, 'entries' | 'leases' | 'deliveries' | 'cases'> => ({
  cases: openCases(database),
  entries: openEntries(database, trace.current),
  leases: openLeases(database),
  deliveries: openDeliveries(database),
});

/** What is told to whom and when, and what came of it. */
const toldOf = (
  database: Database,
): Pick<Hub, 'subscriptions' | 'ways' | 'gathered' | 'feedback' | 'courses'> => ({
  subscriptions: openSubscriptions(database),
  ways: openWays(database),
  gathered: openGathered(database),
  feedback: openFeedback(database),
  courses: openCourses(database),
});

/** What goes out by mail and webhook. */
const channelsOf = (
  database: Database,
): Pick<
  Hub,
  'endpoints' | 'endpointSecrets' | 'channelDeliveries' | 'attempts' | 'allowedRanges' | 'suppressions'
> => ({
  endpoints: openEndpoints(database),
  endpointSecrets: openEndpointSecrets(database),
  channelDeliveries: openChannelDeliveries(database),
  attempts: openAttempts(database),
  allowedRanges: openAllowedRanges(database),
  suppressions: openSuppressions(database),
});

/** What was fixed at founding, else what is configured, else this machine. */
const originOf = async ({ origin, port }: Config, counters: Counters): Promise<string> => {
  const fixed = await counters.findSetting('origin');
  if (fixed !== null && origin !== null && fixed !== origin) {
    throw new StartRefusal(
      `This hub was founded at ${fixed}; TOCSIN_ORIGIN says ${origin}.`,
      'Passkeys and links are bound to it. Set TOCSIN_ORIGIN back, or move the hub with `tocsin hub move`.',
    );
  }
  return fixed ?? origin ?? `http://localhost:${port}`;
};

const outboundOf = ({ mail, outboundCa: ca, bounceFolder }: Config) => ({
  bounceFolder,
  mail: { url: mail.url?.reveal() ?? null, from: mail.from, bounces: mail.bounces },
  ca,
});

const isLoopback = (origin: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname);
