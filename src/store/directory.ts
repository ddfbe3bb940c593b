// The process's copy of the directory with all live keys, renewed when `counters.directory` moves: on the first call after
// the change stream reports it, and at the latest after `STALE_MS`. Every key id costs the same look-up, known or not (I34).
import { type Directory, directoryOf } from '../domain/directory.ts';
import type { Keys, LiveKey } from './access/keys.ts';
import type { Counters } from './coordination/counters.ts';
import type { CursorKeys } from './coordination/cursor-keys.ts';
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
  /** Makes the next call read again. */
  forget(): void;
};

const STALE_MS = 500;

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
  readonly counters: Counters;
  readonly cursorKeys: Pick<CursorKeys, 'renew'>;
};

export const openDirectory = (sources: Sources): DirectoryCopy => {
  const { counters, cursorKeys } = sources;
  let copy: Directory | null = null;
  let keys: ReadonlyMap<string, LiveKey> = new Map();
  let checkedAt = 0;
  let checkedChange = 0;
  /** How often a change was reported. */
  let change = 0;
  let underWay: Renewal | null = null;

  const renew = async (): Promise<Directory> => {
    const [startedAt, startedChange] = [performance.now(), change];
    const version = await counters.current('directory');
    if (copy === null || copy.version !== version) {
      const members = await sources.members.all();
      const declared = await sources.members.declared();
      const persons = await sources.persons.all();
      const communities = await sources.communities.all();
      const live = await sources.keys.live();
      await cursorKeys.renew();
      // Together, so that no request meets keys of one version and members of another.
      keys = live;
      copy = directoryOf(version, { members, declared, persons, communities });
    }
    checkedAt = startedAt;
    checkedChange = startedChange;
    return copy;
  };

  const current = (): Promise<Directory> => {
    const isChecked = checkedChange === change && performance.now() - checkedAt < STALE_MS;
    if (copy !== null && isChecked) return Promise.resolve(copy);
    // A renewal that began before the latest change may not have read it.
    if (underWay !== null && underWay.change !== change) return underWay.done.then(current, current);
    underWay ??= {
      change,
      done: inNoTime(renew).finally(() => {
        underWay = null;
      }),
    };
    return underWay.done;
  };

  return {
    current,
    key: async (id, now) => {
      await current();
      const row = keys.get(id);
      return row === undefined || !isInForce(row, now) ? null : row;
    },
    keysOf: async (persons, now) => {
      await current();
      return inForceOf(keys.values(), persons, now);
    },
    forget: () => {
      change += 1;
    },
  };
};
