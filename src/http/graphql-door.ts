// GraphQL over HTTP: who asks, how fast, what, and then one execution with its time limit. Subscriptions go on as SSE.
import type { Request, Response } from 'express';
import type { ExecutionResult } from 'graphql';
import type { Actor } from '../domain/member.ts';
import type { Operation } from '../graphql/documents.ts';
import { isUnavailable, outwardError, type RequestRefusal, refusalOf, refuse } from '../graphql/errors.ts';
import { mayAct } from '../policy/decide.ts';
import { authenticate } from '../service/access/authenticate.ts';
import { isStoreUnreachable } from '../service/health/store-health.ts';
import { INTERNAL, sendRefusal, sendResult, TIMED_OUT, UNAUTHENTICATED, UNAVAILABLE } from './answer.ts';
import {
  type GraphqlRequest,
  type Media,
  mediaOf,
  PLAIN_JSON,
  readRequest,
  wantsStream,
} from './graphql-request.ts';
import { prepareOperation, takeRequest } from './prepare.ts';
import { contextOf, type Room, reporter } from './room.ts';
import { goneWith, streamResults } from './sse.ts';

const NEVER = new AbortController().signal;

type Exchange = {
  readonly request: Request;
  readonly response: Response;
  readonly media: Media;
  readonly id: string;
};

export const graphqlDoor =
  (room: Room) =>
  async (request: Request, response: Response): Promise<void> => {
    const startedAt = performance.now();
    const media = mediaOf(request);
    const id = String(response.getHeader('x-request-id'));
    const exchange = { request, response, media: media ?? PLAIN_JSON, id };
    try {
      const kind = media === null ? refuseWith(room, exchange, NOT_ACCEPTABLE) : await serve(room, exchange);
      if (kind !== null) room.metrics.request(kind, response.statusCode, performance.now() - startedAt);
    } catch (error) {
      fail(room, exchange, error);
      room.metrics.request('other', response.statusCode, performance.now() - startedAt);
    }
  };

const NOT_ACCEPTABLE = refusalOf('NOT_ACCEPTABLE');

/** The class of operation that was answered; null when a stream goes on. */
type Served = 'query' | 'mutation' | 'other' | null;

const serve = async (room: Room, exchange: Exchange): Promise<Served> => {
  const { request } = exchange;
  const actor = await authenticate(room.hub, request.headers.authorization);
  if (actor === null) return refuseWith(room, exchange, UNAUTHENTICATED);
  const rate = takeRequest(room, actor);
  if (!rate.ok) return refuseWith(room, exchange, rate.refusal);
  const asked = await readRequest(request, room.hub.config.limits, mayPublish(actor));
  if (!asked.ok) return refuseWith(room, exchange, asked.refusal);
  const idempotencyKey = headerOf(request, 'idempotency-key');
  const prepared = prepareOperation(room, actor, asked.value, idempotencyKey);
  if (!prepared.ok) return refuseWith(room, exchange, prepared.refusal);
  const operation = prepared.value;
  if (operation.kind === 'mutation' && request.method === 'GET') {
    const { refusal } = refuse('METHOD_NOT_ALLOWED', 'Send mutations by POST.', {
      headers: { allow: 'POST' },
    });
    return refuseWith(room, exchange, refusal);
  }
  if (operation.kind === 'subscription') return subscribe(room, exchange, actor, asked.value, operation);
  const context = contextOf(room, actor, {
    requestId: exchange.id,
    idempotencyKey,
    lastEventId: null,
    signal: NEVER,
  });
  const running = room.executor.run(operation, context, asked.value.variables);
  const result = await withinTime(running, room.hub.config.limits.operationMs);
  if (result === null) return refuseWith(room, exchange, TIMED_OUT);
  answer(room, exchange, result);
  return operation.kind;
};

const mayPublish = (actor: Actor): boolean =>
  mayAct(actor, 'warning.publish', null).allowed || mayAct(actor, 'practice.publish', null).allowed;

const headerOf = (request: Request, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

const subscribe = async (
  room: Room,
  exchange: Exchange,
  actor: Actor,
  asked: GraphqlRequest,
  operation: Operation,
): Promise<Served> => {
  const { request, response, id } = exchange;
  if (!wantsStream(request)) {
    const message =
      'A subscription is a stream: accept text/event-stream, or use a WebSocket (graphql-transport-ws).';
    return refuseWith(room, exchange, refusalOf('STREAM_NOT_ACCEPTED', message));
  }
  const gone = goneWith(response);
  const leave = room.streams.enter(actor.member.id, gone);
  if (leave === null || room.isClosing) {
    leave?.();
    return refuseWith(room, exchange, room.isClosing ? CLOSING : TOO_MANY);
  }
  const lastEventId = headerOf(request, 'last-event-id') ?? null;
  const signal = AbortSignal.any([gone, room.closing.signal]);
  const context = contextOf(room, actor, { requestId: id, idempotencyKey: undefined, lastEventId, signal });
  await streamResults(room, response, { operation, context, variables: asked.variables }).finally(leave);
  return null;
};

const TOO_MANY = refusalOf('TOO_MANY_STREAMS', undefined, { retryAfterSeconds: 30 });
const CLOSING = refusalOf('HUB_CLOSING', undefined, { retryAfterSeconds: 1 });

/** Null when the time was up; what still runs is bounded by the time limits of its own queries. */
const withinTime = async (running: Promise<ExecutionResult>, ms: number): Promise<ExecutionResult | null> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null);
  });
  return Promise.race([running, late]).finally(() => clearTimeout(timer));
};

const answer = (room: Room, exchange: Exchange, result: ExecutionResult): void => {
  const { response, media, id } = exchange;
  if (result.errors === undefined) {
    sendResult(response, 200, media, result);
    return;
  }
  if (isUnavailable(result.errors)) {
    refuseWith(room, exchange, UNAVAILABLE);
    return;
  }
  const errors = result.errors.map((error) => outwardError(error, id, reporter(room, id)));
  // Without `data` nothing was executed: the variables do not fit.
  const status = result.data === undefined && !media.isLenient && !media.isStream ? 400 : 200;
  sendResult(response, status, media, { ...result, errors });
};

const refuseWith = (room: Room, { response, media }: Exchange, refusal: RequestRefusal): 'other' => {
  room.metrics.observer.refused(refusal.code);
  sendRefusal(response, refusal, media);
  return 'other';
};

const fail = (room: Room, exchange: Exchange, error: unknown): void => {
  const refusal = isStoreUnreachable(error) ? UNAVAILABLE : INTERNAL;
  reporter(room, exchange.id)(error, refusal.code);
  if (exchange.response.headersSent) exchange.response.destroy();
  else sendRefusal(exchange.response, refusal, exchange.media);
};
