// Pairs of warnings that may report the same event, and the traits that find them: an indexed key per CVE and observable.
// A pair is the hub's own fact beside both warnings; a reader who may not read both never learns of it.
import { type Traits, WINDOW_MS } from '../domain/likeness/likeness.ts';
import { count, declareCollection, instant, listOf, maybe, oneOf, text } from './collection/declare.ts';
import {
  type Collection,
  type Database,
  isDuplicateKey,
  type Model,
  type Session,
  trusted,
} from './connect.ts';

export type TraitsRow = Traits & {
  /** The warning. */
  _id: string;
  version: number;
  /** Its other warnings do not corroborate this one. */
  publisher: string;
  exercise: string;
  /** The keys that find it: those of its first CVEs and observables of which its publisher does not have too many. */
  keys: string[];
};

/**
 * FOLDED: duplicates, one advisory by its id, shown collapsed. LINKED: by rule. PROPOSED: a reviewer is asked. ACCEPTED and
 * APART (distinct): a reviewer has decided, and is not asked again.
 */
export const PAIR_STATES = ['FOLDED', 'LINKED', 'PROPOSED', 'ACCEPTED', 'APART'] as const;
export type PairState = (typeof PAIR_STATES)[number];

export type PairRow = {
  _id: string;
  warnings: [string, string];
  /** The versions that the reasons are about, in the order of `warnings`. */
  versions: [number, number];
  score: number;
  reasons: string[];
  state: PairState;
  exercise: string;
  at: Date;
  /** Member of the reviewer who decided. */
  decidedBy?: string;
  /** The person who decided, as `<member slug>/<name>`, or the key of a machine. */
  maker?: string;
};

export const TRAITS = declareCollection<TraitsRow>({
  stored: 'traits',
  about: 'The traits by which a warning is compared with others.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'as long as the warning, for its newest version',
  fields: {
    _id: text('Id of the warning.'),
    version: count('Its version.'),
    publisher: text('Id of the member that published it.'),
    exercise: text('Id of the exercise; empty for real traffic.'),
    cves: listOf(text('A CVE that it names.')),
    observables: listOf(
      text('Key of an observable or pattern that each of its readers may read.', {
        personal: 'may be an e-mail address or an account',
      }),
    ),
    sectors: listOf(text('A sector that it concerns.')),
    words: listOf(text('A word of its headline.')),
    urls: maybe(listOf(text('Address of a document that it refers to; absent in older rows.'))),
    names: maybe(
      listOf(text('Key of a malware, campaign or intrusion set that it names; absent in older rows.')),
    ),
    at: count('When it was published, in milliseconds.'),
    keys: listOf(
      text('The keys that find it: some of its CVEs and observables.', {
        personal: 'may be an e-mail address or an account',
      }),
    ),
  },
  indexes: [{ key: { keys: 1, exercise: 1, at: -1 } }],
});

export const PAIRS = declareCollection<PairRow>({
  stored: 'pairs',
  about: 'Two warnings that may report the same event, and what was decided.',
  access: 'ADMINISTERED',
  isValidated: true,
  kept: 'as long as the warnings; a proposal until it no longer holds',
  fields: {
    _id: text('Id, a function of both warnings.'),
    warnings: listOf(text('Id of a warning.')),
    versions: listOf(count('The version that the reasons are about.')),
    score: count('How alike they are, from 0 to 1.'),
    reasons: listOf(text('Why, as a sentence.')),
    state: oneOf(PAIR_STATES, 'What was decided, by a rule or by a reviewer.'),
    exercise: text('Id of the exercise; empty for real traffic.'),
    at: instant('When it was found.'),
    decidedBy: maybe(text('Id of the member whose reviewer decided.')),
    maker: maybe(
      text('Who decided, as <member slug>/<name> or the id of a key.', { personal: 'names a person' }),
    ),
  },
  indexes: [
    { key: { warnings: 1, state: 1 } },
    { key: { state: 1, exercise: 1, _id: 1 } },
    // For hubs of the release before, which list proposals of all traffic at once.
    { key: { state: 1, _id: 1 } },
  ],
});

/** Who moves a pair to a state, and from which states. */
export type PairRuling = {
  readonly from: readonly PairState[];
  readonly to: PairState;
  /** The member, and whoever decides for it. */
  readonly by: string;
  readonly maker: string;
};

