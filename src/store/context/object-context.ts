// One row per object that the hub knows something of beyond its content: which entity it describes, the entity's other
// names, and the keys under which the reference sets know it. A row has the id of the object's row and never changes, so
// writing it again does nothing. It is exactly as readable as the object's row: decide about that first.
import type { Span } from 'stix2-ts/entity';
import { any, declareCollection, listOf, maybe, objectId, text } from '../collection/declare.ts';
import { insertNew } from '../collection/insert-new.ts';
import type { Collection, Database, Filter, ObjectId } from '../connect.ts';

export type ObjectContextRow = {
  /** Id of the object's row. */
  _id: ObjectId;
  /** Key of the entity that the object describes; absent where only its STIX id identifies it. */
  entity?: string;
  /** Keys of the entity's further names. */
  aliases?: string[];
  /** When it was valid, where that distinguishes it from others with the same key. */
  span?: Span;
  /** Keys in the reference sets (CVE, CWE, values, sectors), by which a refreshed set finds what it changes. */
  keys?: string[];
};

export const VALUE_OF_A_PERSON = { personal: 'may be an e-mail address or an account' };

export const OBJECT_CONTEXT = declareCollection<ObjectContextRow>({
  stored: 'object_context',
  about: 'What the hub derives from an object: the entity it describes, and its keys in the reference sets.',
  access: 'NATIVE',
  isValidated: false,
  kept: 'as long as the row of the object',
  fields: {
    _id: objectId('Id of the row of the object.'),
    entity: maybe(text('Key of the entity: a pattern, a CVE, a value, a name.', VALUE_OF_A_PERSON)),
    aliases: maybe(listOf(text('Key of a further name of that entity.', VALUE_OF_A_PERSON))),
    span: maybe(any('When it was valid, where that distinguishes it from others with the same key.')),
    keys: maybe(listOf(text('A CVE, a weakness, a value, a sector.', VALUE_OF_A_PERSON))),
  },
  indexes: [
    { key: { entity: 1, _id: 1 }, partialFilterExpression: { entity: { $exists: true } } },
    { key: { aliases: 1, _id: 1 }, partialFilterExpression: { aliases: { $exists: true } } },
    { key: { keys: 1, _id: 1 }, partialFilterExpression: { keys: { $exists: true } } },
  ],
});

export type ObjectContexts = {
  readonly rows: Collection<ObjectContextRow>;
  /** Inserts the rows that do not exist yet; false when some did. */
  save(rows: readonly ObjectContextRow[]): Promise<boolean>;
  of(row: ObjectId): Promise<ObjectContextRow | null>;
  /** Rows that describe these entities, by main name or alias; those in `named` by main name only. Ordered by id. */
  describing(
    entities: readonly string[],
    named: readonly string[],
    limit: number,
    after?: ObjectId,
  ): Promise<ObjectContextRow[]>;
  /** Rows that hold one of these keys, ordered by id. */
  holding(keys: readonly string[], limit: number, after?: ObjectId): Promise<ObjectContextRow[]>;
  /** Rows that hold a key with one of these prefixes, ordered by id: one scan of all rows. */
  holdingBelow(prefixes: readonly string[], limit: number, after?: ObjectId): Promise<ObjectContextRow[]>;
};

export const openObjectContexts = (database: Database): ObjectContexts => {
  const rows = database.collection(OBJECT_CONTEXT);
  const inOrder = (filter: Filter<ObjectContextRow>, limit: number, after: ObjectId | undefined) =>
    rows
      .find({ ...filter, ...(after === undefined ? {} : { _id: { $gt: after } }) })
      .sort({ _id: 1 })
      .limit(limit);
  return {
    rows,
    save: (batch) => insertNew(rows, batch),
    of: (row) => rows.findOne({ _id: row }),
    describing: (entities, named, limit, after) =>
      inOrder(describedBy(entities, named), limit, after).toArray(),
    holding: (keys, limit, after) => inOrder({ keys: { $in: [...keys] } }, limit, after).toArray(),
    holdingBelow: (prefixes, limit, after) => {
      const begins = prefixes.map((prefix) => ({
        keys: { $elemMatch: { $gte: prefix, $lt: `${prefix}\uffff` } },
      }));
      // Most rows hold such a key; in key order, the matches of all pages would be sorted again for each page.
      return inOrder({ $or: begins } as Filter<ObjectContextRow>, limit, after)
        .hint({ _id: 1 })
        .toArray();
    },
  };
};

const describedBy = (entities: readonly string[], named: readonly string[]): Filter<ObjectContextRow> => {
  const byName = { entity: { $in: [...new Set([...entities, ...named])] } };
  return entities.length === 0 ? byName : { $or: [byName, { aliases: { $in: [...entities] } }] };
};
