// Inserting rows that never change under one id: those that are there already stay as they are. Several workers may write
// the same rows at once, and a repeated job writes what it wrote before; neither is a failure.
import { type Collection, isDuplicateKey } from './connect.ts';

const BATCH = 500;

/** False when some of the rows were there already. A third of the work of replacing them. */
export const insertNew = async <Row extends { _id: unknown }>(
  collection: Collection<Row>,
  rows: readonly Row[],
): Promise<boolean> => {
  let isAllNew = true;
  for (let from = 0; from < rows.length; from += BATCH) {
    try {
      await collection.insertMany(rows.slice(from, from + BATCH) as never, { ordered: false });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      isAllNew = false;
    }
  }
  return isAllNew;
};
