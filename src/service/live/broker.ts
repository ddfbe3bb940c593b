// The live broker: one per hub process. It follows the feed by sequence and hands each new row to the streams whose
// reader may have it (fan-out.ts). Each stream has its own bounded buffer; a stalled one is closed with the cursor to resume
// from, and does not slow the others (I20, M7).
import type { Actor } from '../../domain/member.ts';
import type { StreamCode } from '../../domain/problem-codes/catalogue.ts';
import { type Following, followCounters } from '../../store/coordination/follow.ts';
import type { FeedRow } from '../../store/feed.ts';
import { openCursor, sealCursor, wasSealedBefore } from '../cursor.ts';
import { loadDuplicates } from '../feed/collapse-duplicates.ts';
import type { ReadRow } from '../feed/with-contents.ts';
import { isStoreOutage } from '../health/store-health.ts';
import { checkFilter, type FeedFilter, type Item } from '../item/item.ts';
import { catchUp } from './catch-up.ts';
import { type FanOut, type Listener, openFanOut } from './fan-out.ts';
import { type Held, openHeld } from './held.ts';
import { itemsOf } from './items-of.ts';
import type { AsOf, BrokerDeps, LiveRow } from './live-row.ts';
import { rowsSince } from './notices.ts';
import type { Outlet, Rendering } from './outlet.ts';
import { openReaders, type Readers } from './readers.ts';
import { type Serving, startServing } from './serving.ts';
import { Stream, StreamClosed } from './stream.ts';
import { openWantedFilters, type WantedFilters } from './wanted.ts';

export type Subscription = {
  readonly filter: FeedFilter;
  readonly after: string | null;
  /** Called once with the cursor from which the stream begins. */
  readonly began?: (cursor: string) => void;
};

/** A subscription that has not begun. It is joined by a transport, or read item by item. */
export type LiveSource = AsyncGenerator<Item> & {
  /**
   * Throws StreamClosed where it may not begin. It ends with the signal that it was made with, or when the result is called;
   * its outlet is then told nothing.
   */
  join<Made>(rendering: Rendering<Made>, outlet: Outlet<Made>): () => void;
};

