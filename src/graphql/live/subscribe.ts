// Subscribes a transport. Warnings are pushed to it by the broker, which renders an event once for all who are shown the same;
// any other source is read result by result, the next when the client has taken the last. Either way a stream that the hub
// closes ends with a result that says why, and where to resume.
import {
  createSourceEventStream,
  type ExecutionResult,
  executeSubscriptionEvent,
  GraphQLError,
  type GraphQLSchema,
  validateSubscriptionArgs,
} from 'graphql';
import type { LiveSource } from '../../service/live/broker.ts';
import { asOfNow } from '../../service/live/match.ts';
import { StreamClosed } from '../../service/live/stream.ts';
import { failureOf, outageAmong, outwardError, type Report, streamError } from '../errors.ts';
import { openLoaders } from '../loaders.ts';
import type { RequestContext } from '../request-context.ts';
import {
  type EventRenderings,
  type FailedEvent,
  type Prepared,
  type ShownEvent,
  shownEvent,
} from './event-rendering.ts';
import type { SubscriptionRequest } from './subscription-request.ts';

type Source = { readonly prepared: Prepared; readonly events: AsyncIterable<unknown> };

/** Where the events come from, or the errors that prevent them. */
export type Subscribe = (
  request: SubscriptionRequest,
) => Promise<Source | { readonly errors: readonly GraphQLError[] }>;

export type LiveRequest = SubscriptionRequest & {
  /** Subscribes through the server and its hooks. */
  readonly subscribe: Subscribe;
  readonly renderings: EventRenderings;
  readonly report: Report;
};

/** The way to one client. It does nothing for one that has gone, whose signal is aborted. */
export type LiveOutlet = {
  /** False when the client has not taken it yet. */
  write(event: ShownEvent): boolean;
  /** Calls `act` once, when the client has taken what was sent, or is gone. */
  whenTaken(act: () => void): void;
  /** The last result, if there is one: nothing follows. */
  end(last: ExecutionResult | null): void;
};

/** The subscribe function of the server. */
export const subscribeToSource = async (
  schema: GraphQLSchema,
  { operation, context, variables }: SubscriptionRequest,
): ReturnType<Subscribe> => {
  const { document, name: operationName } = operation;
  const args = { schema, document, operationName, variableValues: variables, contextValue: context };
  const prepared = validateSubscriptionArgs(args);
  if (!('schema' in prepared)) return { errors: prepared };
  const events = await createSourceEventStream(prepared);
  return Symbol.asyncIterator in events ? { prepared, events } : { errors: events.errors ?? [] };
};

/**
 * Resolves with true once the broker sends to the outlet by itself, and with false when the outlet has ended. An outage ends
 * the stream before the event that it hit, so that nothing is missed by whoever resumes from the cursor that it names.
 */
export const openLive = async (request: LiveRequest, outlet: LiveOutlet): Promise<boolean> => {
  const source = await request.subscribe(request);
  if ('errors' in source) {
    outlet.end(endedBy(tellingOf(request), source.errors));
    return false;
  }
  try {
    if (isJoined(source)) return join(request, source, outlet);
    await sendEach(request, source, outlet);
    outlet.end(null);
  } catch (error) {
    // What is cut because the client has gone is no fault to report.
    const telling = tellingOf(request);
    outlet.end(request.context.signal.aborted ? null : endedBy(telling, [endOf(error, telling)]));
  }
  return false;
};

type Joined = Source & { readonly events: LiveSource };
const isJoined = (source: Source): source is Joined => 'join' in source.events;

const tellingOf = ({ context: { requestId, resumeAfter }, report }: LiveRequest): Telling => ({
  requestId,
  report,
  resumeAfter,
});

/** What is told to a client beside its events. A stream is open for hours, and keeps no more of its request than this. */
type Telling = { readonly requestId: string; readonly report: Report; resumeAfter: string | null };

const endedBy = ({ requestId, report }: Telling, errors: readonly GraphQLError[]): ExecutionResult => ({
  errors: errors.map((error) => outwardError(error, requestId, report)),
});

/** The event with its errors as this client is told them; an outage is thrown. */
const inWordsFor = (telling: Telling, { cursor, result }: FailedEvent): ShownEvent => {
  const errors = result.errors ?? [];
  const outage = outageAmong(errors);
  if (outage !== undefined) throw outage;
  return shownEvent(cursor, { ...result, ...endedBy(telling, errors) });
};

const join = (request: LiveRequest, { prepared, events: source }: Joined, outlet: LiveOutlet): true => {
  const { context, renderings } = request;
  const telling = tellingOf(request);
  const end = (error: unknown): void =>
    outlet.end(error === null ? null : endedBy(telling, [endOf(error, telling)]));
  const leave = source.join(renderings.of(request, prepared), {
    write: (event) => {
      const outage = event.json === null ? outageAmong(event.result.errors ?? []) : undefined;
      if (outage === undefined) {
        telling.resumeAfter = event.cursor;
        return outlet.write(event.json === null ? inWordsFor(telling, event) : event);
      }
      leave();
      end(outage);
      return true;
    },
    whenTaken: (act) => outlet.whenTaken(act),
    end,
  });
  telling.resumeAfter = context.resumeAfter;
  return true;
};

const sendEach = async (
  request: LiveRequest,
  { prepared, events }: Source,
  outlet: LiveOutlet,
): Promise<void> => {
  const { context } = request;
  const { hub, signal } = context;
  const telling = tellingOf(request);
  for await (const event of events) {
    const contextValue = await contextOfEvent(context);
    const result = await hub.database.inTime({ signal }, () =>
      executeSubscriptionEvent({ ...prepared, rootValue: event, contextValue }),
    );
    if (signal.aborted) return;
    const shown =
      result.errors === undefined
        ? shownEvent(null, result)
        : inWordsFor(telling, { cursor: null, result, json: null });
    if (!outlet.write(shown)) await new Promise<void>((resolve) => outlet.whenTaken(resolve));
  }
};

/** A stream is open for hours: each event is read with the rights of then, and nothing read for an earlier one (I8). */
const contextOfEvent = async (context: RequestContext): Promise<RequestContext> => {
  const { hub, foundNothing, resumeAfter } = context;
  const actor = await asOfNow(hub, context.actor);
  if (actor === null) throw new StreamClosed('RIGHTS_CHANGED', resumeAfter);
  return { ...context, actor, loaders: openLoaders(hub, actor, foundNothing) };
};

const endOf = (error: unknown, { report, resumeAfter }: Telling): GraphQLError => {
  if (error instanceof StreamClosed) return streamError(error);
  if (failureOf(error) !== 'UNAVAILABLE') return asError(error);
  report(error, 'UNAVAILABLE');
  return streamError(new StreamClosed('UNAVAILABLE', resumeAfter));
};

const asError = (error: unknown): GraphQLError =>
  new GraphQLError('stream failed', {
    originalError: error instanceof Error ? error : new Error(String(error)),
  });
