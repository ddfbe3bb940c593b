// Inserts rows that never change under their id; existing ones are left as they are. Several workers may write the same
// rows at once, and a repeated job writes the same rows again; neither is a failure.
import { type Collection, isDuplicateKey, type Session } from '../connect.ts';

const BATCH = 500;
/** Times that a row is met and then not found, before the caller has to begin again. */
const ATTEMPTS = 10;

/** False when some of the rows existed already. A third of the cost of replacing them. */
export const insertNew = async <Row extends { _id: unknown }>(
  collection: Collection<Row>,
  rows: readonly Row[],
): Promise<boolean> => {
  let isAllNew = true;
  for (let from = 0; from < rows.length; from += BATCH) {
    const isNew = await insertBatch(collection, rows.slice(from, from + BATCH));
    isAllNew = isAllNew && isNew;
  }
  return isAllNew;
};

/**
 * A row that another process wrote a moment ago may not be on a majority of the servers yet, and be gone after a failover,
 * when its writer has given up because this one was done. So what exists is read again, from a majority.
 */
const insertBatch = async <Row extends { _id: unknown }>(
  collection: Collection<Row>,
  batch: readonly Row[],
): Promise<boolean> => {
  let missing = batch;
  let failure: unknown;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      await collection.insertMany(missing as never, { ordered: false });
      return attempt === 0;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      failure = error;
    }
    const ids = { _id: { $in: missing.map(({ _id }) => _id) } } as never;
    const found = await collection.find(ids, { projection: { _id: 1 } }).toArray();
    const stored = new Set(found.map(({ _id }) => String(_id)));
    missing = missing.filter(({ _id }) => !stored.has(String(_id)));
    if (missing.length === 0) return false;
  }
  throw failure;
};

/** The same within a transaction, where a row that exists must not fail the rest. */
export const ensureRows = async <Row extends { _id: unknown }>(
  collection: Collection<Row>,
  rows: readonly Row[],
  session?: Session,
): Promise<void> => {
  if (rows.length === 0) return;
  await collection.bulkWrite(
    rows.map(({ _id, ...facts }) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: facts }, upsert: true },
    })) as never,
    { ordered: false, ...(session === undefined ? {} : { session }) },
  );
};
