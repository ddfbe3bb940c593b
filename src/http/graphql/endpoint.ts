// POST and GET /graphql: checks a request against the limits and runs it once, with a time limit. Subscriptions continue
// as SSE. A query ends with its client; what changes something is finished, since the client may not learn of it otherwise.
import type { GraphQLParams } from 'graphql-yoga';
import type { Operation } from '../../graphql/documents.ts';
import { outageAmong, outwardError, refusalOf, refuse } from '../../graphql/errors.ts';
import type { Rendered, RunResult } from '../../graphql/server.ts';
import { INTERNAL, type Reply, refusalFor, refusalReply, resultReply, TIMED_OUT } from '../answer.ts';
import { withinLimits } from '../caller/within-limits.ts';
import { contextOf, type HttpDeps, reporter } from '../http-deps.ts';
import type { OperationClass } from '../metrics.ts';
import { type CompleteCall, type KeyedCall, keyed, type Outcome, RIGHTS_CHANGED } from '../spine.ts';
import { type Price, prepareOperation, priceOf, resolveText, takePublished } from './prepare.ts';
import {
  type GraphqlRequest,
  mediaOf,
  PLAIN_JSON,
  readRequest,
  type SentRequest,
  wantsStream,
} from './request.ts';
import { goneWith, streamResults } from './sse.ts';

export const graphqlResource = keyed<SentRequest>({
  method: 'all',
  path: '/graphql',
  // A mutation that publishes is also charged to its member's publication rate, once its fields are known.
  rate: 'REQUEST',
  counted: 'other',
  does: 'EITHER',
  onRefusal: (refusal, { request, id }) => refusalReply(refusal, mediaOf(request) ?? PLAIN_JSON, id),
  read: async (deps, call) => (mediaOf(call.request) === null ? NOT_ACCEPTABLE : readRequest(deps, call)),
  act: (deps, call, sent) => serve(deps, call, sent),
});

const NOT_ACCEPTABLE = refuse('NOT_ACCEPTABLE');

const serve = async (deps: HttpDeps, call: CompleteCall, sent: SentRequest): Promise<Outcome> => {
  const { request, actor, floor } = call;
  const idempotencyKey = headerOf(call, 'idempotency-key');
  const asked = resolveText(deps, actor, sent);
  if (!asked.ok) return asked;
  const prepared = prepareOperation(deps, actor, asked.value, idempotencyKey);
  if (!prepared.ok) return prepared;
  const operation = prepared.value;
  if (operation.kind === 'mutation' && request.method === 'GET') {
    return refuse('METHOD_NOT_ALLOWED', 'Send mutations by POST.', { headers: { allow: 'POST' } });
  }
  if (operation.kind === 'mutation') {
    const rate = await takePublished(deps, actor, operation);
    if (!rate.ok) return rate;
  }
  if (operation.kind === 'subscription') {
    floor.stop();
    return subscribe(deps, call, asked.value, operation);
  }
  return answerOnce(deps, call, { sent, operation, variables: asked.value.variables });
};

type Asked = {
  readonly sent: SentRequest;
  readonly operation: Operation;
  readonly variables: GraphqlRequest['variables'];
};

const answerOnce = async (
  deps: HttpDeps,
  call: CompleteCall,
  { sent, operation, variables }: Asked,
): Promise<Outcome> => {
  const { request, response, actor, id: requestId, floor } = call;
  const client = operation.kind === 'query' ? response : null;
  const price = priceOf(deps, operation, variables);
  const answer = await withinLimits(deps, { client }, async (signal) => {
    const requestContext = contextOf(deps, actor, {
      requestId,
      idempotencyKey: headerOf(call, 'idempotency-key'),
      lastEventId: null,
      signal,
      foundNothing: floor.foundNothing,
    });
    // What fails because its time is over is no fault to report, and nobody's answer.
    const render = (result: RunResult) =>
      renderedOf(signal.aborted ? LATE : replyTo(deps, call, result, price));
    const run = () =>
      deps.server.run(request, { operation, variables, params: paramsOf(sent), requestContext, render });
    if (operation.kind !== 'mutation') return deps.fewAtOnce(actor.key, run);
    const done = await deps.broker.acting(actor, run);
    return done?.value ?? 'RIGHTS_CHANGED';
  });
  if (answer === 'RIGHTS_CHANGED') return RIGHTS_CHANGED;
  if (answer !== null) {
    const reply = replyOf(answer, operation.kind);
    // An act is never compressed: what it shows once stands beside what was sent.
    if (operation.kind === 'mutation') return { ok: true, value: { ...reply, isOfAct: true } };
    return { ok: true, value: response.destroyed ? reply : await deps.compression.of(request, reply) };
  }
  return response.destroyed ? { ok: true, value: null } : { ok: false, refusal: TIMED_OUT };
};

