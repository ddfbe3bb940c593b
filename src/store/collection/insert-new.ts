// Inserts rows that never change under their id; existing ones are left as they are. Several workers may write the same
// rows at once, and a repeated job writes the same rows again; neither is a failure.
import { type Collection, isDuplicateKey } from '../connect.ts';

const BATCH = 500;

/** False when some of the rows existed already. A third of the cost of replacing them. */
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
