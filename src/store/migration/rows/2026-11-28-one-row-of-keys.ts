// Gives each object its one row of keys. Before, each name, alias and key of an object was a document in `tellings` or
// `key_uses`. Those documents stay, since a hub of the release before may still read them; workers of that release must
// have stopped, since documents that they add later are not migrated.
import { type Database, ObjectId, type Session } from '../../connect.ts';
import {
  FORMER_KEYS,
  FORMER_NAMES,
  type FormerKeyRow,
  type FormerNameRow,
} from '../../context/former-rows.ts';
import { OBJECT_CONTEXT, type ObjectContextRow } from '../../context/object-context.ts';
import { OBJECTS } from '../../object/row.ts';
import type { Batch, RowMigration } from '../migration.ts';

const OBJECTS_AT_ONCE = 500;

const collectionsOf = (database: Database) => ({
  names: database.collection(FORMER_NAMES),
  keys: database.collection(FORMER_KEYS),
  contexts: database.collection(OBJECT_CONTEXT),
});

/** How many objects still need their row; writes nothing. */
const remaining = async (database: Database): Promise<number> => {
  const [counted] = await collectionsOf(database)
    .names.aggregate<{ count: number }>(
      [
        { $group: { _id: '$row' } },
        { $unionWith: { coll: 'key_uses', pipeline: [{ $group: { _id: '$row' } }] } },
        { $group: { _id: '$_id' } },
        { $lookup: { from: 'object_context', localField: '_id', foreignField: '_id', as: 'context' } },
        { $match: { context: [] } },
        { $count: 'count' },
      ],
      { allowDiskUse: true },
    )
    .toArray();
  return counted?.count ?? 0;
};

const next = async (database: Database, position: string | null): Promise<Batch | null> => {
  const { names, keys } = collectionsOf(database);
  // The old keys have no index by object.
  if (position === null) await keys.createIndex({ row: 1 });
  const objects = await database
    .collection(OBJECTS)
    .find(position === null ? {} : { _id: { $gt: new ObjectId(position) } }, { projection: { _id: 1 } })
    .sort({ _id: 1 })
    .limit(OBJECTS_AT_ONCE)
    .toArray();
  const last = objects.at(-1);
  if (last === undefined) return null;
  const ofThese = { row: { $in: objects.map(({ _id }) => _id) } };
  const [oldNames, oldKeys] = await Promise.all([
    names.find(ofThese).sort({ _id: 1 }).toArray(),
    keys.find(ofThese).sort({ _id: 1 }).toArray(),
  ]);
  const rows = rowsOf(oldNames, oldKeys);
  return { position: last._id.toHexString(), write: (session) => insertMissing(database, rows, session) };
};

const rowsOf = (names: readonly FormerNameRow[], keys: readonly FormerKeyRow[]): ObjectContextRow[] => {
  const rows = new Map<string, ObjectContextRow>();
  const rowOf = (id: ObjectId): ObjectContextRow => {
    const row = rows.get(id.toHexString()) ?? { _id: id };
    rows.set(id.toHexString(), row);
    return row;
  };
  for (const { row, thing: entity, isAlias, span } of names) {
    const context = rowOf(row);
    if (isAlias === true) context.aliases = [...(context.aliases ?? []), entity];
    else Object.assign(context, { entity: entity, ...(span === undefined ? {} : { span }) });
  }
  for (const { row, key } of keys) {
    const context = rowOf(row);
    context.keys = [...(context.keys ?? []), key];
  }
  return [...rows.values()];
};

const insertMissing = async (
  database: Database,
  rows: readonly ObjectContextRow[],
  session: Session,
): Promise<number> => {
  const { contexts } = collectionsOf(database);
  const ids = rows.map(({ _id }) => _id);
  const found = await contexts.find({ _id: { $in: ids } }, { projection: { _id: 1 }, session }).toArray();
  const known = new Set(found.map(({ _id }) => _id.toHexString()));
  const missing = rows.filter(({ _id }) => !known.has(_id.toHexString()));
  if (missing.length > 0) await contexts.insertMany(missing, { session });
  return missing.length;
};

export const oneRowOfKeys: RowMigration = {
  kind: 'ROWS',
  name: '2026-11-28-one-row-of-keys',
  about: 'Each object has one row of keys in place of a document for every name and key.',
  remaining,
  next,
};
