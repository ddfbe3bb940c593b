// Fills in the access class of feed rows of older releases. Until then such rows, and those that an older process writes
// meanwhile, are checked by their contents, at more cost.
import { accessClassOf } from '../../../policy/access-class.ts';
import { openAccessClasses } from '../../access-classes.ts';
import type { Database } from '../../connect.ts';
import { contentOf } from '../../content/stored-content.ts';
import { FEED } from '../../feed.ts';
import type { Batch, RowMigration } from '../migration.ts';

const BATCH = 200;
const WITHOUT_CLASS = { access: { $exists: false } } as const;

const next = async (database: Database, position: string | null): Promise<Batch | null> => {
  const rows = database.collection(FEED);
  const found = await rows
    .find({ _id: { $gt: position ?? '' }, ...WITHOUT_CLASS }, { projection: { content: 1 } })
    .sort({ _id: 1 })
    .limit(BATCH)
    .toArray();
  const last = found.at(-1);
  if (last === undefined) return null;
  const classes = openAccessClasses(database);
  const updates: object[] = [];
  for (const { _id, content } of found) {
    const access = accessClassOf(contentOf(content).access);
    await classes.keep(access);
    updates.push({
      updateOne: { filter: { _id, ...WITHOUT_CLASS }, update: { $set: { access: access.id } } },
    });
  }
  return {
    position: last._id,
    write: async (session) =>
      (await rows.bulkWrite(updates as never, { session, ordered: false })).modifiedCount,
  };
};

export const fillAccessClasses: RowMigration = {
  kind: 'ROWS',
  name: '2026-11-28-access-classes',
  about: 'Feed rows name the access class that decides who may read them.',
  remaining: (database) => database.collection(FEED).countDocuments(WITHOUT_CLASS),
  next,
};