export type Pairs = {
  readonly traits: Collection<TraitsRow>;
  readonly rows: Collection<PairRow>;
  /** Saves the traits of a version; those of the same or a later version stay. */
  saveTraits(row: TraitsRow): Promise<void>;
  traitsOf(warning: string): Promise<TraitsRow | null>;
  /** Those of its keys that find fewer than `most` other warnings of the same publisher. */
  placesOf(of: TraitsRow, most: number): Promise<string[]>;
  /** Other publishers' warnings with one of its keys, published within the window around it, newest first. */
  holdersOf(of: TraitsRow): Promise<TraitsRow[]>;
  byId(id: string, session?: Session): Promise<PairRow | null>;
  /**
   * Linked or accepted pairs of these warnings, batch by batch until their consumer has seen enough. There is no limit, so
   * that pairs with hidden warnings never stand before a visible one.
   */
  linkedTo(warnings: readonly string[]): AsyncIterable<readonly PairRow[]>;
  /** Those of these pairs that exist, without their reasons. */
  keysOf(ids: readonly string[]): Promise<PairKey[]>;
  /** Every pair with one of these warnings, without its reasons. */
  ofWarnings(warnings: readonly string[]): Promise<PairKey[]>;
  /** The pairs among these warnings that a reviewer has found distinct. */
  distinctAmong(warnings: readonly string[]): Promise<Distinct>;
  /** Pairs of one partition to ask a reviewer about, in stable order. */
  proposed(exercise: string, limit: number, after?: string): Promise<PairRow[]>;
  /** Writes the pair unless a reviewer has decided on it; returns whether it did. */
  save(row: PairRow, session: Session): Promise<boolean>;
  /** Removes an undecided pair. */
  forget(id: string): Promise<void>;
  /** Moves a pair from one of the states to another; false when it was in none of them. */
  decide(id: string, ruling: PairRuling, session: Session): Promise<boolean>;
};

export type PairKey = Pick<PairRow, '_id' | 'warnings' | 'state' | 'versions' | 'score'>;

/** Whether no reviewer has decided on it. */
export const isUndecided = ({ state }: Pick<PairRow, 'state'>): boolean => UNDECIDED.includes(state);

/** Whether a reviewer has said that two warnings report different events. */
export type Distinct = (one: string, other: string) => boolean;

