// Warnings and practices, one row per version. The content is stored as text: BSON decodes a nested document at a third of
// the speed of a string.
import type { AccessFacts } from '../domain/access-facts.ts';
import type { EffectiveGrade, StoredGrade, ToldGrade } from '../domain/grade/effective-grade.ts';
import { CERTAINTIES, type Summary, URGENCIES } from '../domain/warning.ts';
import { count, declareCollection, instant, maybe, oneOf, text, truth } from './collection/declare.ts';
import type { Collection, Database, Filter, Session } from './connect.ts';
import { theText } from './driver/of-partial-index.ts';
import { regradeOf } from './feed/regrade.ts';
import { type Holder, holdersOf } from './object/holders.ts';
import type { ObjectKey } from './object/row.ts';

/** The effective grade is absent until the hub has judged the version, and on rows of older hubs. */
export type WarningRow = StoredGrade &
  ToldGrade & {
    /** `<warning id>.<version>` */
    _id: string;
    warning: string;
    version: number;
    isHead: boolean;
    publisher: string;
    /** Key that makes two warnings the same advisory, or null. */
    thing: string | null;
    /** For imports, a fingerprint of what matters to a reader; otherwise null. */
    fingerprint: string | null;
    /** SHA-256 of the imported text. */
    source?: string;
    /** The version that the imported text states of itself. */
    sourceVersion?: string;
    /** JSON of `Content`; only content/stored-content.ts reads and writes it. */
    content: string;
    /** Whether it notifies nobody: set for imported history. */
    isQuiet: boolean;
    /** From when its class is counted (domain/retention); absent on rows of older hubs. */
    endsAt?: Date;
    /** Set until its readers are told that it has ended. */
    isEndDue?: true;
    /** Sequence of its first version, set when that is numbered. */
    firstSequence?: number;
    at: Date;
  };

export type RecentRow = Pick<WarningRow, '_id' | 'warning' | 'version' | 'at'>;

/** Everything that is shown or decides access: one stored text on warnings and feed rows (content/stored-content.ts). */
export type Content = { readonly access: AccessFacts; readonly summary: Summary };

/** A version of a warning. */
export type PlacedWarning = { readonly id: string; readonly version: number };

export type Warnings = {
  readonly rows: Collection<WarningRow>;
  head(warning: string, session?: Session): Promise<WarningRow | null>;
  heads(warnings: readonly string[]): Promise<WarningRow[]>;
  version(warning: string, version: number, session?: Session): Promise<WarningRow | null>;
  /** The newest version up to this one of which anybody was notified; null where all of them came silently. */
  lastAnnounced(warning: string, upTo: number): Promise<number | null>;
  /** The same of each of these, by id of the warning; one of which nobody was notified is absent. */
  lastAnnouncedOf(of: readonly PlacedWarning[]): Promise<ReadonlyMap<string, number>>;
  /** Newest versions that were written after a place, oldest first. */
  headsSince(place: { readonly at: Date; readonly id: string }, limit: number): Promise<WarningRow[]>;
  /** Versions by their row ids (`rowId`). */
  versions(ids: readonly string[]): Promise<WarningRow[]>;
  /** The warnings that hold these rows, each at its newest version; reads at most `limit` links. */
  holdersOf(rows: readonly Pick<ObjectKey, '_id' | 'warning'>[], limit: number): Promise<Holder[]>;
  /** Heads of warnings about one of these advisories, streamed: at most a batch is in memory. */
  headsOfEntities(entities: readonly string[], limit: number): AsyncIterable<WarningRow>;
  /** As `headsOfEntities` for one, of each publisher the first `most` by the ids of the warnings. */
  firstOfEntity(entity: string, most: number): Promise<WarningRow[]>;
  /** The warnings of a publisher about this advisory that come after its first `most`: the next 200. */
  beyondFirst(entity: string, publisher: string, most: number): Promise<string[]>;
  /** The version that this publisher imported from a text with this digest, newest or not. */
  ofSource(publisher: string, source: string): Promise<WarningRow | null>;
  /** Stores the effective grade of this version, and what its readers were last told; false when it is not the head any more. */
  regrade(
    warning: string,
    version: number,
    { grade, told }: { readonly grade: EffectiveGrade; readonly told: ToldGrade },
    session: Session,
  ): Promise<boolean>;
  /** The publisher's newest versions since an instant, at most `most`, without their contents. */
  recentOf(publisher: string, since: Date, most: number): Promise<RecentRow[]>;
  /** The same of first versions that somebody wrote here and others were told of: none that was imported. */
  publishedBy(publisher: string, since: Date, most: number): Promise<RecentRow[]>;
  /** Newest versions whose end has come and was not told, the earliest first. */
  endedBefore(
    now: Date,
    limit: number,
    after?: Pick<WarningRow, '_id' | 'endsAt'> | null,
  ): Promise<WarningRow[]>;
  /** False when it was told meanwhile, or there is a newer version. */
  endIsTold(warning: string, version: number, session: Session): Promise<boolean>;
  /** Every version of it below this one. */
  formerVersions(warning: string, below: number, session?: Session): Promise<WarningRow[]>;
  /** Stores these texts in place of those of the versions. */
  rewrite(rows: readonly Pick<WarningRow, '_id' | 'content'>[], session: Session): Promise<void>;
  /** Inserts a version and makes it the head in place of `former`; false when `former` is not the head any more. */
  insertVersion(row: WarningRow, former: number | null, session: Session): Promise<boolean>;
};

