// The indexes of object rows. A database that was made before the rows of a source were counted has another unique index:
// its rows are counted first, and that index goes.
import { type Collection, isNoIndex } from '../connect.ts';
import type { ObjectRow } from './row.ts';

const UNCOUNTED = 'stixId_1_modified_1_source_1';

export const openObjectIndexes = async (rows: Collection<ObjectRow>): Promise<void> => {
  await rows.createIndex({ warning: 1, version: 1 });
  const isUncounted = (await rows.indexes()).some(({ name }) => name === UNCOUNTED);
  if (isUncounted) await count(rows);
  await rows.createIndex({ stixId: 1, source: 1, ordinal: 1 }, { unique: true });
  if (!isUncounted) return;
  await rows.dropIndex(UNCOUNTED).catch((error: unknown) => {
    // Another process that opened at the same moment was faster.
    if (!isNoIndex(error)) throw error;
  });
};

/** By their ids, which follow the order in which they came. */
const count = async (rows: Collection<ObjectRow>): Promise<void> => {
  const partitionBy = { stixId: '$stixId', source: '$source' };
  const output = { ordinal: { $documentNumber: {} } };
  await rows
    .aggregate(
      [
        { $project: { stixId: 1, source: 1 } },
        { $setWindowFields: { partitionBy, sortBy: { _id: 1 }, output } },
        { $project: { ordinal: { $subtract: ['$ordinal', 1] } } },
        { $merge: { into: rows.collectionName, whenMatched: 'merge', whenNotMatched: 'discard' } },
      ],
      { allowDiskUse: true },
    )
    .toArray();
};
