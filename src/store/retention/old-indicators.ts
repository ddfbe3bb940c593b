// Indicators whose time is over, with what was derived from them: the words and keys by which their warnings are found, and what
// the reference sets said of them. The warnings stay.
import type { Collection, Database, ObjectId, Session } from '../connect.ts';
import { OBJECT_CONTEXT } from '../context/object-context.ts';
import { WARNING_KEYS } from '../context/warning-keys.ts';
import { ENRICHMENTS } from '../context.ts';
import { EVERY_SECTOR, FEED, type FeedRow } from '../feed.ts';
import { OBJECTS, type ObjectRow } from '../object/row.ts';
import { LINKS } from '../objects.ts';
import { TRAITS } from '../pairs.ts';
import { WARNINGS } from '../warnings.ts';

export type OldIndicator = Pick<
  ObjectRow,
  '_id' | 'stixId' | 'modified' | 'source' | 'voice' | 'warning' | 'version' | 'revoked'
> & { readonly endsAt: Date };

type Place = Pick<OldIndicator, '_id' | 'endsAt'>;

/** A version of a warning that holds an indicator, and when it was written. */
export type HoldingVersion = { readonly warning: string; readonly version: number; readonly at: Date };

export type FoundBy = Pick<FeedRow, 'warning' | 'version' | 'words' | 'content'>;

export type OldIndicators = {
  /** Rows of releases before, which do not say when they end. */
  unsettled(limit: number): Promise<ObjectRow[]>;
  settle(ends: readonly Place[]): Promise<void>;
  /** Those whose own time ended in this span, the earliest first, behind a place. */
  ended(
    span: { readonly from: Date; readonly before: Date },
    limit: number,
    after: Place | null,
  ): Promise<OldIndicator[]>;
  /** Every row with one of these STIX ids. */
  ofStixIds(stixIds: readonly string[]): Promise<OldIndicator[]>;
  /** By id of the row: the versions that hold it, the one that brought it among them. */
  holding(rows: readonly OldIndicator[]): Promise<ReadonlyMap<string, readonly HoldingVersion[]>>;
  /** They end at this time, where they ended before it. */
  postpone(ids: readonly ObjectId[], endsAt: Date): Promise<void>;
  /** By what the current versions of these warnings are found. */
  foundBy(warnings: readonly string[]): Promise<FoundBy[]>;
  /** Of one that is still its warning's current version. */
  setWords(of: Pick<FoundBy, 'warning' | 'version'>, words: readonly string[]): Promise<void>;
  /** With all that was derived from them, but for the words. */
  remove(ids: readonly ObjectId[], warnings: readonly string[], session: Session): Promise<number>;
};

/** The rows of OBJECTS that this is about, found by an index of their own. */
const INDICATORS = { type: 'indicator' } as const;
const BY_END = { type: 1, endsAt: 1, _id: 1 } as const;
const FACTS = {
  stixId: 1,
  modified: 1,
  source: 1,
  voice: 1,
  warning: 1,
  version: 1,
  revoked: 1,
  endsAt: 1,
} as const;

export const openOldIndicators = (database: Database): OldIndicators => {
  const objects = database.collection(OBJECTS);
  const feed = database.collection(FEED);
  return {
    unsettled: (limit) =>
      objects
        .find({ ...INDICATORS, endsAt: { $exists: false } }, { hint: BY_END })
        .limit(limit)
        .toArray(),
    settle: async (ends) => {
      const writes = ends.map(({ _id, endsAt }) => ({
        updateOne: { filter: { _id, endsAt: { $exists: false } }, update: { $set: { endsAt } } },
      }));
      if (writes.length > 0) await objects.bulkWrite(writes, { ordered: false });
    },
    ended: ({ from, before }, limit, after) => endedIn(objects, { from, before }, limit, after),
    ofStixIds: async (stixIds) =>
      (await objects
        .find({ ...INDICATORS, stixId: { $in: [...stixIds] } }, { projection: FACTS })
        .toArray()) as OldIndicator[],
    holding: (rows) => holdingOf(database, rows),
    postpone: async (ids, endsAt) => {
      await objects.updateMany({ _id: { $in: [...ids] } }, { $max: { endsAt } });
    },
    foundBy: async (warnings) =>
      (await feed
        .find(
          { warning: { $in: [...warnings] }, sector: EVERY_SECTOR },
          { projection: { warning: 1, version: 1, words: 1, content: 1 } },
        )
        .toArray()) as FoundBy[],
    setWords: async ({ warning, version }, words) => {
      await feed.updateMany({ warning, version }, { $set: { words: [...words] } });
    },
    remove: (ids, warnings, session) => removeRows(database, { ids, warnings }, session),
  };
};