export const rowId = (warning: string, version: number): string => `${warning}.${version}`;

export const WARNINGS = declareCollection<WarningRow>({
  stored: 'warnings',
  about: 'Warnings and practices, a row for each version.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'five years after its end, every version (class WARNINGS)',
  fields: {
    _id: text('`<warning id>.<version>`'),
    warning: text('Id of the warning or practice.'),
    version: count('From 1.'),
    isHead: truth('Whether it is the newest version.'),
    publisher: text('Id of the member that published it.'),
    thing: maybe(text('Key that makes two warnings the same advisory.')),
    fingerprint: maybe(text('For imports, a digest of what matters to a reader.')),
    source: maybe(text('SHA-256 of the imported text.')),
    sourceVersion: maybe(text('For imports, the version that the text states of itself.')),
    content: text('Its summary and access facts, as JSON.', {
      personal: 'contacts, persons of the audience',
    }),
    isQuiet: truth('Whether it notifies nobody.'),
    firstSequence: maybe(count('Number of the first version.')),
    endsAt: maybe(instant('When it ends, for its retention; absent on rows of older hubs.')),
    isEndDue: maybe(truth('Set until its readers are told that it has ended.')),
    at: instant('When it was published.'),
    effectiveUrgency: maybe(oneOf(URGENCIES, 'Its urgency, raised by what is publicly known.')),
    effectiveCertainty: maybe(oneOf(CERTAINTIES, 'Its certainty, raised likewise.')),
    raisedBecause: maybe(text('Why they are higher than the publisher states.')),
    toldUrgency: maybe(
      oneOf(
        URGENCIES,
        'The urgency that its readers were last told, or that it had when it was first judged.',
      ),
    ),
    toldCertainty: maybe(oneOf(CERTAINTIES, 'The certainty, likewise.')),
  },
  indexes: [
    { key: { warning: 1, version: 1 }, unique: true },
    { key: { warning: 1, isQuiet: 1, version: -1 } },
    { key: { thing: 1 }, partialFilterExpression: { isHead: true } },
    { key: { publisher: 1, at: -1 } },
    {
      key: { publisher: 1, isQuiet: 1, fingerprint: 1, at: -1 },
      partialFilterExpression: { version: 1 },
    },
    { key: { at: 1, _id: 1 }, partialFilterExpression: { isHead: true } },
    { key: { endsAt: 1, warning: 1 }, partialFilterExpression: { isHead: true } },
    { key: { isEndDue: 1, endsAt: 1 }, partialFilterExpression: { isEndDue: true } },
    { key: { source: 1 }, partialFilterExpression: { source: { $type: 'string' } } },
  ],
});

const MAX_BEYOND = 200;

const byEntityIn = (
  rows: Collection<WarningRow>,
): Pick<Warnings, 'headsOfEntities' | 'firstOfEntity' | 'beyondFirst'> => ({
  headsOfEntities: (entities, limit) =>
    rows.find({ thing: { $in: [...entities] }, isHead: true }, { limit, batchSize: 200 }),
  firstOfEntity: async (entity, most) => {
    const found = await rows
      .aggregate<{ first: WarningRow[] }>([
        { $match: { thing: entity, isHead: true } },
        { $sort: { warning: 1 } },
        { $group: { _id: '$publisher', first: { $firstN: { input: '$$ROOT', n: most } } } },
      ])
      .toArray();
    return found.flatMap(({ first }) => first);
  },
  beyondFirst: async (entity, publisher, most) => {
    const found = await rows
      .find({ thing: entity, isHead: true, publisher }, { projection: { warning: 1 } })
      .sort({ warning: 1 })
      .skip(most)
      .limit(MAX_BEYOND)
      .toArray();
    return found.map(({ warning }) => warning);
  },
});

/** What a recall reads and changes. */
const formerIn = (rows: Collection<WarningRow>): Pick<Warnings, 'formerVersions' | 'rewrite'> => ({
  formerVersions: (warning, below, session) =>
    rows
      .find({ warning, version: { $lt: below } }, session === undefined ? {} : { session })
      .sort({ version: 1 })
      .toArray(),
  rewrite: async (changed, session) => {
    const changes = changed.map(({ _id, content }) => ({
      updateOne: { filter: { _id }, update: { $set: { content } } },
    }));
    if (changes.length > 0) await rows.bulkWrite(changes, { session });
  },
});