const LATE = resultReply(503, PLAIN_JSON, {});

/** The parameters as the client sent them: a text, or a hash that prepare.ts has resolved. */
const paramsOf = ({ query, hash, variables, operationName }: SentRequest): GraphQLParams => ({
  variables,
  ...(operationName === null ? {} : { operationName }),
  ...(query === null ? { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } } : { query }),
});

const headerOf = ({ request }: KeyedCall, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

const subscribe = async (
  deps: HttpDeps,
  call: KeyedCall,
  asked: GraphqlRequest,
  operation: Operation,
): Promise<Outcome> => {
  const { request, response, actor, id: requestId } = call;
  if (!wantsStream(request)) {
    const message =
      'A subscription is a stream: accept text/event-stream, or use a WebSocket (graphql-transport-ws).';
    return refuse('STREAM_NOT_ACCEPTED', message);
  }
  const gone = goneWith(response);
  const leave = deps.streams.enter(actor.member.id, gone);
  if (leave === null || deps.isClosing) {
    leave?.();
    return { ok: false, refusal: deps.isClosing ? CLOSING : TOO_MANY };
  }
  // A stream lasts for hours, and its body is done with.
  deps.bodies.leave(request);
  const lastEventId = headerOf(call, 'last-event-id') ?? null;
  // What the broker sends by itself ends with the broker.
  const signal = isPushed(operation) ? gone : AbortSignal.any([gone, deps.closing.signal]);
  const context = contextOf(deps, actor, { requestId, idempotencyKey: undefined, lastEventId, signal });
  let goesOn = false;
  try {
    goesOn = await streamResults(deps, response, { operation, context, variables: asked.variables });
  } finally {
    // One that goes on leaves with its connection.
    if (!goesOn) leave();
  }
  return { ok: true, value: null };
};

/** Warnings; a heartbeat is read by its stream. */
const isPushed = ({ rootFields }: Operation): boolean => rootFields[0] === 'warningReceived';

const TOO_MANY = refusalOf('TOO_MANY_STREAMS', undefined, { retryAfterSeconds: 30 });
const CLOSING = refusalOf('HUB_CLOSING', undefined, { retryAfterSeconds: 1 });

/** A result in the negotiated media type; each error has a code and the request id. */
const replyTo = (deps: HttpDeps, { request, id }: KeyedCall, result: RunResult, price: Price): Reply => {
  const media = mediaOf(request) ?? PLAIN_JSON;
  if (result.errors === undefined) return resultReply(200, media, result, price);
  const outage = outageAmong(result.errors);
  if (outage !== undefined) {
    const refusal = refusalFor(outage);
    reporter(deps, id)(outage.originalError ?? outage, refusal.code);
    return refusalReply(refusal, media, id);
  }
  const errors = result.errors.map((error) => outwardError(error, id, reporter(deps, id)));
  const isExecuted = result.data !== undefined;
  // The execution itself failed, not a field.
  if (!isExecuted && errors.some(({ extensions }) => extensions['code'] === INTERNAL.code))
    return refusalReply(INTERNAL, media, id);
  // Without `data` nothing was executed: the variables are invalid.
  const status = isExecuted || media.isLenient || media.isStream ? 200 : 400;
  return resultReply(status, media, { ...result, errors }, isExecuted ? price : undefined);
};

const renderedOf = ({ status, type, body, headers }: Reply): Rendered => ({
  status,
  headers: { ...headers, 'content-type': type },
  body: typeof body === 'string' ? Buffer.from(body) : body,
});

/** Without the length that yoga adds: Node says that of what is sent. */
const replyOf = (
  { status, headers: { 'content-type': type = '', 'content-length': _, ...headers }, body }: Rendered,
  counted: OperationClass,
): Reply => ({
  status,
  type,
  body,
  headers,
  counted,
});
