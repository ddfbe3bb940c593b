// All objects of one version of a warning, each read once: first those that it brought, in the order of insertion, then
// those that it links to from earlier versions and other warnings of its source.
import type { Collection, ObjectId } from '../connect.ts';
import type { ObjectRow } from './row.ts';

export async function* walkVersion(
  rows: Collection<ObjectRow>,
  linked: readonly ObjectId[],
  { warning, version, batch }: { readonly warning: string; readonly version: number; readonly batch: number },
): AsyncGenerator<readonly ObjectRow[]> {
  // Sorting by id would make the server read and sort the whole version for each batch.
  const cursor = rows.find({ warning, version }).batchSize(batch);
  try {
    while (await cursor.hasNext()) yield cursor.readBufferedDocuments();
  } finally {
    await cursor.close();
  }
  for (let from = 0; from < linked.length; from += batch) {
    yield await rows
      .find({ _id: { $in: linked.slice(from, from + batch) } })
      .batchSize(batch)
      .toArray();
  }
}
