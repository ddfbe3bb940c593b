// Pairs of warnings that may tell the same, and the traits by which they are found: an indexed key per CVE and observable.
// A pair is a fact of the hub beside both warnings; who may not read both never hears of it.
import type { Traits } from '../domain/likeness/likeness.ts';
import type { Collection, Database, Filter, Session } from './connect.ts';

export type TraitsRow = Traits & {
  /** The warning. */
  _id: string;
  version: number;
  /** Whose others are no corroboration. */
  publisher: string;
  exercise: string;
  /** What it is found by: some of its CVEs and observables. */
  keys: string[];
};

/**
 * FOLDED: one advisory by its id, shown as one. LINKED: by rule. PROPOSED: a reviewer is asked. ACCEPTED and APART: a
 * reviewer has said so, and is not asked again.
 */
export type PairState = 'FOLDED' | 'LINKED' | 'PROPOSED' | 'ACCEPTED' | 'APART';

export type PairRow = {
  _id: string;
  warnings: [string, string];
  /** Of which versions the reasons speak, in the order of `warnings`. */
  versions: [number, number];
  score: number;
  reasons: string[];
  state: PairState;
  exercise: string;
  at: Date;
  /** Member of the reviewer who decided. */
  decidedBy?: string;
};

export type Pairs = {
  readonly traits: Collection<TraitsRow>;
  readonly rows: Collection<PairRow>;
  saveTraits(row: TraitsRow): Promise<void>;
  /** Others with this key, published between the two instants, newest first; by other publishers. */
  holdersOf(key: string, of: TraitsRow, windowMs: number, limit: number): Promise<TraitsRow[]>;
  byId(id: string, session?: Session): Promise<PairRow | null>;
  /** Linked or accepted pairs of these warnings. */
  linkedTo(warnings: readonly string[], limit: number): Promise<PairRow[]>;
  /** Every pair that one of these warnings is in, without its reasons. */
  ofWarnings(warnings: readonly string[]): Promise<PairKey[]>;
  /** Of these warnings, the pairs that a reviewer has found apart. */
  apartAmong(warnings: readonly string[]): Promise<Apart>;
  /** Pairs a reviewer may be asked about, in stable order. */
  proposed(limit: number, after?: string): Promise<PairRow[]>;
  /** Writes the pair unless a reviewer has decided on it; whether it did. */
  save(row: PairRow, session: Session): Promise<boolean>;
  /** Forgets an undecided pair. */
  forget(id: string): Promise<void>;
  /** Moves a pair from one state to another; false when it was in none of these. */
  decide(
    id: string,
    from: readonly PairState[],
    to: PairState,
    by: string,
    session: Session,
  ): Promise<boolean>;
};

export type PairKey = Pick<PairRow, '_id' | 'warnings' | 'state'>;

/** Whether a reviewer has said that two warnings tell of different things. */
export type Apart = (one: string, other: string) => boolean;

/** Two warnings as one text, whichever is named first. */
export const sidesKey = (one: string, other: string): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`;

export const NONE_APART: Apart = () => false;

const UNDECIDED: readonly PairState[] = ['FOLDED', 'LINKED', 'PROPOSED'];
const STANDING: readonly PairState[] = ['LINKED', 'ACCEPTED'];
const MAX_OF_WARNING = 2_000;

export const openPairs = async (database: Database): Promise<Pairs> => {
  const traits = database.collection<TraitsRow>('traits');
  const rows = database.collection<PairRow>('pairs');
  await traits.createIndex({ keys: 1, exercise: 1, at: -1 });
  await rows.createIndexes([{ key: { warnings: 1, state: 1 } }, { key: { state: 1, _id: 1 } }]);
  return {
    traits,
    rows,
    saveTraits: async (row) => {
      // A later version may be done before an earlier one.
      await traits.deleteOne({ _id: row._id, version: { $lt: row.version } });
      await traits.updateOne({ _id: row._id }, { $setOnInsert: row }, { upsert: true });
    },
    holdersOf: (key, { _id, publisher, exercise, at }, windowMs, limit) =>
      traits
        .find({
          keys: key,
          exercise,
          at: { $gte: at - windowMs, $lte: at + windowMs },
          publisher: { $ne: publisher },
          _id: { $ne: _id },
        })
        .sort({ at: -1 })
        .limit(limit)
        .toArray(),
    byId: (id, session) => rows.findOne({ _id: id }, session === undefined ? {} : { session }),
    linkedTo: (warnings, limit) =>
      rows
        .find({ warnings: { $in: [...warnings] }, state: { $in: [...STANDING] } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray(),
    ofWarnings: (warnings) =>
      rows
        .find(
          { warnings: { $in: [...warnings] } },
          { projection: { warnings: 1, state: 1 }, limit: MAX_OF_WARNING * Math.max(warnings.length, 1) },
        )
        .toArray(),
    apartAmong: async (warnings) => {
      const found = await rows
        .find(
          { warnings: { $in: [...warnings] }, state: 'APART' },
          { projection: { _id: 0, warnings: 1 }, limit: MAX_OF_WARNING * Math.max(warnings.length, 1) },
        )
        .toArray();
      const apart = new Set(found.map((row) => sidesKey(...row.warnings)));
      return (one, other) => apart.has(sidesKey(one, other));
    },
    proposed: (limit, after) => proposedIn(rows, limit, after),
    save: async (row, session) => {
      const known = await rows.findOne({ _id: row._id }, { session, projection: { state: 1 } });
      if (known !== null && !UNDECIDED.includes(known.state)) return false;
      await rows.replaceOne({ _id: row._id }, row, { session, upsert: true });
      return known?.state !== row.state;
    },
    forget: async (id) => {
      await rows.deleteOne({ _id: id, state: { $in: [...UNDECIDED] } });
    },
    decide: async (id, from, to, by, session) => {
      const { matchedCount } = await rows.updateOne(
        { _id: id, state: { $in: [...from] } },
        { $set: { state: to, decidedBy: by } },
        { session },
      );
      return matchedCount === 1;
    },
  };
};

/** What a reviewer is still to be asked, in stable order, after this id. */
export const proposedIn = <Row extends { _id: string; state: string }>(
  rows: Collection<Row>,
  limit: number,
  after: string | undefined,
): Promise<Row[]> => {
  const wanted = { state: 'PROPOSED', ...(after === undefined ? {} : { _id: { $gt: after } }) };
  return rows
    .find(wanted as Filter<Row>)
    .sort({ _id: 1 })
    .limit(limit)
    .toArray() as Promise<Row[]>;
};
