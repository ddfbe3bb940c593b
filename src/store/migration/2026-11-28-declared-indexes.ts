// Creates each declared index and drops the retired ones. Others, made by the database's operator, are left alone.
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type Declared, type Index, indexName, namedIndexes } from '../collection/declare.ts';
import { COLLECTIONS } from '../collection/table.ts';
import type { Database } from '../connect.ts';
import type { ShapeChange, ShapeMigration } from './migration.ts';

type StoredIndex = Index & { readonly name: string };

const planIndexes = async (database: Database, made: ReadonlySet<string>): Promise<ShapeChange[][]> => {
  const there = new Set((await database.native().listCollections().toArray()).map(({ name }) => name));
  const plans = await Promise.all(
    COLLECTIONS.filter(({ stored }) => !made.has(stored)).map(async (declared) => {
      const rows = database.collection(declared);
      const stored = there.has(declared.stored) ? ((await rows.indexes()) as StoredIndex[]) : [];
      return changesOf(database, declared, new Map(stored.map((index) => [index.name, index])));
    }),
  );
  // Create before dropping: a unique index must exist before the one it replaces goes.
  return [plans.flatMap(({ wanted }) => wanted), plans.flatMap(({ retired }) => retired)];
};

const changesOf = (
  database: Database,
  declared: Declared,
  stored: ReadonlyMap<string, StoredIndex>,
): { readonly wanted: ShapeChange[]; readonly retired: ShapeChange[] } => {
  const rows = database.collection(declared);
  const of = (name: string) => `index ${name} of ${declared.stored}`;
  const missing = declared.indexes.filter((index) => !stored.has(indexName(index)));
  const wanted: ShapeChange[] = [];
  for (const index of declared.indexes) {
    const now = stored.get(indexName(index));
    if (now === undefined || isDeepStrictEqual(rulesOf(now), rulesOf(index))) continue;
    if (!isDeepStrictEqual(withoutTime(now), withoutTime(index))) {
      throw new Error(
        `The ${of(indexName(index))} differs from its declaration: declare it under another name, and retire this one.`,
      );
    }
    const { expireAfterSeconds } = index;
    wanted.push({
      what: `keep rows for another time by ${of(indexName(index))}`,
      apply: () =>
        database.native().command({
          collMod: declared.stored,
          index: { name: indexName(index), expireAfterSeconds },
        }),
    });
  }
  if (missing.length > 0) {
    wanted.push({
      what: `create ${missing.map((index) => of(indexName(index))).join(', ')}`,
      apply: () => rows.createIndexes(namedIndexes(missing)),
    });
  }
  const retired = (declared.retired ?? []).filter((name) => stored.has(name));
  return {
    wanted,
    retired: retired.map((name) => ({ what: `drop ${of(name)}`, apply: () => rows.dropIndex(name) })),
  };
};

const rulesOf = ({ key, unique, partialFilterExpression, expireAfterSeconds }: Index) => ({
  // The order of the fields is part of the key.
  key: Object.entries(key).map(([name, direction]) => [name, Number(direction)]),
  unique: unique === true,
  partialFilterExpression: partialFilterExpression ?? null,
  expireAfterSeconds: expireAfterSeconds ?? null,
});
const withoutTime = (index: Index) => ({ ...rulesOf(index), expireAfterSeconds: null });

const shapeOf = ({ stored, indexes, retired }: Declared) => [
  stored,
  indexes.map((index) => [indexName(index), rulesOf(index)]),
  retired ?? [],
];

export const declaredIndexes: ShapeMigration = {
  kind: 'SHAPE',
  name: '2026-11-28-declared-indexes',
  about: 'Indexes as they are declared; retired ones go.',
  revision: createHash('sha256')
    .update(JSON.stringify(COLLECTIONS.map(shapeOf)))
    .digest('hex')
    .slice(0, 12),
  plan: planIndexes,
};
