// The feed: one row per (warning, sector) and one with sector `*`, each with its flat tokens, read by sequence, newest
// first. A row is invisible until the sequencer has numbered it, so no cursor can skip a later commit (I16).
import type { EffectiveGrade } from '../domain/grade/effective-grade.ts';
import {
  CERTAINTIES,
  type Certainty,
  ITEM_KINDS,
  SEVERITIES,
  type Severity,
  URGENCIES,
  type Urgency,
} from '../domain/warning.ts';
import {
  count,
  declareCollection,
  listOf,
  maybe,
  objectId,
  oneOf,
  text,
  truth,
} from './collection/declare.ts';
import type { Collection, Database, Filter, Session } from './connect.ts';
import { type DuplicateKey, duplicatesIn } from './feed/duplicates.ts';
import { BY_NOTICE, BY_RAISE, type Notices, noticesOf } from './feed/notices.ts';
import { type PlacedVersion, placeVersions } from './feed/place-versions.ts';
import { BY_RECALL, type Recalls, recallsOf } from './feed/recalls.ts';
import { regradeOf } from './feed/regrade.ts';
import { EVERY_SECTOR, type FeedRange, type FeedRow, NOTICE } from './feed/row.ts';
import { openRowsByBytes } from './feed/rows-by-bytes.ts';

export type { DuplicateKey } from './feed/duplicates.ts';
export { EVERY_SECTOR, type FeedRow, NOTICE, REAL } from './feed/row.ts';

/** A row for paging: without search fields, and without its content, which each process reads once. */
export type FeedKeyRow = Readonly<
  Pick<
    FeedRow,
    | '_id'
    | 'warning'
    | 'version'
    | 'sequence'
    | 'firstSequence'
    | 'thing'
    | 'hasTwin'
    | 'isQuiet'
    | 'access'
    | 'effectiveUrgency'
    | 'effectiveCertainty'
    | 'raisedBecause'
  >
>;

/** A row's position in a reader's ranges, and its access class. */
export type FeedPlace = { readonly sequence: number; readonly access: string | null };

/** Conditions that no index of the reader's ranges covers. */
export type FeedConditions = GradeCondition & {
  readonly country?: string;
  readonly words?: readonly string[];
};

/** By the effective grade. */
export type GradeCondition = {
  readonly urgencies?: readonly Urgency[];
  readonly certainties?: readonly Certainty[];
};

export type FeedQuery = FeedRange &
  FeedConditions & {
    /** Only rows of these access classes; null means rows without a class yet. */
    readonly access?: readonly (string | null)[];
  };

/** Rows of some access classes that fit one condition, found by its index and not by walking the feed. */
export type FeedSearch = Pick<FeedRange, 'exercise' | 'before' | 'after'> & {
  readonly access: readonly string[];
  readonly by: { readonly word: string } | { readonly country: string } | { readonly grade: GradeCondition };
};

export type Feed = Notices &
  Recalls & {
    readonly rows: Collection<FeedRow>;
    insert(rows: FeedRow[], session: Session): Promise<void>;
    /** Makes the rows of versions visible under their numbers, and removes those of earlier versions. */
    place(versions: readonly PlacedVersion[], session: Session): Promise<void>;
    /** One indexed range per token, merged by sequence; newest first, or oldest first with `after`. */
    page(query: FeedQuery, limit: number, maxTimeMs: number): Promise<FeedKeyRow[]>;
    /** The same order from the index alone, without reading rows. */
    places(range: FeedRange, limit: number, maxTimeMs: number): Promise<FeedPlace[]>;
    /** Ids of matching rows with sector `*`, unordered; null when there are more than `limit`. */
    search(search: FeedSearch, limit: number, maxTimeMs: number): Promise<string[] | null>;
    /** The matching ones of these rows, in the order of a page. */
    among(ids: readonly string[], query: Omit<FeedQuery, 'sector' | 'tokens'>): Promise<FeedKeyRow[]>;
    /** The contents of these rows, by row id; a row that left the feed meanwhile is absent. */
    contents(ids: readonly string[]): Promise<Map<string, string>>;
    /** Whether the row is in the feed, with whatever number. */
    has(id: string): Promise<boolean>;
    /** Every row with sector `*` after a sequence, oldest first: what the live broker follows. */
    since(sequence: number, limit: number): Promise<FeedRow[]>;
    /**
     * Warnings of these advisories: the first `each` of every access class, since those of one class have the same readers
     * and never stand before others. With `tokens`, only those that have one of them.
     */
    duplicates(
      entities: readonly string[],
      each: number,
      tokens?: readonly string[],
    ): Promise<DuplicateKey[]>;
    /** When each of these warnings was numbered first; one without a number is absent. */
    firstNumbers(warnings: readonly string[]): Promise<Map<string, number>>;
    /** Stores the effective grade with the rows of this version. */
    regrade(warning: string, version: number, grade: EffectiveGrade, session: Session): Promise<void>;
    /** Whole rows by their ids. */
    byIds(ids: readonly string[]): Promise<FeedRow[]>;
  };

