// The process's copy of the directory with all live keys and machines, renewed when `counters.directory` moves: on the first call after
// the change stream reports it, and at the latest after `STALE_MS`. Every key id costs the same look-up, known or not (I34).
// A process that answers readers holds a lease while it uses the copy, and confirms each version: whoever changes rights
// answers only when every lease has confirmed the change or has lapsed (I8). The lease is taken before the version is read,
// so that a process is either waited for, or reads the change.
import { setTimeout as pause } from 'node:timers/promises';
import { type Directory, directoryOf } from '../domain/directory.ts';
import type { Credentials } from './access/credentials.ts';
import type { Keys, LiveKey } from './access/keys.ts';
import type { Counters } from './coordination/counters.ts';
import type { CursorKeys } from './coordination/cursor-keys.ts';
import type { HubLeases } from './coordination/hub-leases.ts';
import { openServing, type Serving } from './coordination/serving.ts';
import { inNoTime } from './driver/act-time.ts';
import type { Members } from './members.ts';
import type { Communities } from './partnership/communities.ts';
import type { Persons } from './persons.ts';

export type DirectoryCopy = {
  current(): Promise<Directory>;
  /** A key by its id, null when there is none (or it is revoked or expired at `now`). */
  key(id: string, now: Date): Promise<LiveKey | null>;
  /** The keys in force of the persons with these ids. Asked of the copy, so that no query, and no log of the database, names them. */
  keysOf(persons: readonly string[], now: Date): Promise<readonly LiveKey[]>;
  /**
   * Whether some machine was registered under this digest of what it is known by. Asked of the copy, so that an invented token or
   * certificate costs no query.
   */
  knowsMachine(identity: string): Promise<boolean>;
  /** Makes the next call read again. */
  forget(): void;
  /** The version of the copy while it may be used without a look at the database; null when it may not. */
  freshVersion(): number | null;
  /**
   * Answers readers from here on. `settle` runs after each change of the copy, and resolves when nothing is under way with
   * the rights of before; then the version is confirmed.
   */
  serve(id: string, settle: () => Promise<void>): Promise<Serving>;
  /** Resolves when every process that answers readers does so by this version, or may not answer any more. */
  confirmed(version: number): Promise<void>;
};

const STALE_MS = 500;
const LOOK_EACH_MS = 10;

const isInForce = ({ expiresAt }: LiveKey, now: Date): boolean => expiresAt === null || expiresAt > now;

const inForceOf = (keys: Iterable<LiveKey>, persons: readonly string[], now: Date): LiveKey[] => {
  const wanted = new Set(persons);
  return [...keys].filter((key) => key.person !== null && wanted.has(key.person) && isInForce(key, now));
};

type Renewal = { readonly change: number; readonly done: Promise<Directory> };

type Sources = {
  readonly members: Members;
  readonly persons: Persons;
  readonly communities: Pick<Communities, 'all'>;
  readonly keys: Keys;
  readonly credentials: Pick<Credentials, 'machineIdentities'>;
  readonly counters: Counters;
  readonly cursorKeys: Pick<CursorKeys, 'renew'>;
  readonly hubLeases: HubLeases;
};

/** What lets in without a query. */
type WaysIn = { readonly keys: ReadonlyMap<string, LiveKey>; readonly machines: ReadonlySet<string> };
type Read = { readonly copy: Directory; readonly waysIn: WaysIn };

const readAll = async (sources: Sources, version: number): Promise<Read> => {
  const members = await sources.members.all();
  const declared = await sources.members.declared();
  const persons = await sources.persons.all();
  const communities = await sources.communities.all();
  const keys = await sources.keys.live();
  const machines = await sources.credentials.machineIdentities();
  await sources.cursorKeys.renew();
  return {
    waysIn: { keys, machines },
    copy: directoryOf(version, { members, declared, persons, communities }),
  };
};

const waysInOf = (
  current: () => Promise<WaysIn>,
): Pick<DirectoryCopy, 'key' | 'keysOf' | 'knowsMachine'> => ({
  key: async (id, now) => {
    const row = (await current()).keys.get(id);
    return row === undefined || !isInForce(row, now) ? null : row;
  },
  keysOf: async (persons, now) => inForceOf((await current()).keys.values(), persons, now),
  knowsMachine: async (identity) => (await current()).machines.has(identity),
});

const confirmedIn = async (leases: HubLeases, version: number): Promise<void> => {
  while ((await leases.behind(version)) > 0) await pause(LOOK_EACH_MS);
};

export const openDirectory = (sources: Sources): DirectoryCopy => {
  const { counters } = sources;
  let copy: Directory | null = null;
  let waysIn: WaysIn = { keys: new Map(), machines: new Set() };
  let checkedAt = 0;
  let checkedChange = 0;
  /** How often a change was reported. */
  let change = 0;
  let underWay: Renewal | null = null;
  const lease = openServing(sources.hubLeases, () => refreshed());

  const renew = async (): Promise<Directory> => {
    const [startedAt, startedChange] = [performance.now(), change];
    const held = await lease.hold();
    const version = await counters.current('directory');
    if (copy === null || copy.version !== version) {
      // Together, so that no request meets keys of one version and members of another.
      ({ copy, waysIn } = await readAll(sources, version));
    }
    checkedAt = startedAt;
    checkedChange = startedChange;
    lease.use(held, copy.version);
    return copy;
  };

  const isFresh = (): boolean =>
    checkedChange === change && performance.now() < Math.min(checkedAt + STALE_MS, lease.usableUntil());

  const refreshed = (): Promise<Directory> => {
    underWay ??= {
      change,
      done: inNoTime(renew).finally(() => {
        underWay = null;
      }),
    };
    return underWay.done;
  };

  const current = (): Promise<Directory> => {
    if (copy !== null && isFresh()) return Promise.resolve(copy);
    // A renewal that began before the latest change may not have read it.
    if (underWay !== null && underWay.change !== change) return underWay.done.then(current, current);
    return refreshed();
  };

  return {
    current,
    ...waysInOf(async () => {
      await current();
      return waysIn;
    }),
    forget: () => {
      change += 1;
    },
    freshVersion: () => (copy !== null && isFresh() ? copy.version : null),
    serve: lease.serve,
    confirmed: (version) => confirmedIn(sources.hubLeases, version),
  };
};
