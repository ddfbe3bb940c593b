// The process's copy of the directory, renewed when `counters.directory` moves: on the first call after the change stream
// reports it, and at the latest after `STALE_MS`.
import { LRUCache } from 'lru-cache';
import { type Directory, directoryOf } from '../domain/directory.ts';
import type { Counters } from './coordination/counters.ts';
import type { KeyRow, Members } from './members.ts';

export type DirectoryCopy = {
  current(): Promise<Directory>;
  /** A key by its id, null when there is none (or it is revoked or expired at `now`). */
  key(id: string, now: Date): Promise<KeyRow | null>;
  /** Makes the next call read again. */
  forget(): void;
};

const STALE_MS = 500;
const MAX_KEYS = 10_000;

export const openDirectory = (members: Members, counters: Counters): DirectoryCopy => {
  let copy: Directory | null = null;
  let checkedAt = 0;
  let underWay: Promise<Directory> | null = null;
  const keys = new LRUCache<string, { readonly row: KeyRow | null }>({ max: MAX_KEYS });

  const renew = async (): Promise<Directory> => {
    const version = await counters.current('directory');
    if (copy === null || copy.version !== version) {
      keys.clear();
      copy = directoryOf(version, await members.all(), await members.declared());
    }
    checkedAt = performance.now();
    return copy;
  };

  const current = (): Promise<Directory> => {
    if (copy !== null && performance.now() - checkedAt < STALE_MS) return Promise.resolve(copy);
    underWay ??= renew().finally(() => {
      underWay = null;
    });
    return underWay;
  };

  const lookUp = async (id: string): Promise<KeyRow | null> => {
    const held = keys.get(id);
    if (held !== undefined) return held.row;
    const before = copy;
    const row = await members.key(id);
    // The directory changed during the read: the row may be older than the change, so it is not cached.
    if (copy !== before) return row;
    keys.set(id, { row });
    return row;
  };

  return {
    current,
    key: async (id, now) => {
      await current();
      const row = await lookUp(id);
      const isUsable =
        row !== null &&
        row.revokedAt === null &&
        (row.expiresAt === null || row.expiresAt.getTime() > now.getTime());
      return isUsable ? row : null;
    },
    forget: () => {
      checkedAt = Number.NEGATIVE_INFINITY;
    },
  };
};
