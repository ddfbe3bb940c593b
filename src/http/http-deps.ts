// The shared dependencies of the HTTP resources and sockets of one hub.
import type { GraphQLSchema } from 'graphql';
import type { Limits } from '../config/config.ts';
import type { Actor } from '../domain/member.ts';
import type { ProblemCode } from '../domain/problem-codes/catalogue.ts';
import { type Documents, openDocuments } from '../graphql/documents.ts';
import { openExecutor } from '../graphql/execute.ts';
import { type EventRenderings, openEventRenderings } from '../graphql/live/event-rendering.ts';
import { openLoaders } from '../graphql/loaders.ts';
import { openPersistedTexts, type PersistedTexts } from '../graphql/persisted-texts.ts';
import type { RequestContext } from '../graphql/request-context.ts';
import { openSchema } from '../graphql/schema.ts';
import { type GraphqlServer, openGraphqlServer } from '../graphql/server.ts';
import type { Hub } from '../hub.ts';
import { CONSOLE_DOCUMENTS } from '../operations/console-documents.generated.ts';
import { OPERATIONS } from '../operations/operations.ts';
import { openSharedBuckets, type SharedBuckets } from '../outside/shared-buckets.ts';
import { openUses, type Uses } from '../service/access/note-uses.ts';
import { type Openings, openOpenings } from '../service/audit/note-openings.ts';
import { openReceipts, type Receipts } from '../service/delivery/mark-received.ts';
import { atMostEach } from '../service/health/at-most-each.ts';
import { missingForService } from '../service/health/store-health.ts';
import type { Broker } from '../service/live/broker.ts';
import { openAllowance } from './bounds/allowance.ts';
import { type Bodies, openBodies } from './bounds/bodies.ts';
import { type Buffers, openBuffers } from './bounds/buffers.ts';
import { type Connections, openConnections } from './bounds/connections.ts';
import { type FewAtOnce, openFewAtOnce } from './bounds/few-at-once.ts';
import { openStreams, type Streams } from './bounds/streams.ts';
import { type ClientAddress, openClientAddress } from './caller/client-address.ts';
import { type ClientCertificate, openClientCertificate } from './caller/client-certificate.ts';
import { type ConsoleBuild, readConsoleBuild } from './console/console-build.ts';
import { type GraphiqlFiles, openGraphiqlFiles } from './graphiql/graphiql-files.ts';
import { type Compression, openCompression } from './graphql/compress.ts';
import { type Metrics, openMetrics } from './metrics.ts';
import { openPings, type Pings } from './pings.ts';
import type { Allowances } from './rate-limit.ts';

export type HttpDeps = Allowances & {
  readonly hub: Hub;
  readonly broker: Broker;
  readonly receipts: Receipts;
  readonly openings: Openings;
  readonly uses: Uses;
  readonly schema: GraphQLSchema;
  readonly documents: Documents;
  readonly persisted: PersistedTexts;
  readonly server: GraphqlServer;
  readonly compression: Compression;
  /** Queries of one key or session. */
  readonly fewAtOnce: FewAtOnce;
  readonly graphiql: GraphiqlFiles;
  /** The console as it was built; null where there is none, or where the operator serves none. */
  readonly console: ConsoleBuild | null;
  readonly metrics: Metrics;
  readonly streams: Streams;
  readonly renderings: EventRenderings;
  readonly pings: Pings;
  /** Authenticated sockets, with or without a subscription. */
  readonly sockets: Streams;
  readonly connections: Connections;
  readonly bodies: Bodies;
  readonly buffers: Buffers;
  /** Names of the servers that cannot be reached; the database is asked once a second at most, for all callers. */
  readonly missing: () => Promise<readonly string[]>;
  readonly clientAddress: ClientAddress;
  readonly clientCertificate: ClientCertificate;
  /** Where the hubs of an installation count together; null: each counts by itself. */
  readonly shared: SharedBuckets | null;
  isClosing: boolean;
  /** Aborted last, to cut whatever has not ended by itself. */
  readonly closing: AbortController;
};

/** Rate of requests for large public files per address. A visit to GraphiQL takes six, which browsers then cache. */
const VISITS_PER_SECOND = 2;
const VISIT_BURST = 60;

