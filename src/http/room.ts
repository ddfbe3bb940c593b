// What the doors of one hub share.
import type { GraphQLSchema } from 'graphql';
import type { Actor } from '../domain/member.ts';
import type { ProblemCode } from '../domain/problem-codes/catalogue.ts';
import { type Documents, openDocuments } from '../graphql/documents.ts';
import { type Executor, openExecutor } from '../graphql/execute.ts';
import { openLoaders } from '../graphql/loaders.ts';
import type { RequestContext } from '../graphql/request-context.ts';
import { openSchema } from '../graphql/schema.ts';
import type { Hub } from '../hub.ts';
import { openReceipts, type Receipts } from '../service/delivery/mark-received.ts';
import type { Broker } from '../service/live/broker.ts';
import { type Connections, openConnections } from './connections.ts';
import { type Metrics, openMetrics } from './metrics.ts';
import { type Bucket, openBucket } from './rate-limit.ts';
import { openStreams, type Streams } from './streams.ts';

export type Room = {
  readonly hub: Hub;
  readonly broker: Broker;
  readonly receipts: Receipts;
  readonly schema: GraphQLSchema;
  readonly documents: Documents;
  readonly executor: Executor;
  readonly metrics: Metrics;
  readonly streams: Streams;
  /** Sockets with a key, whether they carry a stream or not. */
  readonly sockets: Streams;
  readonly connections: Connections;
  readonly requests: Bucket;
  readonly publishes: Bucket;
  isClosing: boolean;
  /** Aborted at the very end: what has not ended by itself is cut. */
  readonly closing: AbortController;
};

export const openRoom = (hub: Hub, broker: Broker): Room => {
  const { limits } = hub.config;
  const schema = openSchema();
  const streams = openStreams(limits);
  const connections = openConnections(limits, hub.log);
  return {
    hub,
    broker,
    schema,
    streams,
    connections,
    sockets: openStreams(limits),
    receipts: openReceipts(hub),
    documents: openDocuments(schema, limits),
    executor: openExecutor(schema),
    metrics: openMetrics(hub, streams, connections),
    requests: openBucket(limits.requestsPerSecond, limits.requestBurst),
    publishes: openBucket(limits.publishesPerSecond, limits.publishesPerSecond),
    isClosing: false,
    closing: new AbortController(),
  };
};

type Circumstances = Pick<RequestContext, 'requestId' | 'idempotencyKey' | 'lastEventId' | 'signal'>;

export const contextOf = (room: Room, actor: Actor, circumstances: Circumstances): RequestContext => ({
  hub: room.hub,
  broker: room.broker,
  receipts: room.receipts,
  observe: room.metrics.observer,
  actor,
  loaders: openLoaders(room.hub, actor),
  shown: [],
  ...circumstances,
});

/** Notes in the log what the reader is told only the request's id of. */
export const reporter =
  (room: Room, requestId: string) =>
  (error: unknown, code: ProblemCode): void => {
    room.metrics.observer.refused(code);
    room.hub.log.error({ err: error, requestId, code }, 'a request failed');
  };
