// Pairs of entities that may be one under two names, or of objects that may be two under one: questions to reviewers and
// their answers. Only keys and ids; names, and who uses them, are read from what each reader may read.

import { declareCollection, instant, listOf, maybe, oneOf, text } from '../collection/declare.ts';
import type { Collection, Database, Session } from '../connect.ts';
import { PAIR_STATES, type PairState, proposedIn } from '../pairs.ts';
import { ALIASES, type AliasRow, type AliasUse, type Holder, noteAliases } from './aliases.ts';

/** Two keys of entities, or two ids of objects with one key, in order. */
export type Sides = readonly [string, string];

export type EntityPairRow = {
  _id: string;
  sides: Sides;
  /** Real traffic or one exercise; a ruling applies within it. */
  exercise: string;
  /** LINKED is not stored: it follows from the names. */
  state: Exclude<PairState, 'LINKED' | 'FOLDED'>;
  at: Date;
  /** Member of the reviewer who decided. */
  decidedBy?: string;
  /** The person who decided, as `<member slug>/<name>`, or the key of a machine. */
  maker?: string;
  /** What the reviewer could read, as `<STIX id> <voice>`: the ruling holds for these. Older rulings lack it. */
  assertions?: string[];
};

export const ENTITY_PAIRS = declareCollection<EntityPairRow>({
  stored: 'thing_pairs',
  about: 'Two entities that may be one under two names, and what a reviewer decided.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'for the life of the hub',
  fields: {
    _id: text('Id, a function of both sides.'),
    sides: listOf(
      text('Key of an entity, or STIX id of an object.', { personal: 'may be the name of a person' }),
    ),
    exercise: text('Id of the exercise; empty for real traffic.'),
    state: oneOf(
      PAIR_STATES.filter((state) => state !== 'LINKED' && state !== 'FOLDED'),
      'The decision.',
    ),
    at: instant('When it was found or decided.'),
    decidedBy: maybe(text('Id of the member whose reviewer decided.')),
    maker: maybe(
      text('Who decided, as <member slug>/<name> or the id of a key.', { personal: 'names a person' }),
    ),
    assertions: maybe(listOf(text('STIX id of an assertion that the reviewer could read, and whose it is.'))),
  },
  indexes: [
    { key: { sides: 1, exercise: 1 } },
    { key: { state: 1, exercise: 1, _id: 1 } },
    // For hubs of the release before, which list proposals of all traffic at once.
    { key: { state: 1, _id: 1 } },
  ],
});

export type EntityPairs = {
  readonly rows: Collection<EntityPairRow>;
  readonly aliases: Collection<AliasRow>;
  /** Records which entities have which aliases in one partition, and returns all entities with these aliases there. */
  noteAliases(exercise: string, uses: readonly AliasUse[]): Promise<ReadonlyMap<string, readonly Holder[]>>;
  /** Those of these ids that are not stored yet. */
  unknown(ids: readonly string[], session?: Session): Promise<string[]>;
  insert(rows: readonly EntityPairRow[], session: Session): Promise<void>;
  /** Pairs of one partition to ask a reviewer about, in stable order. */
  proposed(exercise: string, limit: number, after?: string): Promise<EntityPairRow[]>;
  /** Reviewers' rulings on pairs with one of these sides, the earliest first; with `about`, on one of these assertions. */
  ruledOn(sides: readonly string[], exercise: string, about?: readonly string[]): Promise<EntityPairRow[]>;
  /** The rulings on this very pair, the earliest first. */
  rulingsOn(sides: Sides, exercise: string, session: Session): Promise<EntityPairRow[]>;
  decide(row: EntityPairRow, session: Session): Promise<void>;
};

const RULED = ['ACCEPTED', 'APART'] as const;
/** Of two rulings on the same assertions the earlier one counts. */
const EARLIEST = { at: 1, _id: 1 } as const;

export const openEntityPairs = (database: Database): EntityPairs => {
  const rows = database.collection(ENTITY_PAIRS);
  const aliases = database.collection(ALIASES);
  // Reviewers read and write through mongoose; the pipeline writes through the driver, under the server's validator.
  const reviewed = database.model(ENTITY_PAIRS);
  return {
    rows,
    aliases,
    noteAliases: (exercise, uses) => noteAliases(aliases, exercise, uses),
    unknown: async (ids, session) => {
      const options = { projection: { _id: 1 }, ...(session === undefined ? {} : { session }) };
      const found = await rows.find({ _id: { $in: [...ids] } }, options).toArray();
      const known = new Set(found.map(({ _id }) => _id));
      return ids.filter((id) => !known.has(id));
    },
    insert: async (batch, session) => {
      if (batch.length > 0) await rows.insertMany([...batch], { session });
    },
    proposed: (exercise, limit, after) => proposedIn(reviewed, exercise, { limit, after }),
    ruledOn: (sides, exercise, about) => {
      const isAbout =
        about === undefined
          ? {}
          : { $or: [{ assertions: { $in: [...about] } }, { assertions: { $exists: false } }] };
      return rows
        .find({ sides: { $in: [...sides] }, exercise, state: { $in: [...RULED] }, ...isAbout })
        .sort(EARLIEST)
        .toArray();
    },
    rulingsOn: (sides, exercise, session) =>
      rows
        .find({ sides: [...sides] as unknown as Sides, exercise, state: { $in: [...RULED] } }, { session })
        .sort(EARLIEST)
        .toArray(),
    decide: async (row, session) => {
      await reviewed.replaceOne({ _id: row._id }, row, { session, upsert: true, runValidators: true });
    },
  };
};