/** Whoever asks whether the hub is ready, and how often. */
const READY_MS = 1_000;

/** Limits on registered query texts, in characters: per key, and in total. */
const PERSISTED = { charactersPerKey: 256 * 1024, characters: 16 * 1024 * 1024 };

export const openHttpDeps = (hub: Hub, broker: Broker): HttpDeps => {
  const { limits } = hub.config;
  const schema = openSchema();
  const shared = hub.config.sharesLimits
    ? openSharedBuckets(hub.config.redisUrl.reveal(), hub.database.name)
    : null;
  const own = [...Object.values(OPERATIONS), ...CONSOLE_DOCUMENTS];
  const streams = openStreams(limits);
  const connections = openConnections(limits, hub.log);
  const bodies = openBodies({
    limits,
    makeRoom: (claim) => buffers.makeRoom(claim),
    now: () => performance.now(),
  });
  const parts = { unsent: connections, bodies, streams: broker.waiting };
  const buffers = openBuffers(limits.bufferBytes, parts);
  const closing = new AbortController();
  return {
    hub,
    broker,
    schema,
    streams,
    connections,
    bodies,
    buffers,
    missing: atMostEach(READY_MS, () => missingForService(hub)),
    sockets: openStreams(limits),
    receipts: openReceipts(hub),
    openings: openOpenings(hub),
    uses: openUses(hub),
    documents: openDocuments(schema, limits, own),
    persisted: openPersistedTexts(own, { ...PERSISTED, textsPerKey: limits.persistedQueries }),
    server: openGraphqlServer(schema, openExecutor(schema)),
    compression: openCompression(),
    fewAtOnce: openFewAtOnce(),
    graphiql: openGraphiqlFiles(),
    console: hub.config.servesConsole ? readConsoleBuild() : null,
    metrics: openMetrics(hub, { streams, buffers: parts }),
    ...allowancesOf(limits, shared),
    shared,
    clientAddress: openClientAddress(hub.config.proxies),
    clientCertificate: openClientCertificate(hub.config.certificateProxies, () => hub.clock.now()),
    isClosing: false,
    closing,
    renderings: openEventRenderings(closing.signal),
    pings: openPings(),
  };
};

const allowancesOf = (limits: Limits, shared: SharedBuckets | null): Allowances => {
  const of = (bucket: string, perSecond: number, burst: number) =>
    openAllowance(bucket, { perSecond, burst }, shared);
  return {
    requests: of('requests', limits.requestsPerSecond, limits.requestBurst),
    publishes: of('publications', limits.publishesPerSecond, limits.publishesPerSecond),
    visits: of('visits', VISITS_PER_SECOND, VISIT_BURST),
    pages: of('pages', limits.requestsPerSecond, limits.requestBurst),
    signIns: of('sign-ins', limits.signInsPerMinute / 60, limits.signInsPerMinute),
    keyFailures: of('key-failures', limits.keyFailuresPerMinute / 60, limits.keyFailuresPerMinute),
  };
};

type Circumstances = Pick<RequestContext, 'requestId' | 'idempotencyKey' | 'lastEventId' | 'signal'> &
  Partial<Pick<RequestContext, 'foundNothing'>>;

export const contextOf = (
  deps: HttpDeps,
  actor: Actor,
  { foundNothing = () => undefined, ...circumstances }: Circumstances,
): RequestContext => {
  const { observer } = deps.metrics;
  const refused = (code: ProblemCode): void => {
    if (code === 'NOT_FOUND') foundNothing();
    observer.refused(code);
  };
  return {
    hub: deps.hub,
    broker: deps.broker,
    receipts: deps.receipts,
    openings: deps.openings,
    observe: { ...observer, refused },
    foundNothing,
    actor,
    loaders: openLoaders(deps.hub, actor, foundNothing),
    shown: [],
    resumeAfter: null,
    ...circumstances,
  };
};

/** Logs an error of which the client sees only the request id. */
export const reporter =
  (deps: HttpDeps, requestId: string) =>
  (error: unknown, code: ProblemCode): void => {
    deps.metrics.observer.refused(code);
    deps.hub.log.error({ err: error, requestId, code }, 'a request failed');
  };
