// Hands each new row to the streams whose readers may have it. It is decided once for all streams of the same rights and
// filter, rendered once for all who are shown the same, and one buffer is written to all of them (docs/decisions/0030).
import type { Actor } from '../../domain/member.ts';
import { isPersonal } from '../../policy/decide.ts';
import { type Duplicates, isCollapsed } from '../feed/collapse-duplicates.ts';
import { matches } from '../feed/matches.ts';
import type { ReadRow } from '../feed/with-contents.ts';
import type { CheckedFilter, Item } from '../item/item.ts';
import { yieldToEventLoop } from '../yield-to-event-loop.ts';
import type { AsOf, BrokerDeps, LiveRow } from './live-row.ts';
import { toItem } from './match.ts';
import { isSilent } from './notices.ts';
import type { Rendering } from './outlet.ts';
import type { Reader, Readers } from './readers.ts';
import { openRenderings } from './renderings.ts';
import type { Made, Stream } from './stream.ts';

/** A filter that streams have in common. */
export type Wanted = { readonly filter: CheckedFilter; readonly seal: (sequence: number) => string };

export type Listener = {
  readonly reader: Reader;
  readonly wanted: Wanted;
  readonly rendering: Rendering<unknown>;
  readonly stream: Stream<ReadRow & AsOf>;
  /** The last row that it was offered; it skips rows up to here. */
  at: number;
  /** Null: it is offered nothing. */
  place: Audience | null;
};

export type FanOut = {
  add(listener: Listener): void;
  remove(listener: Listener): void;
  /** Call when the rights of the listener's reader are of another class than before. */
  move(listener: Listener): void;
  /** Resolves when the row has been offered to every stream. */
  offer(row: LiveRow, duplicates: Duplicates): Promise<void>;
  /** What one stream is sent of a row as of now; null for nothing. */
  madeFor(
    listener: Pick<Listener, 'reader' | 'wanted' | 'rendering' | 'stream'>,
    row: ReadRow & AsOf,
  ): Promise<Made | null>;
};

/** Streams of one class of rights, with the same filter and rendering. */
type Audience = Pick<Listener, 'wanted' | 'rendering'> & {
  readonly name: string;
  readonly listeners: Set<Listener>;
};

/** A row, and whether it is still in the feed. */
type Known = {
  readonly row: Pick<ReadRow, '_id'>;
  /** The version of the directory by which it was. */
  asOf: number | null;
  isGone: boolean;
};

/** A row that is being offered, and what was decided of it so far. */
type Offer = Known & {
  readonly row: LiveRow;
  readonly sequence: number;
  readonly duplicates: Duplicates;
  readonly isPersonal: boolean;
  readonly matching: Map<Wanted, boolean>;
  readonly cursors: Map<Wanted, string>;
};

/** What an audience, or a person in it, gets of a row. */
type Verdict = {
  readonly version: number | null;
  /** Null: nothing. */
  readonly item: Item | null;
  /** Undefined where each stream waits for it by itself. */
  readonly made: unknown;
  isNoted: boolean;
};

/** How long writing goes on before other work of this process has its turn. */
const SLICE_MS = 10;
const LOOK_EACH = 32;

type Deps = Pick<BrokerDeps, 'clock' | 'feed'> & { readonly readers: Pick<Readers, 'version' | 'current'> };

