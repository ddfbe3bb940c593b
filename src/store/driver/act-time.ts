// The time of an act: how long whoever asked still waits for it. Every read of the store that belongs to an act looks at it
// before each batch, and mongod ends the read itself when the time is up: so work ends with its request, however many
// hidden rows it still has to pass over (I20, I31). Writes, and reads within a transaction, are never cut in the middle.
import { AsyncLocalStorage } from 'node:async_hooks';

export type ActTime = {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** In milliseconds of `performance.now()`; without it the act has no time limit. */
  readonly untilMs?: number;
  /** Ends the act; called by the first read that finds the time up, which may be before the timer of whoever asked. */
  readonly end?: () => void;
};

/** Thrown where an act would read on after its time. Nobody gets it: the answer has left, or its client has. */
export class ActOver extends Error {
  constructor() {
    super('The time of this act is over.');
  }
}

const times = new AsyncLocalStorage<ActTime | null>();

/** Runs `act`, with everything that it starts, in this time. */
export const inTime = <Value>(time: ActTime, act: () => Value): Value => times.run(time, act);

/** Runs what several acts wait for: the end of the one that happened to start it must not end it for the others. */
export const inNoTime = <Value>(act: () => Value): Value => times.run(null, act);

/** Where the time is up the act ends here and now, so that what fails for it is never the answer. */
const isOver = ({ signal, untilMs, end }: ActTime): boolean => {
  if (signal.aborted) return true;
  if (untilMs === undefined || performance.now() < untilMs) return false;
  end?.();
  return true;
};

const stop = (time: ActTime): void => {
  if (isOver(time)) throw new ActOver();
};

/** Throws when the time of the current act is over; for long work between two reads. */
export const stopWhenOver = (): void => {
  const time = times.getStore();
  if (time !== undefined && time !== null) stop(time);
};

/** The answer leaves when the time is up; mongod gives up a little later, so that its error is never the answer. */
const MARGIN_MS = 250;

type Options = { readonly session?: unknown; readonly maxTimeMS?: number };
type Reading = Readonly<Record<string, unknown>> & { readonly name?: string };
type Read = (this: unknown, ...given: unknown[]) => unknown;

/** Where each read of the driver's collection takes its options. */
const READS: Readonly<Record<string, number>> = {
  find: 1,
  findOne: 1,
  aggregate: 1,
  countDocuments: 1,
  distinct: 2,
};

const bounded = new WeakSet<object>();

/**
 * Bounds the reads of a collection, which mongoose keeps and gives out again, by the time of the act. A read that comes too
 * late is a rejection and no exception: of several reads that are started together, each then has its handler.
 */
export const boundReads = <Collection extends object>(collection: Collection): Collection => {
  if (bounded.has(collection)) return collection;
  bounded.add(collection);
  const reads = collection as unknown as Record<string, Read>;
  for (const [name, at] of Object.entries(READS)) {
    const read = reads[name] as Read;
    reads[name] = function (...given) {
      const time = times.getStore();
      const options = (given[at] ?? {}) as Options;
      if (time === undefined || time === null || options.session != null) return read.apply(this, given);
      const isCursor = name === 'find' || name === 'aggregate';
      if (!isCursor && isOver(time)) return Promise.reject(new ActOver());
      const args = [...given];
      args[at] = { ...options, ...limitOf(time, options) };
      const answer = read.apply(this, args);
      return isCursor
        ? stoppingBetweenBatches(answer as Reading, time)
        : inThisTime(answer as Promise<unknown>, time);
    };
  }
  return collection;
};

/** What fails after its time, as at the server's own limit, failed for that. */
const inThisTime = <Value>(read: Promise<Value>, time: ActTime): Promise<Value> =>
  read.catch((error: unknown) => {
    stop(time);
    throw error;
  });

const limitOf = ({ untilMs }: ActTime, { maxTimeMS }: Options): Options => {
  if (untilMs === undefined) return {};
  const left = Math.max(1, Math.ceil(untilMs - performance.now()) + MARGIN_MS);
  return { maxTimeMS: maxTimeMS === undefined ? left : Math.min(maxTimeMS, left) };
};

/** A cursor asks the server for its next batch in one of these; `toArray` and iteration use `next`. */
const stoppingBetweenBatches = (cursor: Reading, time: ActTime): Reading => {
  const own = cursor as unknown as Record<'next' | 'hasNext', () => Promise<unknown>>;
  for (const name of ['next', 'hasNext'] as const) {
    const ask = own[name];
    own[name] = async () => {
      stop(time);
      return inThisTime(ask.call(cursor), time);
    };
  }
  return cursor;
};