const wordPrefix = (word: string): { $gte: string; $lt: string } => ({ $gte: word, $lt: `${word}\uffff` });

const sequencesOf = ({ before, after, until }: Pick<FeedRange, 'before' | 'after' | 'until'>) =>
  after !== undefined
    ? { $gt: after, ...(until === undefined ? {} : { $lte: until }) }
    : { $gte: until ?? 1, $lt: before ?? Number.MAX_SAFE_INTEGER };

const rangeOf = (range: FeedRange & Pick<FeedQuery, 'access'>): Filter<FeedRow> => ({
  sector: range.sector,
  exercise: range.exercise,
  tokens: { $in: [...range.tokens] },
  sequence: sequencesOf(range),
  ...kindsOf(range),
  ...accessOf(range),
});

/** `$nin` lets rows without a class through. */
const accessOf = ({ without = [], access }: Pick<FeedQuery, 'without' | 'access'>): Filter<FeedRow> => {
  if (access !== undefined) return { access: { $in: access as string[] } };
  return without.length === 0 ? {} : { access: { $nin: [...without] } };
};

const kindsOf = ({ kind, severities }: Pick<FeedRange, 'kind' | 'severities'>): Filter<FeedRow> => ({
  ...(kind === undefined ? {} : { kind }),
  ...(severities === undefined ? {} : { severity: { $in: severities as Severity[] } }),
});

const conditionsOf = ({ country, words, ...grade }: FeedConditions): Filter<FeedRow> => ({
  ...gradesIn(grade),
  ...(country === undefined ? {} : { countries: country }),
  ...(words === undefined || words.length === 0
    ? {}
    : { $and: words.map((word) => ({ words: { $elemMatch: wordPrefix(word) } })) }),
});

/** Rows without an effective grade yet are checked by their contents. */
const gradesIn = ({ urgencies, certainties }: GradeCondition): Filter<FeedRow> => ({
  ...(urgencies === undefined ? {} : { effectiveUrgency: { $in: [...urgencies, null as never] } }),
  ...(certainties === undefined ? {} : { effectiveCertainty: { $in: [...certainties, null as never] } }),
});

/** The condition of a search, and the index that it is read from. */
const searchedBy = (by: FeedSearch['by']): { readonly filter: Filter<FeedRow>; readonly hint: IndexKey } => {
  if ('word' in by) return { filter: { words: { $elemMatch: wordPrefix(by.word) } }, hint: BY_WORD };
  if ('country' in by) return { filter: { countries: by.country }, hint: BY_COUNTRY };
  return { filter: gradesIn(by.grade), hint: BY_GRADE };
};
type IndexKey = Readonly<Record<string, 1 | -1>>;

const filterOf = (query: FeedQuery): Filter<FeedRow> => ({
  ...rangeOf(query),
  ...conditionsOf(query),
});

const orderOf = ({ after }: Pick<FeedRange, 'after'>) =>
  ({ sequence: after === undefined ? -1 : 1 }) as const;

const KEYS_ONLY = {
  warning: 1,
  version: 1,
  sequence: 1,
  firstSequence: 1,
  thing: 1,
  hasTwin: 1,
  isQuiet: 1,
  access: 1,
  effectiveUrgency: 1,
  effectiveCertainty: 1,
  raisedBecause: 1,
} as const;

