// Renders the events of subscriptions: one rendering for all that send the same document with the same variables.
import { type ExecutionResult, executeSubscriptionEvent, type validateSubscriptionArgs } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Actor } from '../../domain/member.ts';
import type { Item } from '../../service/item/item.ts';
import type { Rendering } from '../../service/live/outlet.ts';
import { openLoaders } from '../loaders.ts';
import type { RequestContext } from '../request-context.ts';
import { eventShapeOf } from './shared-event.ts';
import type { SubscriptionRequest } from './subscription-request.ts';

export type Prepared = Exclude<ReturnType<typeof validateSubscriptionArgs>, readonly unknown[]>;

/** An event as the client is shown it, before a transport frames it. */
export type ShownEvent = {
  /** Null for what has none. */
  readonly cursor: string | null;
  /** The result as JSON in UTF-8. */
  readonly json: Buffer;
  /** What a transport made of it for the first reader, which is the same for the others. */
  frame: Buffer | null;
};

/** Errors are worded for each reader, since they name its request. */
export type FailedEvent = {
  readonly cursor: string | null;
  readonly result: ExecutionResult;
  readonly json: null;
};

export type MadeEvent = ShownEvent | FailedEvent;

export const shownEvent = (cursor: string | null, result: ExecutionResult): ShownEvent => ({
  cursor,
  json: Buffer.from(JSON.stringify(result)),
  frame: null,
});

const madeEvent = (cursor: string | null, result: ExecutionResult): MadeEvent =>
  result.errors === undefined ? shownEvent(cursor, result) : { cursor, result, json: null };

export type EventRenderings = {
  of(request: SubscriptionRequest, prepared: Prepared): Rendering<MadeEvent>;
};

const MOST = 1_000;
/** Of a frame, and of the objects around it. */
const BYTES_BESIDE = 1_024;

/** `signal` is aborted when the hub closes: no rendering ends with the reader that happened to begin it. */
export const openEventRenderings = (signal: AbortSignal): EventRenderings => {
  const kept = new LRUCache<string, Rendering<MadeEvent>>({ max: MOST });
  return {
    of: (request, prepared) => {
      const { operation, variables, context } = request;
      const shape = eventShapeOf(prepared.schema, operation);
      // A variable that is left out takes its default, which one that is null does not.
      const shown = shape.variables.map((name) => (variables[name] === undefined ? [] : [variables[name]]));
      const text = operation.document.loc?.source.body ?? '';
      const key = JSON.stringify([operation.name, shown, text]);
      const found = kept.get(key);
      if (found !== undefined) return found;
      const made = renderingOf(shape, prepared, { ...context, signal, resumeAfter: null });
      kept.set(key, made);
      return made;
    },
  };
};

const renderingOf = (
  { isOwn, asksReason }: ReturnType<typeof eventShapeOf>,
  prepared: Prepared,
  context: RequestContext,
): Rendering<MadeEvent> => {
  const { hub, receipts, foundNothing, signal } = context;
  // A stream is open for hours: each event is read with the rights of then, and nothing read for an earlier one (I8).
  const contextFor = (actor: Actor): RequestContext => ({
    ...context,
    actor,
    loaders: openLoaders(hub, actor, foundNothing),
  });
  return {
    alike: ({ form, state, grade: { urgency, certainty, because }, reason }) => {
      if (isOwn) return null;
      const shared = [form, state, urgency, certainty, because].join('.');
      return asksReason ? `${shared} ${JSON.stringify(reason)}` : shared;
    },
    make: (item, reader) => {
      const args = { ...prepared, rootValue: item, contextValue: contextFor(reader) };
      const result = hub.database.inTime({ signal }, () => executeSubscriptionEvent(args));
      return result instanceof Promise
        ? result.then((settled) => madeEvent(item.cursor, settled))
        : madeEvent(item.cursor, result as ExecutionResult);
    },
    sizeOf: ({ json }) => (json === null ? null : 2 * json.length + BYTES_BESIDE),
    sent: (item: Item, reader) => receipts.note(reader, item, true),
  };
};
