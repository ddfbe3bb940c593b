// Who listens: one entry per key, session or registration, however many streams it has open. Rights are renewed when the
// directory has changed, or when those of one may have run out, and not otherwise (I8). Who lost some of them is told so by the
// end of what it has open, and comes back for what is left.
import type { Actor } from '../../domain/member.ts';
import { attestationDueMs } from '../../domain/partnership/standing.ts';
import type { StreamCode } from '../../domain/problem-codes/catalogue.ts';
import { rightsClassOf } from '../../policy/decide.ts';
import { hasLost } from '../../policy/partnership/has-lost.ts';
import type { BrokerDeps } from './live-row.ts';
import { asOfNow, isByKey } from './match.ts';

/** What is open for a reader. */
export type Listening = {
  fail(code: StreamCode): void;
  /** Called when the reader's rights are of another class than before. */
  moved?(): void;
  /** Called when the reader may read or do less than before: what it was shown may be among it. */
  lost?(): void;
};

export type Reader = {
  readonly id: string;
  actor: Actor;
  /** Readers of one class are decided alike (policy/decide.ts). */
  rights: string;
  readonly open: Set<Listening>;
  /** When `actor` was true, in the time of the hub's clock. */
  asOfMs: number;
  /** When its rights may run out by themselves, in the time of the hub's clock. */
  lookAtMs: number;
};

export type Readers = {
  join(actor: Actor, listening: Listening): Reader;
  leave(reader: Reader, listening: Listening): void;
  /**
   * Gives every reader its rights of now, and fails what is open for those whose key, session or member is gone. Resolves
   * after a look that began after the call.
   */
  renew(): Promise<void>;
  /** The version of the directory by which every reader has its rights; null when they must be renewed first. */
  version(): number | null;
  /** Resolves when `version` is not null. */
  current(): Promise<void>;
  everything(): Iterable<Listening>;
};

/** Sessions and registrations end by disuse too, which no change of the directory tells. */
const LOOK_EACH_MS = 10_000;

const idOf = ({ key, via }: Actor): string => JSON.stringify([key, via ?? null]);

export const openReaders = (hub: BrokerDeps): Readers => {
  const readers = new Map<string, Reader>();
  /** Joined since the last look. */
  const unread = new Set<Reader>();
  let known: number | null = null;
  let lookAtMs = Number.POSITIVE_INFINITY;
  let underWay: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  const look = async (reader: Reader): Promise<void> => {
    const actor = await asOfNow(hub, reader.actor);
    if (actor === null) {
      readers.delete(reader.id);
      for (const each of [...reader.open]) each.fail('RIGHTS_CHANGED');
      return;
    }
    if (await hasLess(hub, reader, actor)) for (const each of [...reader.open]) each.lost?.();
    const rights = rightsClassOf(actor);
    if (rights === reader.rights) return;
    reader.rights = rights;
    for (const each of [...reader.open]) each.moved?.();
  };
  const dueOf = (version: number, nowMs: number): Reader[] => {
    if (version !== known) return [...readers.values()];
    if (nowMs < lookAtMs) return [...unread];
    return [...readers.values()].filter((each) => unread.has(each) || each.lookAtMs <= nowMs);
  };
  const lookAtAll = async (): Promise<void> => {
    const { version } = await hub.directory.current();
    const due = dueOf(version, hub.clock.now().getTime());
    for (const reader of due) {
      await look(reader);
      unread.delete(reader);
    }
    if (due.length > 0) lookAtMs = earliest(readers.values());
    known = version;
  };
  const start = (): Promise<void> => {
    underWay = lookAtAll().finally(() => {
      underWay = null;
    });
    return underWay;
  };
  const renew = (): Promise<void> => {
    if (underWay === null) return start();
    const startNext = (): Promise<void> => {
      next = null;
      return start();
    };
    next ??= underWay.then(startNext, startNext);
    return next;
  };
  const version = (): number | null => {
    if (known === null || unread.size > 0 || hub.directory.freshVersion() !== known) return null;
    return hub.clock.now().getTime() < lookAtMs ? known : null;
  };
  return {
    join: (actor, listening) => {
      const id = idOf(actor);
      const found = readers.get(id);
      const reader = found ?? newReader(hub, id, actor);
      if (found === undefined) {
        readers.set(id, reader);
        unread.add(reader);
      }
      reader.open.add(listening);
      return reader;
    },
    leave: (reader, listening) => {
      reader.open.delete(listening);
      if (reader.open.size > 0) return;
      unread.delete(reader);
      if (readers.get(reader.id) === reader) readers.delete(reader.id);
    },
    renew,
    version,
    current: async () => {
      while (version() === null) await renew();
    },
    *everything() {
      for (const { open } of readers.values()) yield* [...open];
    },
  };
};

const newReader = ({ clock }: Pick<BrokerDeps, 'clock'>, id: string, actor: Actor): Reader => ({
  id,
  actor,
  rights: rightsClassOf(actor),
  open: new Set<Listening>(),
  asOfMs: clock.now().getTime(),
  lookAtMs: Number.POSITIVE_INFINITY,
});

/** Gives the reader its rights of now; whether they are less than before. */
const hasLess = async (hub: BrokerDeps, reader: Reader, actor: Actor): Promise<boolean> => {
  const nowMs = hub.clock.now().getTime();
  const isLess = hasLost({ of: reader.actor, atMs: reader.asOfMs }, { of: actor, atMs: nowMs });
  reader.actor = actor;
  reader.asOfMs = nowMs;
  reader.lookAtMs = Math.min(await endOf(hub, actor), capOf(actor, nowMs));
  return isLess;
};

/** A key says when it expires; for the others one looks from time to time. */
const endOf = async (hub: BrokerDeps, actor: Actor): Promise<number> => {
  const now = hub.clock.now();
  if (!isByKey(actor)) return now.getTime() + LOOK_EACH_MS;
  const key = await hub.directory.key(actor.key, now);
  return key?.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY;
};

/** The next time at which facts of its member, or of one that passes things on to it, are overdue to be attested. */
const capOf = ({ member, providers }: Actor, nowMs: number): number => {
  const due = [member, ...providers].map((each) => attestationDueMs(each) ?? 0).filter((ms) => ms > nowMs);
  return Math.min(...due);
};

const earliest = (readers: Iterable<Reader>): number => {
  let first = Number.POSITIVE_INFINITY;
  for (const { lookAtMs } of readers) first = Math.min(first, lookAtMs);
  return first;
};
