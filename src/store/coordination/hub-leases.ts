// Which processes answer readers, and up to which version of the directory each has followed. A process answers from its
// copy only while its lease runs, so whoever changed rights needs to wait only for those whose lease runs (directory.ts).
import { count, declareCollection, instant, listOf, maybe, text } from '../collection/declare.ts';
import type { Database } from '../connect.ts';

type HubLeaseRow = { _id: string; confirmed: number; expiresAt: Date; opens?: string[] };

export const HUB_LEASES = declareCollection<HubLeaseRow>({
  stored: 'hub_leases',
  about: 'The processes that answer readers, and how far each has followed the directory.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'an hour after the process ended',
  fields: {
    _id: text('Id of the process, drawn at its start.'),
    confirmed: count('The version of the directory by which it answers everybody.'),
    expiresAt: instant('Until when it may answer, by the clock of the server.'),
    opens: maybe(
      listOf(text('Id of a key by which it opens sealed secrets; absent for a release that opens none.')),
    ),
  },
  indexes: [{ key: { expiresAt: 1 }, expireAfterSeconds: 3_600 }],
});

export type HubLeases = {
  /** Extends the lease from now, by the clock of the server. `confirmed`: what it has confirmed, should the row be gone. */
  hold(id: string, forMs: number, confirmed: number): Promise<void>;
  confirm(id: string, version: number): Promise<void>;
  release(id: string): Promise<void>;
  /** How many running leases have not confirmed this version. */
  behind(version: number): Promise<number>;
  /** Whether every process that runs opens what the key with this id sealed. */
  allOpen(keyId: string): Promise<boolean>;
};

const RUNS = { $expr: { $gt: ['$expiresAt', '$$NOW'] } };

/** `keyIds` are those of the keys that this process has. */
export const openHubLeases = (database: Database, keyIds: () => Promise<readonly string[]>): HubLeases => {
  const rows = database.collection(HUB_LEASES);
  return {
    hold: async (id, forMs, confirmed) => {
      const opens = await keyIds();
      await rows.updateOne(
        { _id: id },
        [
          {
            $set: {
              confirmed: { $max: ['$confirmed', confirmed] },
              expiresAt: { $add: ['$$NOW', forMs] },
              opens,
            },
          },
        ],
        { upsert: true },
      );
    },
    confirm: async (id, version) => {
      await rows.updateOne({ _id: id }, { $max: { confirmed: version } });
    },
    release: async (id) => {
      await rows.deleteOne({ _id: id });
    },
    behind: (version) => rows.countDocuments({ confirmed: { $lt: version }, ...RUNS }),
    allOpen: async (keyId) =>
      (await rows.countDocuments({ opens: { $ne: keyId }, ...RUNS }, { limit: 1 })) === 0,
  };
};
