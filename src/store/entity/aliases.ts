// Which entities have an alias: the first few of each source, so that cost does not grow with how common it is, and no source
// pushes out what another says (I31). What a source says without its name counts apart, so that nobody learns from what is
// missing whose it is (I33). New aliases are inserted in one batch, and only a further entity updates a row.
import { declareCollection, listOf, maybe, text } from '../collection/declare.ts';
import { insertNew } from '../collection/insert-new.ts';
import type { Collection } from '../connect.ts';
import { REAL } from '../feed.ts';

export type AliasRow = {
  _id: string;
  /** Written by older releases: the first ten of all sources together. */
  things: string[];
  /** Whose list an entity is in, a blank, and its key. */
  held?: string[];
};

export const ALIASES = declareCollection<AliasRow>({
  stored: 'aliases',
  about: 'Which entities go by an alias; the first of each source.',
  access: 'NATIVE',
  isValidated: false,
  kept: 'for the life of the hub',
  fields: {
    _id: text('The exercise, where it is of one, and type and alias.', {
      personal: 'may be the name of a person',
    }),
    things: listOf(
      text('Key of an entity, as older releases wrote it.', { personal: 'may be the name of a person' }),
    ),
    held: maybe(
      listOf(
        text('Who says so, a blank, and the key of the entity.', { personal: 'may be the name of a person' }),
      ),
    ),
  },
  indexes: [],
});

/** An entity with an alias; `by` is whose list it is in (`listedBy`). */
export type AliasUse = { readonly alias: string; readonly thing: string; readonly by: string };

export type Holder = Pick<AliasUse, 'thing' | 'by'>;

const UNNAMED = '~';

/** The list of what this member says under its name, or without it. */
export const listedBy = (member: string, isUnnamed: boolean): string =>
  isUnnamed ? `${member}${UNNAMED}` : member;

/** What is said without a name has more room: its readers do not know that it has one source. */
export const limitedTo = (limit: number, by: string): number => (by.endsWith(UNNAMED) ? 10 * limit : limit);

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
): Promise<ReadonlyMap<string, readonly Holder[]>> => {
  // An exercise fills no limit of real traffic. A key of real traffic begins with a STIX type that has aliases.
  const prefix = exercise === REAL ? '' : `exercise:${exercise}|`;
  const byAlias = Map.groupBy(uses, ({ alias }) => `${prefix}${alias}`);
  const wanted: Wanted = new Map([...byAlias].map(([alias, each]) => [alias, new Set(each.map(heldAs))]));
  const known = await read(rows, [...wanted.keys()]);
  const fresh = new Map([...wanted].filter(([alias]) => !known.has(alias)));
  const inserted: Wanted = new Map([...fresh].map(([alias, each]) => [alias, new Set(withRoom([], each))]));
  const isInserted = await insert(rows, inserted);
  // Where another writer inserted one meanwhile, what it holds is unknown: the limit may be passed by what one act brings.
  const further = [...(isInserted ? [] : inserted)].concat(
    [...wanted].flatMap(([alias, each]) => {
      const held = known.get(alias);
      const more = held === undefined ? [] : withRoom(held, each);
      return more.length === 0 ? [] : [[alias, new Set(more)]];
    }),
  );
  await add(rows, further);
  const reread = await read(
    rows,
    further.map(([alias]) => alias),
  );
  const found = [...known, ...[...inserted].map(([alias, each]) => [alias, [...each]] as const), ...reread];
  return new Map(found.map(([key, each]) => [key.slice(prefix.length), each.map(holderIn)]));
};

/** Of each alias, by its id: entries of `held`. */
type Wanted = ReadonlyMap<string, ReadonlySet<string>>;

const heldAs = ({ by, thing }: Holder): string => `${by} ${thing}`;

const holderIn = (held: string): Holder => {
  const end = held.indexOf(' ');
  return { by: held.slice(0, end), thing: held.slice(end + 1) };
};

/** Those of the wanted that are not held yet, as far as their sources have room. */
const withRoom = (held: readonly string[], wanted: Iterable<string>): string[] => {
  const known = new Set(held);
  const counts = new Map<string, number>();
  const countOf = (by: string): number => counts.get(by) ?? 0;
  for (const each of held) counts.set(holderIn(each).by, countOf(holderIn(each).by) + 1);
  return [...wanted].filter((each) => {
    const { by } = holderIn(each);
    if (known.has(each) || countOf(by) >= limitedTo(MAX_ENTITIES, by)) return false;
    counts.set(by, countOf(by) + 1);
    return true;
  });
};

/** What older releases wrote is held by nobody in particular. */
const read = async (rows: Collection<AliasRow>, ids: readonly string[]): Promise<Map<string, string[]>> => {
  const found = ids.length === 0 ? [] : await rows.find({ _id: { $in: [...ids] } }).toArray();
  return new Map(
    found.map(({ _id, things, held = [] }) => [_id, [...things.map((thing) => ` ${thing}`), ...held]]),
  );
};

/** False when another writer inserted one of them meanwhile. */
const insert = (rows: Collection<AliasRow>, wanted: Wanted): Promise<boolean> =>
  insertNew(
    rows,
    [...wanted].map(([_id, held]) => ({ _id, things: [], held: [...held] })),
  );

const add = async (
  rows: Collection<AliasRow>,
  further: readonly (readonly [string, ReadonlySet<string>])[],
): Promise<void> => {
  const updates = further.map(([_id, held]) => ({
    updateOne: { filter: { _id }, update: { $addToSet: { held: { $each: [...held] } } } },
  }));
  if (updates.length > 0) await rows.bulkWrite(updates as never, { ordered: false });
};
