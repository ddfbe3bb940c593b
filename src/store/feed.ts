// The feed: one row per (warning, sector) and one with sector `*`, each with its flat tokens, read newest first by
// sequence. A row is invisible until the sequencer has numbered it, so no cursor can pass what is not yet there (I16).
import type { Severity } from '../domain/warning.ts';
import type { Collection, Database, Filter, ObjectId, Session } from './connect.ts';

export const EVERY_SECTOR = '*';
/** Exercise traffic and real traffic never share an index range (I10); real traffic is the empty string. */
export const REAL = '';

export type FeedRow = {
  _id: string;
  entry: ObjectId;
  warning: string;
  version: number;
  sector: string;
  exercise: string;
  tokens: string[];
  sequence?: number;
  firstSequence?: number;
  kind: string;
  severity: Severity;
  countries: string[];
  words: string[];
  thing: string | null;
  /** Set when another warning of the same thing was numbered before: only then readers must look for it. */
  hasTwin?: boolean;
  isQuiet: boolean;
  isCancelled: boolean;
  content: string;
};

/** A row as a page reads it: without what it was found by, and without its content, which a process reads once. */
export type FeedKeyRow = Pick<
  FeedRow,
  '_id' | 'warning' | 'version' | 'sequence' | 'firstSequence' | 'thing' | 'hasTwin' | 'isQuiet'
>;

export type FeedQuery = {
  readonly sector: string;
  readonly exercise: string;
  readonly tokens: readonly string[];
  readonly before?: number;
  readonly after?: number;
  readonly kind?: string;
  readonly severities?: readonly string[];
  readonly country?: string;
  readonly words?: readonly string[];
};

export type Feed = {
  readonly rows: Collection<FeedRow>;
  insert(rows: FeedRow[], session: Session): Promise<void>;
  /** Makes a version's rows visible under its number, and takes those of the former versions out. */
  place(version: PlacedVersion, session: Session): Promise<void>;
  /** One indexed range per token, merged by sequence; newest first, or oldest first when `after` is given. */
  page(query: FeedQuery, limit: number, maxTimeMs: number): Promise<FeedKeyRow[]>;
  /** The contents of these rows, by row id; a row that left the feed meanwhile is absent. */
  contents(ids: readonly string[]): Promise<Map<string, string>>;
  /** Every row with sector `*` above a sequence, oldest first: what the live broker follows. */
  since(sequence: number, limit: number): Promise<FeedRow[]>;
  /** All tellings of these things; of those that carry one of `tokens` only, when given. */
  twins(things: readonly string[], tokens?: readonly string[]): Promise<FeedRow[]>;
};

/** A version that was numbered; `entry` announced it. */
export type PlacedVersion = {
  readonly entry: ObjectId;
  readonly warning: string;
  readonly version: number;
  readonly sequence: number;
};

const wordPrefix = (word: string): { $gte: string; $lt: string } => ({ $gte: word, $lt: `${word}\uffff` });

const filterOf = (query: FeedQuery): Filter<FeedRow> => ({
  sector: query.sector,
  exercise: query.exercise,
  tokens: { $in: [...query.tokens] },
  sequence:
    query.after !== undefined
      ? { $gt: query.after }
      : { $gt: 0, $lt: query.before ?? Number.MAX_SAFE_INTEGER },
  ...(query.kind === undefined ? {} : { kind: query.kind }),
  ...(query.severities === undefined ? {} : { severity: { $in: query.severities as Severity[] } }),
  ...(query.country === undefined ? {} : { countries: query.country }),
  ...(query.words === undefined || query.words.length === 0
    ? {}
    : { $and: query.words.map((word) => ({ words: { $elemMatch: wordPrefix(word) } })) }),
});

/** Far more than tell of the advisories of one page; what is read for them stays within some megabytes. */
const MAX_TWINS = 2_000;

const KEYS_ONLY = {
  warning: 1,
  version: 1,
  sequence: 1,
  firstSequence: 1,
  thing: 1,
  hasTwin: 1,
  isQuiet: 1,
} as const;
/** The planner may take the plain order by sequence, which walks the whole feed for a reader with few rows. */
const BY_TOKEN = { sector: 1, exercise: 1, tokens: 1, sequence: -1 } as const;

export const openFeed = async (database: Database): Promise<Feed> => {
  const rows = database.collection<FeedRow>('feed');
  await rows.createIndexes([
    { key: BY_TOKEN },
    { key: { entry: 1 } },
    { key: { warning: 1, version: 1 } },
    { key: { sequence: 1 }, partialFilterExpression: { sector: EVERY_SECTOR } },
    { key: { thing: 1 }, partialFilterExpression: { sector: EVERY_SECTOR, thing: { $type: 'string' } } },
  ]);
  return {
    rows,
    insert: async (batch, session) => {
      await database.insertBatch('feed', batch, session);
    },
    place: (version, session) => placeIn(rows, version, session),
    page: (query, limit, maxTimeMs) =>
      rows
        .find(filterOf(query), {
          projection: KEYS_ONLY,
          hint: BY_TOKEN,
          maxTimeMS: maxTimeMs,
          batchSize: limit,
        })
        .sort({ sequence: query.after === undefined ? -1 : 1 })
        .limit(limit)
        .toArray(),
    contents: async (ids) => {
      const found = await rows.find({ _id: { $in: [...ids] } }, { projection: { content: 1 } }).toArray();
      return new Map(found.map((row) => [row._id, row.content]));
    },
    since: (sequence, limit) =>
      rows
        .find({ sector: EVERY_SECTOR, sequence: { $gt: sequence } }, { maxTimeMS: 5_000 })
        .sort({ sequence: 1 })
        .limit(limit)
        .toArray(),
    twins: (things, tokens) =>
      rows
        .find({
          sector: EVERY_SECTOR,
          thing: { $in: [...things] },
          sequence: { $gt: 0 },
          ...(tokens === undefined ? {} : { tokens: { $in: [...tokens] } }),
        })
        .limit(MAX_TWINS)
        .toArray(),
  };
};

const placeIn = async (
  rows: Collection<FeedRow>,
  { entry, warning, version, sequence }: PlacedVersion,
  session: Session,
): Promise<void> => {
  const row = await rows.findOne({ entry, sector: EVERY_SECTOR }, { session });
  if (row === null) return;
  const former =
    version === 1
      ? null
      : await rows.findOne({ warning, sector: EVERY_SECTOR, sequence: { $gt: 0 } }, { session });
  const firstSequence = former?.firstSequence ?? sequence;
  const hasTwin = row.thing !== null && (await hasOther(rows, row, session));
  await rows.updateMany(
    { entry },
    { $set: { sequence, firstSequence, ...(hasTwin ? { hasTwin } : {}) } },
    { session },
  );
  if (version > 1) await rows.deleteMany({ warning, version: { $lt: version } }, { session });
};

/** Whether another of the same kind tells of the same advisory. */
const hasOther = async (
  rows: Collection<FeedRow>,
  { thing, exercise, kind, warning }: FeedRow,
  session: Session,
): Promise<boolean> => {
  const filter = {
    sector: EVERY_SECTOR,
    thing,
    exercise,
    kind,
    sequence: { $gt: 0 },
    warning: { $ne: warning },
  };
  return (await rows.findOne(filter, { session, projection: { _id: 1 } })) !== null;
};
