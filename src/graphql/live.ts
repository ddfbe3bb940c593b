// A subscription as a sequence of results, each with the cursor to resume after; used for SSE and WebSocket. It ends with
// a result: a stream that the hub closes says why and where to resume. It is pulled: a transport asks for the next result
// when its client has received the last, and newer events wait in the broker's bounded buffer.
import {
  createSourceEventStream,
  type ExecutionResult,
  executeSubscriptionEvent,
  GraphQLError,
  type GraphQLSchema,
  validateSubscriptionArgs,
} from 'graphql';
import { asOfNow } from '../service/live/match.ts';
import { StreamClosed } from '../service/live/stream.ts';
import type { Operation } from './documents.ts';
import { failureOf, outageAmong, outwardError, type Report, streamError } from './errors.ts';
import type { Variables } from './execute.ts';
import { openLoaders } from './loaders.ts';
import type { RequestContext } from './request-context.ts';

export type LiveResult = { readonly cursor: string | null; readonly result: ExecutionResult };

export type SubscriptionRequest = {
  readonly operation: Operation;
  readonly context: RequestContext;
  readonly variables: Variables;
};

/** The results, or the error that prevents them. */
export type Subscribe = (
  request: SubscriptionRequest,
) => Promise<AsyncIterable<LiveResult> | { readonly errors: readonly GraphQLError[] }>;

export type LiveRequest = SubscriptionRequest & {
  /** Subscribes through the server and its hooks. */
  readonly subscribe: Subscribe;
  readonly report: Report;
};

/**
 * An outage ends the stream before the event that it hit, so that nothing is missed by whoever resumes from the cursor that
 * it names.
 */
export async function* liveResults(request: LiveRequest): AsyncGenerator<LiveResult, void, void> {
  const { context, report } = request;
  const outward = (error: GraphQLError) => outwardError(error, context.requestId, report);
  const last = (errors: readonly GraphQLError[]): LiveResult => ({
    cursor: null,
    result: { errors: errors.map(outward) },
  });
  const source = await request.subscribe(request);
  if ('errors' in source) return yield last(source.errors);
  try {
    for await (const { cursor, result } of source) {
      // What is cut because the client has gone is no fault to report.
      if (context.signal.aborted) return;
      const outage = outageAmong(result.errors ?? []);
      if (outage !== undefined) throw outage;
      const errors = result.errors?.map(outward);
      yield { cursor, result: errors === undefined ? result : { ...result, errors } };
      context.resumeAfter = cursor ?? context.resumeAfter;
    }
  } catch (error) {
    yield last([endOf(error, request)]);
  }
}

const endOf = (error: unknown, { context, report }: LiveRequest): GraphQLError => {
  if (error instanceof StreamClosed) return streamError(error);
  if (failureOf(error) !== 'UNAVAILABLE') return asError(error);
  report(error, 'UNAVAILABLE');
  return streamError(new StreamClosed('UNAVAILABLE', context.resumeAfter));
};

/** The subscribe function of the server. It runs graphql-js step by step, so that a result keeps the cursor of its event. */
export const subscribeWithCursors = async (
  schema: GraphQLSchema,
  { operation, context, variables }: SubscriptionRequest,
): ReturnType<Subscribe> => {
  const { document, name: operationName } = operation;
  const args = { schema, document, operationName, variableValues: variables, contextValue: context };
  const prepared = validateSubscriptionArgs(args);
  if (!('schema' in prepared)) return { errors: prepared };
  const source = await createSourceEventStream(prepared);
  if (!(Symbol.asyncIterator in source)) return { errors: source.errors ?? [] };
  return executeEach(prepared, source, context);
};

type Prepared = Exclude<ReturnType<typeof validateSubscriptionArgs>, readonly GraphQLError[]>;

async function* executeEach(
  prepared: Prepared,
  source: AsyncIterable<unknown>,
  context: RequestContext,
): AsyncGenerator<LiveResult, void, void> {
  const { hub, signal } = context;
  for await (const event of source) {
    const contextValue = await contextOfEvent(context);
    const result = await hub.database.inTime({ signal }, () =>
      executeSubscriptionEvent({ ...prepared, rootValue: event, contextValue }),
    );
    yield { cursor: cursorOf(event), result };
  }
}

/** A stream is open for hours: each event is read with the rights of then, and nothing read for an earlier one (I8). */
const contextOfEvent = async (context: RequestContext): Promise<RequestContext> => {
  const { hub, foundNothing, resumeAfter } = context;
  const actor = await asOfNow(hub, context.actor);
  if (actor === null) throw new StreamClosed('RIGHTS_CHANGED', resumeAfter);
  return { ...context, actor, loaders: openLoaders(hub, actor, foundNothing) };
};

const cursorOf = (event: unknown): string | null =>
  typeof event === 'object' && event !== null && 'cursor' in event && typeof event.cursor === 'string'
    ? event.cursor
    : null;

const asError = (error: unknown): GraphQLError =>
  new GraphQLError('stream failed', {
    originalError: error instanceof Error ? error : new Error(String(error)),
  });
