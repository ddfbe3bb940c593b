// Which entities have an alias: the first few, so that cost does not grow with how common it is. New aliases are inserted
// in one batch, and only a further entity updates a row.
import { declareCollection, listOf, text } from '../collection/declare.ts';
import { insertNew } from '../collection/insert-new.ts';
import type { Collection } from '../connect.ts';
import { REAL } from '../feed.ts';

export type AliasRow = { _id: string; things: string[] };

export const ALIASES = declareCollection<AliasRow>({
  stored: 'aliases',
  about: 'Which entities go by an alias; the first ten.',
  access: 'NATIVE',
  isValidated: false,
  kept: 'for the life of the hub',
  fields: {
    _id: text('The exercise, where it is of one, and type and alias.', {
      personal: 'may be the name of a person',
    }),
    things: listOf(text('Key of an entity.', { personal: 'may be the name of a person' })),
  },
  indexes: [],
});

export type AliasUse = { readonly alias: string; readonly thing: string };

/** In vendors' reports an alias names at most five entities; one with more than this many says nothing. */
const MAX_ENTITIES = 10;

/**
 * Records which entities have which aliases in one partition, and returns all entities with these aliases there. Of two concurrent calls, each has
 * written before either reads, so at least one sees both.
 */
export const noteAliases = async (
  rows: Collection<AliasRow>,
  exercise: string,
  uses: readonly AliasUse[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  // An exercise fills no limit of real traffic. A key of real traffic begins with a STIX type that has aliases.
  const prefix = exercise === REAL ? '' : `exercise:${exercise}|`;
  const byAlias = Map.groupBy(uses, ({ alias }) => `${prefix}${alias}`);
  const wanted = new Map([...byAlias].map(([alias, each]) => [alias, new Set(each.map((use) => use.thing))]));
  const known = await read(rows, [...wanted.keys()]);
  const isThere = ([alias]: readonly [string, unknown]): boolean => known.has(alias);
  const fresh = [...wanted].filter((each) => !isThere(each));
  const isInserted = await insert(rows, fresh);
  const isFurther = ([alias, entities]: readonly [string, ReadonlySet<string>]): boolean => {
    const held = known.get(alias) ?? [];
    return held.length < MAX_ENTITIES && [...entities].some((entity) => !held.includes(entity));
  };
  const changed = [...wanted]
    .filter(isThere)
    .filter(isFurther)
    .concat(isInserted ? [] : fresh);
  await add(rows, changed);
  const reread = await read(
    rows,
    changed.map(([alias]) => alias),
  );
  const inserted = fresh.map(([alias, entities]) => [alias, [...entities].slice(0, MAX_ENTITIES)] as const);
  const found = [...known, ...inserted, ...reread];
  return new Map(found.map(([key, entities]) => [key.slice(prefix.length), entities]));
};

const read = async (rows: Collection<AliasRow>, ids: readonly string[]): Promise<Map<string, string[]>> => {
  const found = ids.length === 0 ? [] : await rows.find({ _id: { $in: [...ids] } }).toArray();
  return new Map(found.map(({ _id, things: entities }) => [_id, entities]));
};

type Wanted = readonly (readonly [string, ReadonlySet<string>])[];

/** False when another writer inserted one of them meanwhile. */
const insert = (rows: Collection<AliasRow>, wanted: Wanted): Promise<boolean> =>
  insertNew(
    rows,
    wanted.map(([_id, entities]) => ({ _id, things: [...entities].slice(0, MAX_ENTITIES) })),
  );

/** The first entities stay; later ones are dropped. */
const add = async (rows: Collection<AliasRow>, wanted: Wanted): Promise<void> => {
  const updates = wanted.flatMap(([_id, entities]) =>
    [...entities].map((entity) => ({
      updateOne: {
        filter: { _id, things: { $ne: entity }, [`things.${MAX_ENTITIES - 1}`]: { $exists: false } },
        update: { $push: { things: entity } },
      },
    })),
  );
  if (updates.length > 0) await rows.bulkWrite(updates as never, { ordered: false });
};
