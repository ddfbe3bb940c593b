// The live broker: one per hub process. It follows the feed by sequence and hands each new row to the streams whose
// reader may have it. Each stream has its own bounded buffer; a stalled one is closed with the cursor to resume from,
// and does not slow the others (I20, M7).
import type { Actor } from '../../domain/member.ts';
import type { StreamCode } from '../../domain/problem-codes/catalogue.ts';
import { decide } from '../../policy/decide.ts';
import { type Following, followCounters } from '../../store/coordination/follow.ts';
import type { FeedRow } from '../../store/feed.ts';
import { openCursor, openSealer, sealCursor, wasSealedBefore } from '../cursor.ts';
import { type Duplicates, isCollapsed, loadDuplicates } from '../feed/collapse-duplicates.ts';
import { matches } from '../feed/matches.ts';
import { isStoreOutage } from '../health/store-health.ts';
import { type CheckedFilter, checkFilter, type FeedFilter, type Item } from '../item/item.ts';
import { yieldToEventLoop } from '../yield-to-event-loop.ts';
import { catchUp } from './catch-up.ts';
import { openHeld } from './held.ts';
import type { BrokerDeps, LiveRow } from './live-row.ts';
import { type Listening, renew, toItem } from './match.ts';
import { rowsSince } from './notices.ts';
import { type Serving, startServing } from './serving.ts';
import { openStream, type Stream, StreamClosed } from './stream.ts';

export type Subscription = {
  readonly filter: FeedFilter;
  readonly after: string | null;
  /** Called once with the cursor from which the stream begins. */
  readonly began?: (cursor: string) => void;
};

export type Broker = {
  subscribe(actor: Actor, subscription: Subscription, signal: AbortSignal): AsyncGenerator<Item>;
  /**
   * Renews the rights of what is open for an actor and reads no feed: `fail` is called when its key or member is gone, or
   * when nobody can tell, and again each time until the result is called, which ends it.
   */
  watch(actor: Actor, fail: (code: StreamCode) => void): () => void;
  counts(): { readonly streams: number; readonly position: number };
  /** What waits in the streams, and how to free the most of it. */
  readonly waiting: Waiting;
  /** Runs an act that changes something, with the rights of now; a change of rights waits for it. */
  readonly acting: Serving['acting'];
  /** Reads new rows now instead of at the next wake. */
  wake(): Promise<void>;
  close(): Promise<void>;
};

/** A part of the hub's buffers. */
type Waiting = {
  /** In memory, about. */
  bytes(): number;
  /** Cuts the stream in which the most waits; false when nothing waits. */
  cut(): boolean;
};

type Listener = {
  actor: Actor;
  /** The version of the directory that the actor's rights are of. */
  version: number | null;
  readonly filter: CheckedFilter;
  readonly stream: Stream<Item>;
  readonly seal: (sequence: number) => string;
  /** The stream skips rows up to here, which precede it. */
  readonly from: number;
};

/** Where a cursor leads; null without one. */
const placeOf = (
  { cursorKey }: Pick<BrokerDeps, 'cursorKey'>,
  binding: string,
  cursor: string | null,
): number | null => {
  if (cursor === null) return null;
  const place = openCursor(cursorKey, binding, cursor);
  if (place !== null) return place;
  throw new StreamClosed(wasSealedBefore(cursorKey, binding, cursor) ? 'RESYNC' : 'CURSOR_INVALID', null);
};

/** Seals the cursors of delivered rows with the key of the moment, which a stream may outlive. */
const sealerOf = (hub: Pick<BrokerDeps, 'cursorKey'>, binding: string): ((sequence: number) => string) => {
  let key = hub.cursorKey;
  let seal = openSealer(key, binding);
  return (sequence) => {
    if (key !== hub.cursorKey) {
      key = hub.cursorKey;
      seal = openSealer(key, binding);
    }
    return seal(sequence);
  };
};

const refuseTooMany = (
  listeners: ReadonlySet<Listener>,
  { member }: Actor,
  { streams, streamsPerMember }: BrokerDeps['config']['limits'],
): void => {
  const ofMember = [...listeners].filter((listener) => listener.actor.member.id === member.id).length;
  if (listeners.size >= streams || ofMember >= streamsPerMember)
    throw new StreamClosed('TOO_MANY_STREAMS', null);
};

/** Streams are read between two batches, so a batch is smaller than the buffer of a stream that reads promptly. */
const BATCH = 100;
/** Rows times streams. */
const OFFERS_PER_SLICE = 1_000;
/** The share of the hub's buffers that the broker itself keeps its streams to. */
const SHARE = 1 / 3;