/** Hinted, since the planner may pick the plain order by sequence, which walks the whole feed for a reader with few rows. */
export const BY_TOKEN = { sector: 1, exercise: 1, tokens: 1, sequence: -1, access: 1 } as const;
/** With these, a rare kind or severity costs as much as a common one. */
const BY_KIND = {
  sector: 1,
  exercise: 1,
  tokens: 1,
  kind: 1,
  severity: 1,
  sequence: -1,
  access: 1,
} as const;
/** By access class and not by token: an index holds one list only, and a class is exact. */
const BY_WORD = { sector: 1, exercise: 1, access: 1, words: 1, sequence: -1 } as const;
const BY_COUNTRY = { sector: 1, exercise: 1, access: 1, countries: 1, sequence: -1 } as const;
/** One entry for each version, whatever its tokens. */
const BY_GRADE = {
  sector: 1,
  exercise: 1,
  access: 1,
  effectiveUrgency: 1,
  effectiveCertainty: 1,
  sequence: -1,
} as const;

const indexOf = ({ kind }: Pick<FeedRange, 'kind'>) => (kind === undefined ? BY_TOKEN : BY_KIND);

export const FEED = declareCollection<FeedRow>({
  stored: 'feed',
  about: 'The rows that readers page through: a row for each warning and sector, and one for every sector.',
  access: 'NATIVE',
  isValidated: false,
  kept: 'until the next version of the warning is numbered; the last version as long as the warning',
  fields: {
    _id: text('Warning, version and sector.'),
    entry: objectId('The entry whose number makes it visible.'),
    warning: text('Id of the warning or practice.'),
    version: count('Its version.'),
    sector: text('A sector that it concerns, or `*`; `!` for a notice, which only streams read.'),
    exercise: text('Id of the exercise; empty for real traffic (I10).'),
    tokens: listOf(
      text('Whom it is addressed to, as tokens that readers query.', {
        personal: 'names persons of TLP:RED',
      }),
    ),
    sequence: maybe(count('Number of its entry; absent until it is visible (I16).')),
    firstSequence: maybe(count('Number of the first version.')),
    kind: oneOf(ITEM_KINDS, 'Warning or practice.'),
    severity: oneOf(SEVERITIES, 'For filters.'),
    countries: listOf(text('Countries that it concerns, for filters.')),
    words: listOf(text('Words of its texts, for filters.', { personal: 'words of the texts' })),
    thing: maybe(text('What makes two warnings the same advisory.')),
    hasTwin: maybe(truth('Whether another warning of the same advisory was numbered before.')),
    isQuiet: truth('Whether it notifies nobody.'),
    isCancelled: truth('Whether this version cancels it.'),
    content: text('Its summary and access facts, as JSON.', {
      personal: 'contacts, persons of the audience',
    }),
    access: maybe(text('Id of its access class; absent on rows of older hubs.')),
    effectiveUrgency: maybe(oneOf(URGENCIES, 'Its urgency, raised by what is publicly known.')),
    effectiveCertainty: maybe(oneOf(CERTAINTIES, 'Its certainty, raised likewise.')),
    raisedBecause: maybe(text('Why they are higher than the publisher states.')),
    notice: maybe(text('Of a notice: ENDED, or absent where the grade was raised.')),
    isRecall: maybe(truth('Whether it is what is left of a warning that was recalled.')),
    isFoundByObjects: maybe(truth('Whether `words` has the values and names of its objects.')),
  },
  indexes: [
    { key: BY_TOKEN },
    // Hubs of the release before hint at it by name; the next release retires it.
    { key: { sector: 1, exercise: 1, tokens: 1, sequence: -1 } },
    { key: BY_KIND },
    { key: BY_WORD, partialFilterExpression: { sector: EVERY_SECTOR } },
    { key: BY_COUNTRY, partialFilterExpression: { sector: EVERY_SECTOR } },
    { key: BY_GRADE, partialFilterExpression: { sector: EVERY_SECTOR } },
    { key: BY_NOTICE, partialFilterExpression: { sector: NOTICE } },
    { key: BY_RAISE, partialFilterExpression: { sector: NOTICE } },
    { key: BY_RECALL, partialFilterExpression: { isRecall: true } },
    { key: { entry: 1 } },
    { key: { warning: 1, version: 1 } },
    { key: { sequence: 1 }, partialFilterExpression: { sector: EVERY_SECTOR } },
    { key: { thing: 1 }, partialFilterExpression: { sector: EVERY_SECTOR, thing: { $type: 'string' } } },
  ],
});