export type Broker = {
  subscribe(actor: Actor, subscription: Subscription, signal: AbortSignal): LiveSource;
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

/** Streams are read between two batches, so a batch is smaller than the buffer of a stream that reads promptly. */
const BATCH = 100;
/** The share of the hub's buffers that the broker itself keeps its streams to. */
const SHARE = 1 / 3;

/** What the streams of one process have in common. */
type Parts = {
  readonly readers: Readers;
  readonly fanOut: FanOut;
  readonly held: Held;
  readonly filters: WantedFilters;
  readonly listeners: Set<Listener>;
  readonly places: Places;
  /** A stream that joins begins after this row: all before it have been offered, or are being offered. */
  position: number;
  isClosed: boolean;
};

const toLiveRow = (hub: BrokerDeps, row: FeedRow): LiveRow => ({
  ...row,
  parsed: hub.contents.put(row, row.content),
  characters: row.content.length,
});

export const openBroker = async (hub: BrokerDeps): Promise<Broker> => {
  const readers = openReaders(hub);
  const listeners = new Set<Listener>();
  const held = openHeld();
  const waiting: Waiting = { bytes: held.bytes, cut: () => cutFullest(listeners) };
  const parts: Parts = {
    readers,
    listeners,
    held,
    fanOut: openFanOut({ clock: hub.clock, feed: hub.feed, readers }),
    filters: openWantedFilters(hub),
    places: openPlaces(hub.config.limits),
    position: await hub.counters.current('sequence'),
    isClosed: false,
  };
  /** All rows up to here have been offered. */
  let offered = parts.position;
  let underWay: Promise<void> | null = null;
  let isAgain = false;

  const read = async (): Promise<void> => {
    for (;;) {
      if (listeners.size === 0) {
        const current = await hub.counters.current('sequence');
        // A listener that joined meanwhile needs every row from where it joined.
        if (listeners.size === 0) parts.position = offered = Math.max(parts.position, current);
        if (listeners.size === 0) return;
      }
      const { version: asOf } = await hub.directory.current();
      const rows = (await rowsSince(hub, offered, BATCH)).map((row) => ({ ...toLiveRow(hub, row), asOf }));
      if (rows.length === 0) return;
      const duplicates = await loadDuplicates(hub, rows);
      await readers.current();
      for (const row of rows) {
        parts.position = Math.max(parts.position, row.sequence ?? 0);
        await parts.fanOut.offer(row, duplicates);
        offered = row.sequence ?? offered;
        while (held.bytes() > hub.config.limits.bufferBytes * SHARE && waiting.cut());
      }
    }
  };

  const wake = (): Promise<void> => {
    if (underWay !== null) {
      isAgain = true;
      return underWay;
    }
    underWay = read()
      .then(readers.renew)
      .catch((error: unknown) => {
        hub.log.warn({ err: error }, 'the live broker could not read; it tries again');
        // What nothing comes to would otherwise stay open, and its reader take the silence for calm.
        if (isStoreOutage(error)) for (const each of readers.everything()) each.fail('UNAVAILABLE');
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

  const serving = await startServing(hub, readers);
  const following: Following = followCounters(hub.counters, () => {
    hub.directory.forget();
    void wake();
  });
  return {
    subscribe: (actor, subscription, signal) => {
      const join: LiveSource['join'] = (rendering, outlet) =>
        joinStream(hub, parts, { actor, subscription, signal }, { rendering, outlet } as Way);
      return Object.assign(itemsOf(join, signal), { join });
    },
    waiting,
    watch: (actor, fail) => {
      const watching = { fail };
      const reader = readers.join(actor, watching);
      return () => readers.leave(reader, watching);
    },
    counts: () => ({ streams: listeners.size, position: parts.position }),
    acting: serving.acting,
    wake,
    close: async () => {
      parts.isClosed = true;
      await following.stop();
      await serving.stop();
      for (const each of readers.everything()) each.fail('HUB_CLOSING');
      await underWay;
    },
  };
};

type Asked = { readonly actor: Actor; readonly subscription: Subscription; readonly signal: AbortSignal };
type Way = { readonly rendering: Rendering<unknown>; readonly outlet: Outlet<unknown> };

const joinStream = (
  hub: BrokerDeps,
  parts: Parts,
  { actor, subscription, signal }: Asked,
  { rendering, outlet }: Way,
): (() => void) => {
  // An aborted signal does not fire again.
  if (signal.aborted) return () => undefined;
  if (parts.isClosed) throw new StreamClosed('HUB_CLOSING', subscription.after);
  const filter = checkFilter(subscription.filter);
  if (!filter.ok) throw new StreamClosed('FILTER_INVALID', null, filter.problems[0]);
  const { limits } = hub.config;
  const { binding } = filter.value;
  const after = placeOf(hub, binding, subscription.after);
  const member = actor.member.id;
  if (!parts.places.take(member)) throw new StreamClosed('TOO_MANY_STREAMS', null);
  const { position } = parts;
  const wanted = parts.filters.take(filter.value);
  // Until an item was sent, the place to resume from is the reader's own, or one that no row shows.
  const start = subscription.after ?? sealCursor(hub.cursorKey, binding, position);
  subscription.began?.(start);
  const missed = { actor, filter: filter.value, after: after ?? position, until: position };
  const leave = (): void => stream.leave();
  const isOver = (): boolean => stream.isOver();
  const stream: Stream<ReadRow & AsOf> = new Stream({
    bound: { events: limits.streamBufferEvents, bytes: limits.streamBufferBytes },
    held: parts.held,
    outlet,
    start,
    make: (row) => parts.fanOut.madeFor(listener, row),
    missed: missed.after < missed.until ? catchUp(hub, { ...missed, isOver }) : null,
    over: () => {
      signal.removeEventListener('abort', leave);
      parts.fanOut.remove(listener);
      parts.listeners.delete(listener);
      parts.readers.leave(listener.reader, listening);
      parts.filters.leave(wanted);
      parts.places.leave(member);
    },
  });
  const listening = {
    fail: (code: StreamCode) => stream.fail(code),
    moved: () => parts.fanOut.move(listener),
    lost: () => stream.fail('RIGHTS_CHANGED'),
  };
  const reader = parts.readers.join(actor, listening);
  // A feed cursor may be ahead of this broker's position.
  const at = Math.max(position, after ?? position);
  const listener: Listener = { reader, wanted, rendering, stream, at, place: null };
  parts.listeners.add(listener);
  parts.fanOut.add(listener);
  signal.addEventListener('abort', leave, { once: true });
  stream.begin();
  return leave;
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

type Places = { take(member: string): boolean; leave(member: string): void };

/** How many streams the hub and each member have. */
const openPlaces = ({ streams, streamsPerMember }: BrokerDeps['config']['limits']): Places => {
  const byMember = new Map<string, number>();
  let all = 0;
  return {
    take: (member) => {
      const held = byMember.get(member) ?? 0;
      if (all >= streams || held >= streamsPerMember) return false;
      all += 1;
      byMember.set(member, held + 1);
      return true;
    },
    leave: (member) => {
      const left = (byMember.get(member) ?? 1) - 1;
      all -= 1;
      if (left === 0) byMember.delete(member);
      else byMember.set(member, left);
    },
  };
};

const cutFullest = (listeners: ReadonlySet<Listener>): boolean => {
  let fullest: Listener['stream'] | null = null;
  for (const { stream } of listeners) {
    if (stream.size() > (fullest?.size() ?? 0)) fullest = stream;
  }
  fullest?.cut();
  return fullest !== null && fullest.size() === 0;
};
