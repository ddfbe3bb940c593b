// How large the collections are that grow with each warning, for the operator of the hub.
import type { Database } from '../connect.ts';
import { COLLECTIONS } from './table.ts';

/** Rows, and bytes on the disk with indexes. */
export type Growth = { readonly collection: string; readonly rows: number; readonly bytes: number };

/** Those to which each warning adds, until the end of its time (domain/retention/classes.ts). */
export const GROWING: ReadonlySet<string> = new Set([
  'acts',
  'attempts',
  'cases',
  'channel_deliveries',
  'deliveries',
  'enrichments',
  'entries',
  'feed',
  'feedback',
  'links',
  'object_context',
  'objects',
  'pairs',
  'thing_pairs',
  'traits',
  'warning_keys',
  'warnings',
]);

/** From the server's own counts, without reading rows. */
export const readGrowth = async (database: Database): Promise<Growth[]> =>
  Promise.all(
    COLLECTIONS.filter(({ stored }) => GROWING.has(stored)).map(async (declared) => {
      const [stats] = await database
        .collection(declared)
        .aggregate<{ storageStats: { count: number; storageSize: number; totalIndexSize: number } }>(
          [{ $collStats: { storageStats: {} } }],
          { maxTimeMS: MAX_MS, readConcern: { level: 'local' } },
        )
        .toArray();
      const { count = 0, storageSize = 0, totalIndexSize = 0 } = stats?.storageStats ?? {};
      return { collection: declared.stored, rows: count, bytes: storageSize + totalIndexSize };
    }),
  );

const MAX_MS = 2_000;
