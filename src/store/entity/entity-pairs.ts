// Pairs of entities that may be one under two names, or of objects that may be two under one: questions to reviewers and
// their answers. Only keys and ids; names, and who uses them, are read from what each reader may read.

import { declareCollection, instant, listOf, maybe, oneOf, text } from '../collection/declare.ts';
import type { Collection, Database, Session } from '../connect.ts';
import { PAIR_STATES, type PairState, proposedIn } from '../pairs.ts';
import { ALIASES, type AliasRow, type AliasUse, noteAliases } from './aliases.ts';

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
  noteAliases(exercise: string, uses: readonly AliasUse[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Those of these ids that are not stored yet. */
  unknown(ids: readonly string[], session?: Session): Promise<string[]>;
  insert(rows: readonly EntityPairRow[], session: Session): Promise<void>;
  byId(id: string, session?: Session): Promise<EntityPairRow | null>;
  /** Pairs of one partition to ask a reviewer about, in stable order. */
  proposed(exercise: string, limit: number, after?: string): Promise<EntityPairRow[]>;
  /** Reviewers' rulings on pairs with one of these sides. */
  ruledOn(sides: readonly string[], exercise: string): Promise<EntityPairRow[]>;
  decide(row: EntityPairRow, session: Session): Promise<void>;
};

const MAX_RULED = 200;

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
    byId: (id, session) => reviewed.findOne({ _id: id }, null, { session: session ?? null }).lean(),
    proposed: (exercise, limit, after) => proposedIn(reviewed, exercise, { limit, after }),
    ruledOn: (sides, exercise) =>
      rows
        .find({ sides: { $in: [...sides] }, exercise, state: { $in: ['ACCEPTED', 'APART'] } })
        .sort({ _id: 1 })
        .limit(MAX_RULED)
        .toArray(),
    decide: async (row, session) => {
      await reviewed.replaceOne({ _id: row._id }, row, { session, upsert: true, runValidators: true });
    },
  };
};
