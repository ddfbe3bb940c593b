// One row for each object that the hub knows anything of beyond its content: which entity it describes, what else that is
// called, and by which keys the reference sets know it. A row has the id of the object's row and never changes, so that
// writing it again does nothing. Whoever reads one decides about the object's row first: it is exactly as readable.
import type { Span } from 'stix2-ts/entity';
import { any, declareCollection, listOf, maybe, objectId, text } from '../collection/declare.ts';
import type { Collection, Database, Filter, ObjectId } from '../connect.ts';
import { insertNew } from '../insert-new.ts';

export type ObjectContextRow = {
  /** That of the object's row. */
  _id: ObjectId;
  /** Key of the entity that the object describes; absent where only its STIX id can say. */
  entity?: string;
  /** Keys of the further names of that entity. */
  aliases?: string[];
  /** When it held, where that tells it from others with the same key. */
  span?: Span;
  /** What the reference sets know it by (CVE, CWE, values, sectors): how a refreshed set finds what it changes. */
  keys?: string[];
};

export const VALUE_OF_A_PERSON = { personal: 'may be an e-mail address or an account' };

export const OBJECT_CONTEXT = declareCollection<ObjectContextRow>({
  stored: 'object_context',
  about:
    'What the hub knows of an object by its content: the entity it describes, and its keys in the reference sets.',
  access: 'NATIVE',
  isValidated: false,
  kept: 'as long as the row of the object',
  fields: {
    _id: objectId('Id of the row of the object.'),
    entity: maybe(text('Key of the entity: a pattern, a CVE, a value, a name.', VALUE_OF_A_PERSON)),
    aliases: maybe(listOf(text('Key of a further name of that entity.', VALUE_OF_A_PERSON))),
    span: maybe(any('When it held, where that tells it from others of the same key.')),
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
  /** Writes those that are not there yet; false when some were. */
  save(rows: readonly ObjectContextRow[]): Promise<boolean>;
  of(row: ObjectId): Promise<ObjectContextRow | null>;
  /** Who describes these entities, by name or alias; those that are `named` only by their own name. In order of their ids. */
  describing(
    entities: readonly string[],
    named: readonly string[],
    limit: number,
    after?: ObjectId,
  ): Promise<ObjectContextRow[]>;
  /** Who holds one of these keys, in order of their ids. */
  holding(keys: readonly string[], limit: number, after?: ObjectId): Promise<ObjectContextRow[]>;
  /** Who holds a key that begins with one of these, in order of their ids: one walk through all rows. */
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
      // Most rows hold such a key; in the order of the keys those of all pages would be sorted for each of them.
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