export const openFanOut = (hub: Deps): FanOut => {
  const { readers } = hub;
  const audiences = new Map<string, Audience>();
  const renderings = openRenderings();
  const names = namesOf();
  let underWay: Offer | null = null;

  const remove = (listener: Listener): void => {
    const { place } = listener;
    listener.place = null;
    place?.listeners.delete(listener);
    if (place?.listeners.size === 0) audiences.delete(place.name);
  };
  const add = (listener: Listener): void => {
    const { reader, wanted, rendering } = listener;
    const name = `${names.of(rendering)} ${names.of(wanted)} ${reader.rights}`;
    const audience = audiences.get(name) ?? { name, wanted, rendering, listeners: new Set<Listener>() };
    audiences.set(name, audience);
    audience.listeners.add(listener);
    listener.place = audience;
  };

  const itemFor = (offer: Offer, actor: Actor, wanted: Wanted): Item | null => {
    const { row, duplicates } = offer;
    if (!isWanted(offer, wanted)) return null;
    if (isCollapsed(row, duplicates, actor, () => wanted.filter, hub.clock.now().getTime())) return null;
    return toItem(hub, row, actor, cursorIn(offer, wanted));
  };
  const verdictFor = (
    offer: Offer,
    { reader, wanted, rendering }: Listener,
    version: number | null,
  ): Verdict => {
    const item = itemFor(offer, reader.actor, wanted);
    if (item === null || version === null) return { version, item, made: undefined, isNoted: false };
    // What each is shown its own of is rendered by each stream, at its own pace.
    const made = rendering.alike(item) === null ? null : renderings.of(rendering, item, reader, version);
    const isReady = made !== null && !(made instanceof Promise);
    return { version, item, made: isReady ? made : undefined, isNoted: false };
  };
  const send = (offer: Offer, listener: Listener, verdict: Verdict): void => {
    const { row } = offer;
    const { item, made } = verdict;
    listener.at = offer.sequence;
    if (item === null) return;
    if (made === undefined || !listener.stream.sendNow(made, item.cursor)) {
      listener.stream.push({ row, load: { content: row.parsed, characters: row.characters } });
    } else if (!verdict.isNoted) {
      verdict.isNoted = true;
      listener.rendering.sent(item, listener.reader.actor);
    }
  };

  const offerTo = async (
    offer: Offer,
    audience: Audience,
    pause: () => Promise<void> | null,
  ): Promise<void> => {
    if (!isWanted(offer, audience.wanted)) return;
    const decided = new Map<string | null, Verdict>();
    // Rights change between two turns only.
    let version: number | null = null;
    for (const listener of audience.listeners) {
      version ??= await versionFor(hub, offer);
      if (offer.isGone) return;
      // It was offered it elsewhere, or joined meanwhile.
      if (listener.at >= offer.sequence || listener.place !== audience) continue;
      const who = offer.isPersonal ? listener.reader.actor.person : null;
      let verdict = decided.get(who);
      if (verdict === undefined || verdict.version !== version) {
        verdict = verdictFor(offer, listener, version);
        decided.set(who, verdict);
      }
      if (verdict.item === null && !offer.isPersonal) return;
      send(offer, listener, verdict);
      const pausing = pause();
      if (pausing === null) continue;
      await pausing;
      version = null;
    }
  };

  return {
    add,
    remove,
    move: (listener) => {
      if (listener.place === null) return;
      remove(listener);
      add(listener);
      // The audience that it comes to may have been offered the row already: it is decided for it alone.
      if (underWay === null || listener.at >= underWay.sequence) return;
      const { row, sequence } = underWay;
      listener.at = sequence;
      if (itemFor(underWay, listener.reader.actor, listener.wanted) === null) return;
      listener.stream.push({ row, load: { content: row.parsed, characters: row.characters } });
    },
    offer: async (row, duplicates) => {
      if (isSilent(row)) return;
      underWay = offerOf(row, duplicates);
      const offer = underWay;
      const pause = slices();
      for (const audience of audiences.values()) await offerTo(offer, audience, pause);
      underWay = null;
    },
    madeFor: async ({ reader, wanted, rendering, stream }, row) => {
      const known = knownOf(row);
      for (;;) {
        const version = await versionFor(hub, known);
        if (stream.isOver() || known.isGone) return null;
        if (version === null) continue;
        const item = toItem(hub, row, reader.actor, wanted.seal(row.sequence ?? 0));
        if (item === null) return null;
        const making = renderings.of(rendering, item, reader, version);
        const made = making instanceof Promise ? await making : making;
        // Rights that changed meanwhile decide anew.
        if (making instanceof Promise && readers.version() !== version) continue;
        rendering.sent(item, reader.actor);
        return { made, cursor: item.cursor };
      }
    },
  };
};

const knownOf = (row: Pick<ReadRow, '_id'> & AsOf): Known => ({ row, asOf: row.asOf ?? null, isGone: false });

/**
 * The version of the directory by which readers have their rights; null while nobody knows. A recall and a narrowing change it,
 * and are answered once every hub goes by it: a row that was read before is looked for again.
 */
const versionFor = async ({ readers, feed }: Deps, known: Known): Promise<number | null> => {
  for (;;) {
    if (readers.version() === null) await readers.current();
    const version = readers.version();
    if (version === null || known.isGone || version === known.asOf) return version;
    known.isGone = !(await feed.has(known.row._id));
    known.asOf = version;
  }
};

const offerOf = (row: LiveRow, duplicates: Duplicates): Offer => {
  const alike = row.hasTwin === true && row.thing !== null ? (duplicates.byEntity.get(row.thing) ?? []) : [];
  return {
    ...knownOf(row),
    row,
    duplicates,
    sequence: row.sequence ?? 0,
    isPersonal: [row, ...alike].some(({ parsed }) => isPersonal(parsed.access)),
    matching: new Map(),
    cursors: new Map(),
  };
};

const isWanted = ({ row, matching }: Offer, wanted: Wanted): boolean => {
  const known = matching.get(wanted);
  if (known !== undefined) return known;
  const isMatch = matches(row, wanted.filter);
  matching.set(wanted, isMatch);
  return isMatch;
};

const cursorIn = ({ sequence, cursors }: Offer, wanted: Wanted): string => {
  const cursor = cursors.get(wanted) ?? wanted.seal(sequence);
  cursors.set(wanted, cursor);
  return cursor;
};

/** Called after each stream: a promise to wait for when it is time for other work. */
const slices = (): (() => Promise<void> | null) => {
  let count = 0;
  let since = performance.now();
  return () => {
    count += 1;
    if (count % LOOK_EACH !== 0 || performance.now() - since < SLICE_MS) return null;
    return yieldToEventLoop().then(() => {
      since = performance.now();
    });
  };
};

/** A short name for each object, the same as long as it lives. */
const namesOf = () => {
  const names = new WeakMap<object, number>();
  let last = 0;
  return {
    of: (each: object): number => {
      const known = names.get(each);
      if (known !== undefined) return known;
      last += 1;
      names.set(each, last);
      return last;
    },
  };
};