/** One key of the index for each warning, and one more where an older version is asked for: however many came silently. */
const announcedIn = (rows: Collection<WarningRow>): Pick<Warnings, 'lastAnnounced' | 'lastAnnouncedOf'> => {
  const lastAnnounced = async (warning: string, upTo: number): Promise<number | null> =>
    (
      await rows
        .find(
          { warning, isQuiet: false, version: { $lte: upTo } },
          { projection: { _id: 0, warning: 1, version: 1 } },
        )
        .sort({ version: -1 })
        .limit(1)
        .toArray()
    )[0]?.version ?? null;
  const lastAnnouncedOf = async (of: readonly PlacedWarning[]): Promise<ReadonlyMap<string, number>> => {
    const upTo = new Map(of.map(({ id, version }) => [id, version]));
    const last = new Map<string, number>();
    const newest = rows.aggregate<{ _id: string; version: number }>([
      { $match: { warning: { $in: [...upTo.keys()] }, isQuiet: false } },
      // In the order of the index, which passes over the others of a warning.
      { $sort: { warning: 1, isQuiet: 1, version: -1 } },
      { $group: { _id: '$warning', version: { $first: '$version' } } },
    ]);
    for await (const { _id: warning, version } of newest) {
      const most = upTo.get(warning) ?? 0;
      const found = version <= most ? version : await lastAnnounced(warning, most);
      if (found !== null) last.set(warning, found);
    }
    return last;
  };
  return { lastAnnounced, lastAnnouncedOf };
};

const endingIn = (rows: Collection<WarningRow>): Pick<Warnings, 'endedBefore' | 'endIsTold'> => ({
  endedBefore: (now, limit, after = null) =>
    rows
      .find({
        isEndDue: true,
        endsAt: { $lte: now },
        ...(after === null
          ? {}
          : { $or: [{ endsAt: { $gt: after.endsAt } }, { endsAt: after.endsAt, _id: { $gt: after._id } }] }),
      } as Filter<WarningRow>)
      .sort({ endsAt: 1, _id: 1 })
      .limit(limit)
      .toArray(),
  endIsTold: async (warning, version, session) => {
    const { modifiedCount } = await rows.updateOne(
      { _id: rowId(warning, version), isHead: true, isEndDue: true },
      { $unset: { isEndDue: 1 } },
      { session },
    );
    return modifiedCount === 1;
  },
});

/** By a publisher, without their contents. */
const ofPublisherIn = (rows: Collection<WarningRow>): Pick<Warnings, 'recentOf' | 'publishedBy'> => {
  const newest = (filter: Filter<WarningRow>, limit: number): Promise<RecentRow[]> =>
    rows
      .find<RecentRow>(filter, {
        projection: { warning: 1, version: 1, at: 1 },
        sort: { at: -1 },
        limit,
        // In one round trip.
        batchSize: limit,
      })
      .toArray();
  return {
    recentOf: (publisher, since, most) => newest({ publisher, at: { $gte: since } }, most),
    publishedBy: (publisher, since, most) =>
      newest({ publisher, version: 1, isQuiet: false, fingerprint: null, at: { $gte: since } }, most),
  };
};

export const openWarnings = (database: Database): Warnings => {
  const rows = database.collection(WARNINGS);
  return {
    rows,
    head: (warning, session) =>
      rows.findOne({ warning, isHead: true }, { sort: { version: -1 }, ...(session ? { session } : {}) }),
    heads: (warnings) => rows.find({ warning: { $in: [...warnings] }, isHead: true }).toArray(),
    version: (warning, version, session) =>
      rows.findOne({ _id: rowId(warning, version) }, session === undefined ? {} : { session }),
    ...announcedIn(rows),
    headsSince: ({ at, id }, limit) =>
      rows
        .find({ isHead: true, $or: [{ at: { $gt: at } }, { at, _id: { $gt: id } }] })
        .sort({ at: 1, _id: 1 })
        .limit(limit)
        .toArray(),
    versions: (ids) => rows.find({ _id: { $in: [...ids] } }).toArray(),
    holdersOf: (of, limit) => holdersOf(rows as never, of, limit),
    ...byEntityIn(rows),
    ...formerIn(rows),
    ...endingIn(rows),
    ...ofPublisherIn(rows),
    ofSource: (publisher, source) => rows.findOne({ source: theText(source), publisher }),
    regrade: async (warning, version, { grade, told }, session) => {
      const { $set, ...others } = regradeOf(grade);
      const { matchedCount } = await rows.updateOne(
        { _id: rowId(warning, version), isHead: true },
        { $set: { ...$set, ...told }, ...others },
        { session },
      );
      return matchedCount === 1;
    },
    insertVersion: async (row, former, session) => {
      if (former !== null) {
        const { modifiedCount } = await rows.updateOne(
          { _id: rowId(row.warning, former), isHead: true },
          { $set: { isHead: false }, $unset: { isEndDue: 1 } },
          { session },
        );
        if (modifiedCount !== 1) return false;
      }
      await database.insertBatch(WARNINGS, [row], session);
      return true;
    },
  };
};