const endedIn = async (
  objects: Collection<ObjectRow>,
  { from, before }: { readonly from: Date; readonly before: Date },
  limit: number,
  after: Place | null,
): Promise<OldIndicator[]> => {
  const behind =
    after === null
      ? {}
      : { $or: [{ endsAt: { $gt: after.endsAt } }, { endsAt: after.endsAt, _id: { $gt: after._id } }] };
  const found = await objects
    .find(
      { ...INDICATORS, endsAt: { $gt: from, $lt: before }, ...behind },
      { projection: FACTS, hint: BY_END },
    )
    .sort({ endsAt: 1, _id: 1 })
    .limit(limit)
    .toArray();
  return found as unknown as OldIndicator[];
};

const holdingOf = async (
  database: Database,
  rows: readonly OldIndicator[],
): Promise<ReadonlyMap<string, readonly HoldingVersion[]>> => {
  const ids = rows.map(({ _id }) => _id);
  const links = await database
    .collection(LINKS)
    .aggregate<{ warning: string; version: number; objects: ObjectId[] }>([
      { $match: { objects: { $in: ids } } },
      { $project: { warning: 1, version: 1, objects: { $setIntersection: ['$objects', ids] } } },
    ])
    .toArray();
  const holders = [
    ...rows.map(({ _id, warning, version }) => ({ row: _id, warning, version })),
    ...links.flatMap(({ objects, warning, version }) => objects.map((row) => ({ row, warning, version }))),
  ];
  const versions = await database
    .collection(WARNINGS)
    .find(
      { warning: { $in: [...new Set(holders.map(({ warning }) => warning))] } },
      { projection: { warning: 1, version: 1, at: 1 } },
    )
    .toArray();
  const at = new Map(versions.map((each) => [`${each.warning} ${each.version}`, each.at]));
  const held = new Map<string, HoldingVersion[]>();
  for (const { row, warning, version } of holders) {
    const writtenAt = at.get(`${warning} ${version}`);
    if (writtenAt === undefined) continue;
    const known = held.get(row.toHexString()) ?? [];
    known.push({ warning, version, at: writtenAt });
    held.set(row.toHexString(), known);
  }
  return held;
};

type Removal = { readonly ids: readonly ObjectId[]; readonly warnings: readonly string[] };

const removeRows = async (
  database: Database,
  { ids: given, warnings }: Removal,
  session: Session,
): Promise<number> => {
  const ids = [...given];
  const context = database.collection(OBJECT_CONTEXT);
  const derived = await context.find({ _id: { $in: ids } }, { projection: { entity: 1 }, session }).toArray();
  const entities = derived.flatMap(({ entity }) => (entity === undefined ? [] : [entity]));
  await context.deleteMany({ _id: { $in: ids } }, { session });
  await database.collection(ENRICHMENTS).deleteMany({ row: { $in: ids } }, { session });
  if (entities.length > 0)
    await database
      .collection(TRAITS)
      .updateMany(
        { _id: { $in: [...warnings] } },
        { $pull: { observables: { $in: entities }, keys: { $in: entities } } },
        { session },
      );
  await database
    .collection(WARNING_KEYS)
    .updateMany({ _id: { $in: [...warnings] } }, { $pull: { rows: { $in: ids } } as never }, { session });
  await database
    .collection(LINKS)
    .updateMany({ objects: { $in: ids } }, { $pull: { objects: { $in: ids } } as never }, { session });
  return (await database.collection(OBJECTS).deleteMany({ _id: { $in: ids } }, { session })).deletedCount;
};