/** One key for two warnings, in either order. */
export const sidesKey = (one: string, other: string): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`;

export const NONE_DISTINCT: Distinct = () => false;

const KEYS = { warnings: 1, state: 1 } as const;
const UNDECIDED: readonly PairState[] = ['FOLDED', 'LINKED', 'PROPOSED'];
const STANDING: readonly PairState[] = ['LINKED', 'ACCEPTED'];

export const openPairs = (database: Database): Pairs => {
  const traits = database.collection(TRAITS);
  const rows = database.collection(PAIRS);
  // Reviewers read and write through mongoose; the pipeline writes through the driver, under the server's validator.
  const reviewed = database.model(PAIRS);
  return {
    traits,
    rows,
    ...traitsIn(traits),
    byId: (id, session) => reviewed.findOne({ _id: id }, null, { session: session ?? null }).lean(),
    linkedTo: (warnings) => linkedIn(rows, warnings),
    keysOf: (ids) =>
      ids.length === 0
        ? Promise.resolve([])
        : rows.find({ _id: { $in: [...ids] } }, { projection: KEYS }).toArray(),
    ofWarnings: (warnings) =>
      rows
        // Without a limit: pairs beyond one would be missing for whoever settles them, each time anew.
        .find(
          { warnings: { $in: [...warnings] } },
          { projection: { warnings: 1, state: 1, versions: 1, score: 1 } },
        )
        .toArray(),
    distinctAmong: async (warnings) => {
      const among = new Set(warnings);
      const distinct = new Set<string>();
      // Without a limit: rulings on other warnings must not stand before one on two of these.
      const found = rows.find(
        { warnings: { $in: [...among] }, state: 'APART' },
        { projection: { _id: 0, warnings: 1 }, batchSize: AT_ONCE },
      );
      for await (const { warnings: sides } of found)
        if (sides.every((side) => among.has(side))) distinct.add(sidesKey(...sides));
      return (one, other) => distinct.has(sidesKey(one, other));
    },
    proposed: (exercise, limit, after) => proposedIn(reviewed, exercise, { limit, after }),
    save: async (row, session) => {
      const known = await rows.findOne({ _id: row._id }, { session, projection: { state: 1 } });
      if (known !== null && !UNDECIDED.includes(known.state)) return false;
      await rows.replaceOne({ _id: row._id }, row, { session, upsert: true });
      return known?.state !== row.state;
    },
    forget: async (id) => {
      await rows.deleteOne({ _id: id, state: { $in: [...UNDECIDED] } });
    },
    decide: async (id, { from, to, by, maker }, session) => {
      const { matchedCount } = await reviewed.updateOne(
        { _id: id, state: trusted({ $in: [...from] }) },
        { $set: { state: to, decidedBy: by, maker } },
        { session, runValidators: true },
      );
      return matchedCount === 1;
    },
  };
};

const AT_ONCE = 500;

async function* linkedIn(
  rows: Collection<PairRow>,
  warnings: readonly string[],
): AsyncGenerator<readonly PairRow[]> {
  const cursor = rows
    .find({ warnings: { $in: [...warnings] }, state: { $in: [...STANDING] } })
    .sort({ _id: 1 })
    .batchSize(AT_ONCE);
  try {
    while (await cursor.hasNext()) yield cursor.readBufferedDocuments();
  } finally {
    await cursor.close();
  }
}

/** Rows of older hubs hold every key; those of this one hold a few of each publisher. */
const MAX_HOLDERS = 2_000;

const SAVE_ATTEMPTS = 10;

type OfTraits = Pick<Pairs, 'saveTraits' | 'traitsOf' | 'placesOf' | 'holdersOf'>;

const traitsIn = (traits: Collection<TraitsRow>): OfTraits => ({
  saveTraits: async (row) => {
    const { _id, version } = row;
    for (let attempt = 0; ; attempt += 1) {
      try {
        await traits.replaceOne({ _id, version: { $lt: version } }, row, { upsert: true });
        return;
      } catch (error) {
        if (!isDuplicateKey(error) || attempt === SAVE_ATTEMPTS) throw error;
      }
      // This version is there, or a later one that was processed before it: on a majority, since a failover may take back
      // what another worker has written a moment ago.
      if ((await traits.findOne({ _id, version: { $gte: version } }, { projection: { _id: 1 } })) !== null)
        return;
    }
  },
  traitsOf: (warning) => traits.findOne({ _id: warning }),
  placesOf: async (of, most) => {
    if (of.keys.length === 0) return [];
    const { _id, publisher } = of;
    // The warnings of unnamed publishers share their places: separate ones would tell whose they are.
    const ofSame = publisher === _id ? { $expr: { $eq: ['$publisher', '$_id'] } } : { publisher };
    const taken = await traits
      .aggregate<{ _id: string; count: number }>([
        { $match: { ...besides(of), ...ofSame } },
        { $limit: MAX_HOLDERS },
        { $project: { keys: { $setIntersection: ['$keys', of.keys] } } },
        { $unwind: '$keys' },
        { $group: { _id: '$keys', count: { $sum: 1 } } },
      ])
      .toArray();
    const full = new Set(taken.filter(({ count }) => count >= most).map((each) => each._id));
    return of.keys.filter((key) => !full.has(key));
  },
  holdersOf: async (of) => {
    if (of.keys.length === 0) return [];
    return traits
      .find({ ...besides(of), publisher: { $ne: of.publisher } })
      .sort({ at: -1 })
      .limit(MAX_HOLDERS)
      .toArray();
  },
});

/** Other warnings with one of its keys, of the same exercise, within the window around it. */
const besides = ({ _id, keys, exercise, at }: TraitsRow) => ({
  keys: { $in: [...keys] },
  exercise,
  at: { $gte: at - WINDOW_MS, $lte: at + WINDOW_MS },
  _id: { $ne: _id },
});

/** Proposed pairs of one partition in stable order, after this id. */
export const proposedIn = async <Row extends { _id: string; state: string; exercise: string }>(
  model: Model<Row>,
  exercise: string,
  { limit, after }: { readonly limit: number; readonly after: string | undefined },
): Promise<Row[]> =>
  (await model
    .find({ state: 'PROPOSED', exercise, ...(after === undefined ? {} : { _id: trusted({ $gt: after }) }) })
    .sort({ _id: 1 })
    .limit(limit)
    .lean()) as Row[];