export const openBroker = async (hub: BrokerDeps): Promise<Broker> => {
  const listeners = new Set<Listener>();
  const watchers = new Set<Listening>();
  const everyone = (): readonly Listening[] => [...listeners, ...watchers];
  const held = openHeld();
  const waiting: Waiting = { bytes: held.bytes, cut: () => cutFullest(listeners) };
  let position = await hub.counters.current('sequence');
  let underWay: Promise<void> | null = null;
  let isAgain = false;

  const read = async (): Promise<void> => {
    for (;;) {
      if (listeners.size === 0) {
        const current = await hub.counters.current('sequence');
        // A listener that joined meanwhile needs every row from where it joined.
        if (listeners.size === 0) position = Math.max(position, current);
        if (listeners.size === 0) return;
      }
      const rows = (await rowsSince(hub, position, BATCH)).map((row) => toLiveRow(hub, row));
      if (rows.length === 0) return;
      const duplicates = await loadDuplicates(hub, rows);
      await renew(hub, everyone());
      const step = Math.ceil(OFFERS_PER_SLICE / Math.max(1, listeners.size));
      for (const [index, row] of rows.entries()) {
        for (const listener of listeners) offer(hub, listener, row, duplicates);
        position = row.sequence ?? position;
        while (held.bytes() > hub.config.limits.bufferBytes * SHARE && waiting.cut());
        // Meanwhile readers take what they got, and a stream that joins starts after this row.
        if (index % step === step - 1) await yieldToEventLoop();
      }
    }
  };

  const wake = (): Promise<void> => {
    if (underWay !== null) {
      isAgain = true;
      return underWay;
    }
    underWay = read()
      .then(async () => void (await renew(hub, everyone())))
      .catch((error: unknown) => {
        hub.log.warn({ err: error }, 'the live broker could not read; it tries again');
        // What nothing comes to would otherwise stay open, and its reader take the silence for calm.
        if (isStoreOutage(error)) for (const { stream } of everyone()) stream.fail('UNAVAILABLE');
      })
      .finally(() => {
        underWay = null;
        if (isAgain) {
          isAgain = false;
          void wake();
        }
      });
    return underWay;
  };

  const serving = await startServing(hub, everyone);
  const following: Following = followCounters(hub.counters, () => {
    hub.directory.forget();
    void wake();
  });

  async function* subscribe(
    actor: Actor,
    subscription: Subscription,
    signal: AbortSignal,
  ): AsyncGenerator<Item> {
    // An aborted signal does not fire again.
    if (signal.aborted) return;
    const filter = checkFilter(subscription.filter);
    if (!filter.ok) throw new StreamClosed('FILTER_INVALID', null, filter.problems[0]);
    const { limits } = hub.config;
    refuseTooMany(listeners, actor, limits);
    const { binding } = filter.value;
    const after = placeOf(hub, binding, subscription.after);
    const start = position;
    const seal = sealerOf(hub, binding);
    // Until an item was read, the place to resume from is the reader's own, or one that no row shows.
    const began = subscription.after ?? sealCursor(hub.cursorKey, binding, start);
    subscription.began?.(began);
    const stream = openStream<Item>({
      bound: { events: limits.streamBufferEvents, bytes: limits.streamBufferBytes },
      start: began,
      cursorOf: (item) => item.cursor,
      held,
    });
    // A feed cursor may be ahead of this broker's position.
    const from = Math.max(start, after ?? start);
    const listener: Listener = { actor, version: null, filter: filter.value, stream, seal, from };
    listeners.add(listener);
    signal.addEventListener('abort', stream.end, { once: true });
    try {
      for await (const item of stream.read(catchUp(hub, listener, after ?? start, start, signal))) {
        // The item's marking may have ended while it waited for its reader.
        if (!(await hasRights(hub, listener))) continue;
        if (decide(listener.actor, item.access, hub.clock.now().getTime()).allowed) yield item;
      }
    } finally {
      signal.removeEventListener('abort', stream.end);
      listeners.delete(listener);
    }
  }

  return {
    subscribe,
    waiting,
    watch: (actor, fail) => {
      const watcher: Listening = { actor, stream: { fail } };
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    counts: () => ({ streams: listeners.size, position }),
    acting: serving.acting,
    wake,
    close: async () => {
      await following.stop();
      await serving.stop();
      for (const { stream } of everyone()) stream.fail('HUB_CLOSING');
      await underWay;
    },
  };
};

/** The rights may have changed while the item waited; the stream ends when they are gone. */
const hasRights = async (hub: BrokerDeps, listener: Listener): Promise<boolean> => {
  const version = hub.directory.freshVersion();
  if (version !== null && version === listener.version) return true;
  const isOpen = await renew(hub, [listener]);
  listener.version = hub.directory.freshVersion();
  return isOpen;
};

const toLiveRow = (hub: BrokerDeps, row: FeedRow): LiveRow => ({
  ...row,
  parsed: hub.contents.put(row, row.content),
  characters: row.content.length,
});

const offer = (hub: BrokerDeps, listener: Listener, row: LiveRow, duplicates: Duplicates): void => {
  if ((row.sequence ?? 0) <= listener.from || row.isQuiet || !matches(row, listener.filter)) return;
  const nowMs = hub.clock.now().getTime();
  if (isCollapsed(row, duplicates, listener.actor, listener.filter, nowMs)) return;
  const item = toItem(hub, row, listener.actor, listener.seal);
  const load = { content: row.parsed, characters: row.characters };
  if (item !== null) listener.stream.push({ value: item, load });
};

const cutFullest = (listeners: ReadonlySet<Listener>): boolean => {
  let fullest: Listener | null = null;
  for (const listener of listeners) {
    if (listener.stream.size() > (fullest?.stream.size() ?? 0)) fullest = listener;
  }
  fullest?.stream.cut();
  return fullest !== null && fullest.stream.size() === 0;
};
