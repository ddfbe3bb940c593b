// Makes numbered versions visible: their rows get the number, those of earlier versions go. A batch takes the same few
// round trips however many versions it has.
import type { Collection, ObjectId, Session } from '../connect.ts';
import { oneOfTexts } from '../driver/of-partial-index.ts';
import { EVERY_SECTOR, type FeedRow } from './row.ts';

/** A version that was numbered; `entry` announced it. */
export type PlacedVersion = {
  readonly entry: ObjectId;
  readonly warning: string;
  readonly version: number;
  readonly sequence: number;
};

/** A row with sector `*`, numbered or not, as far as placing needs it. */
export type KnownRow = Pick<
  FeedRow,
  'entry' | 'warning' | 'version' | 'sequence' | 'firstSequence' | 'thing' | 'exercise' | 'kind'
>;

/** Items of one kind that report the same advisory, of which these two ids are the first and the last. */
export type Reports = Pick<FeedRow, 'thing' | 'exercise' | 'kind'> & {
  readonly least: string;
  readonly most: string;
};

export type Placing = {
  readonly shown: readonly {
    readonly entry: ObjectId;
    readonly set: { readonly sequence: number; readonly firstSequence: number; readonly hasTwin?: true };
  }[];
  /** Rows of this warning below this version are removed. */
  readonly removed: readonly { readonly warning: string; readonly below: number }[];
};

const NEEDED = {
  entry: 1,
  warning: 1,
  version: 1,
  sequence: 1,
  firstSequence: 1,
  thing: 1,
  exercise: 1,
  kind: 1,
} as const;

/** Places versions in the order of their numbers. */
export const placeVersions = async (
  rows: Collection<FeedRow>,
  versions: readonly PlacedVersion[],
  session: Session,
): Promise<void> => {
  if (versions.length === 0) return;
  const warnings = [...new Set(versions.map(({ warning }) => warning))];
  const known = await rows
    .find<KnownRow>(
      { warning: { $in: warnings }, sector: EVERY_SECTOR },
      { session, projection: NEEDED, batchSize: 10_000 },
    )
    .toArray();
  const { shown, removed } = placingOf(versions, known, await reportsOf(rows, known, session));
  const changes = [
    ...shown.map(({ entry, set }) => ({ updateMany: { filter: { entry }, update: { $set: set } } })),
    ...removed.map(({ warning, below }) => ({
      deleteMany: { filter: { warning, version: { $lt: below } } },
    })),
  ];
  if (changes.length > 0) await rows.bulkWrite(changes, { session });
};

/** Who reports the same advisories as these rows, and is numbered. */
const reportsOf = async (
  rows: Collection<FeedRow>,
  known: readonly KnownRow[],
  session: Session,
): Promise<Reports[]> => {
  const things = [...new Set(known.flatMap(({ thing }) => (thing === null ? [] : [thing])))];
  if (things.length === 0) return [];
  return rows
    .aggregate<Reports>(
      [
        { $match: { sector: EVERY_SECTOR, thing: oneOfTexts(things), sequence: { $gt: 0 } } },
        {
          $group: {
            _id: { thing: '$thing', exercise: '$exercise', kind: '$kind' },
            least: { $min: '$warning' },
            most: { $max: '$warning' },
          },
        },
        { $replaceWith: { $mergeObjects: ['$_id', { least: '$least', most: '$most' }] } },
      ],
      { session, hint: { thing: 1 } },
    )
    .toArray();
};

const advisoryOf = ({ thing, exercise, kind }: Pick<FeedRow, 'thing' | 'exercise' | 'kind'>): string =>
  JSON.stringify([thing, exercise, kind]);

/** What changes in the feed. A version that comes after a later one of its warning is never shown. */
export const placingOf = (
  versions: readonly PlacedVersion[],
  known: readonly KnownRow[],
  reports: readonly Reports[],
): Placing => {
  const rowOf = new Map(known.map((row) => [row.entry.toHexString(), row]));
  const heads = new Map<string, { version: number; firstSequence: number }>();
  for (const { warning, version, sequence, firstSequence } of known) {
    if (sequence === undefined || version < (heads.get(warning)?.version ?? 0)) continue;
    heads.set(warning, { version, firstSequence: firstSequence ?? sequence });
  }
  const reporting = new Map(reports.map((each) => [advisoryOf(each), each]));
  const shown = new Map<string, Placing['shown'][number]>();
  const removed = new Map<string, number>();
  for (const { entry, warning, version, sequence } of versions) {
    const row = rowOf.get(entry.toHexString());
    if (row === undefined) continue;
    const head = heads.get(warning);
    if (head !== undefined || version > 1) removed.set(warning, Math.max(version, head?.version ?? 0));
    if (head !== undefined && head.version > version) continue;
    // Of a narrowed version the rows before it are gone, and its own say where its warning was.
    const firstSequence = head?.firstSequence ?? row.firstSequence ?? sequence;
    const others = row.thing === null ? undefined : reporting.get(advisoryOf(row));
    const hasTwin = others !== undefined && (others.least !== warning || others.most !== warning);
    shown.set(warning, { entry, set: { sequence, firstSequence, ...(hasTwin ? { hasTwin } : {}) } });
    heads.set(warning, { version, firstSequence });
    if (row.thing !== null) reporting.set(advisoryOf(row), widened(others, row));
  }
  return {
    shown: [...shown.values()],
    removed: [...removed].map(([warning, below]) => ({ warning, below })),
  };
};

const widened = (others: Reports | undefined, row: KnownRow): Reports => {
  const { thing, exercise, kind, warning } = row;
  const least = others === undefined || warning < others.least ? warning : others.least;
  const most = others === undefined || warning > others.most ? warning : others.most;
  return { thing, exercise, kind, least, most };
};