export const openFeed = (database: Database): Feed => {
  const rows = database.collection(FEED);
  const keyRowOf = openRowsByBytes<FeedKeyRow>();
  return {
    rows,
    ...noticesOf(rows, BY_TOKEN),
    ...recallsOf(rows),
    regrade: async (warning, version, grade, session) => {
      await rows.updateMany({ warning, version }, regradeOf(grade), { session });
    },
    insert: async (batch, session) => {
      await database.insertBatch(FEED, batch, session);
    },
    place: (versions, session) => placeVersions(rows, versions, session),
    page: async (query, limit, maxTimeMs) => {
      const found: unknown[] = await rows
        .find(filterOf(query), {
          projection: KEYS_ONLY,
          hint: indexOf(query),
          maxTimeMS: maxTimeMs,
          batchSize: limit,
          raw: true,
        })
        .sort(orderOf(query))
        .limit(limit)
        .toArray();
      return found.map((bytes) => keyRowOf(bytes as Uint8Array));
    },
    places: async (range, limit, maxTimeMs) => {
      const found = await rows
        .find(rangeOf(range), {
          projection: { _id: 0, sequence: 1, access: 1 },
          hint: indexOf(range),
          maxTimeMS: maxTimeMs,
          batchSize: limit,
        })
        .sort(orderOf(range))
        .limit(limit)
        .toArray();
      return found.map(({ sequence, access }) => ({ sequence: sequence ?? 0, access: access ?? null }));
    },
    search: async (search, limit, maxTimeMs) => {
      const { filter, hint } = searchedBy(search.by);
      const found = await rows
        .find(
          {
            sector: EVERY_SECTOR,
            exercise: search.exercise,
            // Rows without a class yet are checked by their contents.
            access: { $in: [...search.access, null] as string[] },
            ...filter,
            sequence: sequencesOf(search),
          },
          {
            projection: { _id: 1 },
            hint,
            maxTimeMS: maxTimeMs,
            batchSize: limit + 1,
          },
        )
        .limit(limit + 1)
        .toArray();
      return found.length > limit ? null : found.map(({ _id }) => _id);
    },
    among: async (ids, query) => {
      if (ids.length === 0) return [];
      return rows
        .find(
          {
            _id: { $in: [...ids] },
            sequence: sequencesOf(query),
            ...kindsOf(query),
            ...conditionsOf(query),
          },
          { projection: KEYS_ONLY, batchSize: ids.length },
        )
        .sort(orderOf(query))
        .toArray();
    },
    contents: async (ids) => {
      const found = await rows.find({ _id: { $in: [...ids] } }, { projection: { content: 1 } }).toArray();
      return new Map(found.map((row) => [row._id, row.content]));
    },
    has: async (id) => (await rows.findOne({ _id: id }, { projection: { _id: 1 } })) !== null,
    since: (sequence, limit) =>
      rows
        .find({ sector: EVERY_SECTOR, sequence: { $gt: sequence } }, { maxTimeMS: 5_000 })
        .sort({ sequence: 1 })
        .limit(limit)
        .toArray(),
    duplicates: (entities, each, tokens) => duplicatesIn(rows, { entities, tokens }, each),
    firstNumbers: (warnings) => firstNumbersIn(rows, warnings),
    byIds: (ids) =>
      ids.length === 0 ? Promise.resolve([]) : rows.find({ _id: { $in: [...ids] } }).toArray(),
  };
};

const firstNumbersIn = async (
  rows: Collection<FeedRow>,
  warnings: readonly string[],
): Promise<Map<string, number>> => {
  const numbered = { warning: { $in: [...warnings] }, sector: EVERY_SECTOR, sequence: { $gt: 0 } };
  const found = await rows
    .find(numbered, { projection: { _id: 0, warning: 1, sequence: 1, firstSequence: 1 } })
    .toArray();
  return new Map(
    found.map(({ warning, sequence, firstSequence }) => [warning, firstSequence ?? sequence ?? 0]),
  );
};
