// Warnings and practices, one row per version. What is shown is kept as text: BSON decodes a nested document
// at a third of the speed of a string (shared/design/speed.md §3 g).
import type { AccessFacts } from '../domain/access-facts.ts';
import type { Summary } from '../domain/warning.ts';
import { count, declareCollection, instant, maybe, text, truth } from './collection/declare.ts';
import type { Collection, Database, Session } from './connect.ts';
import { type Holder, holdersOf } from './object/holders.ts';
import type { ObjectKey } from './object/row.ts';

export type WarningRow = {
  /** `<warning id>.<version>` */
  _id: string;
  warning: string;
  version: number;
  isHead: boolean;
  publisher: string;
  /** What makes two warnings the same advisory, or null. */
  thing: string | null;
  /** Fingerprint of what matters to a reader, for imports; null else. */
  fingerprint: string | null;
  /** SHA-256 of the text that an import read it from. */
  source?: string;
  /** JSON of `Content`; only content/stored-content.ts reads and writes it. */
  content: string;
  /** Whether it rings: false for imported history. */
  isQuiet: boolean;
  /** Sequence of its first version, set when that is numbered. */
  firstSequence?: number;
  at: Date;
};

/** Everything that leaves or decides: kept in one text on warnings and on feed rows alike (content/stored-content.ts). */
export type Content = { readonly access: AccessFacts; readonly summary: Summary };

export type Warnings = {
  readonly rows: Collection<WarningRow>;
  head(warning: string, session?: Session): Promise<WarningRow | null>;
  heads(warnings: readonly string[]): Promise<WarningRow[]>;
  version(warning: string, version: number): Promise<WarningRow | null>;
  /** Versions by their row ids (`rowId`). */
  versions(ids: readonly string[]): Promise<WarningRow[]>;
  /** The warnings that hold these rows, each at its newest version; of links to them so many at most. */
  holdersOf(rows: readonly Pick<ObjectKey, '_id' | 'warning'>[], limit: number): Promise<Holder[]>;
  /** Heads that tell of one of these things, as they are read: no more are held than a batch. */
  headsOfEntities(entities: readonly string[], limit: number): AsyncIterable<WarningRow>;
  /** The version that this publisher imported from a text of this digest, be it the newest or not. */
  ofSource(publisher: string, source: string): Promise<WarningRow | null>;
  /** Inserts a version and makes it the head in place of `former`; false when `former` is no longer the head. */
  insertVersion(row: WarningRow, former: number | null, session: Session): Promise<boolean>;
};

export const rowId = (warning: string, version: number): string => `${warning}.${version}`;

export const WARNINGS = declareCollection<WarningRow>({
  stored: 'warnings',
  about: 'Warnings and practices, a row for each version.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'for the life of the hub, every version',
  fields: {
    _id: text('`<warning id>.<version>`'),
    warning: text('Id of the warning or practice.'),
    version: count('From 1.'),
    isHead: truth('Whether it is the newest version.'),
    publisher: text('Id of the member that published it.'),
    thing: maybe(text('What makes two warnings the same advisory.')),
    fingerprint: maybe(text('Digest of what matters to a reader, of what was imported.')),
    source: maybe(text('SHA-256 of the text that it was imported from.')),
    content: text('What is shown and decided by, as JSON.', {
      personal: 'contacts, persons of the audience',
    }),
    isQuiet: truth('Whether it notifies nobody.'),
    firstSequence: maybe(count('Number of the first version.')),
    at: instant('When it was published.'),
  },
  indexes: [
    { key: { warning: 1, version: 1 }, unique: true },
    { key: { thing: 1 }, partialFilterExpression: { isHead: true } },
    { key: { publisher: 1, at: -1 } },
    { key: { source: 1 }, partialFilterExpression: { source: { $type: 'string' } } },
  ],
});

export const openWarnings = (database: Database): Warnings => {
  const rows = database.collection(WARNINGS);
  return {
    rows,
    head: (warning, session) =>
      rows.findOne({ warning, isHead: true }, { sort: { version: -1 }, ...(session ? { session } : {}) }),
    heads: (warnings) => rows.find({ warning: { $in: [...warnings] }, isHead: true }).toArray(),
    version: (warning, version) => rows.findOne({ _id: rowId(warning, version) }),
    versions: (ids) => rows.find({ _id: { $in: [...ids] } }).toArray(),
    holdersOf: (of, limit) => holdersOf(rows as never, of, limit),
    headsOfEntities: (entities, limit) =>
      rows.find({ thing: { $in: [...entities] }, isHead: true }, { limit, batchSize: 200 }),
    ofSource: (publisher, source) => rows.findOne({ source, publisher }),
    insertVersion: async (row, former, session) => {
      if (former !== null) {
        const { modifiedCount } = await rows.updateOne(
          { _id: rowId(row.warning, former), isHead: true },
          { $set: { isHead: false } },
          { session },
        );
        if (modifiedCount !== 1) return false;
      }
      await database.insertBatch(WARNINGS, [row], session);
      return true;
    },
  };
};
