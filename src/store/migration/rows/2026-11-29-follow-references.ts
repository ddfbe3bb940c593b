// What a version lists as within it goes to each of its readers unasked. Earlier releases listed so what refers to something
// elsewhere, too, which may be withheld later (I30). Those references become ones that are asked for each reader.
import type { Database, ObjectId, Session } from '../../connect.ts';
import { type ListedReferences, referencesIn, referencesText } from '../../object/references.ts';
import { OBJECTS, type ObjectRow } from '../../object/row.ts';
import { LINKS } from '../../objects.ts';
import { WARNINGS, type WarningRow } from '../../warnings.ts';
import type { Batch, RowMigration } from '../migration.ts';

/** Versions in a batch, which ends early after so many rows. */
const VERSIONS = 50;
const ROWS = 5_000;
/** Only the newest version of a warning lists anything as within it. */
const HEADS = { isHead: true } as const;

type Version = Pick<WarningRow, '_id' | 'warning' | 'version'>;
type Row = Pick<ObjectRow, '_id' | 'stixId' | 'references'>;
type Held = { readonly row: Row; readonly isBrought: boolean; readonly listed: ListedReferences };
type Change = { readonly _id: ObjectId; readonly from: string; readonly to: string };

const next = async (database: Database, position: string | null): Promise<Batch | null> => {
  const versions = (await database
    .collection(WARNINGS)
    .find({ _id: { $gt: position ?? '' }, ...HEADS }, { projection: { warning: 1, version: 1 } })
    .sort({ _id: 1 })
    .limit(VERSIONS)
    .toArray()) as Version[];
  const changes: Change[] = [];
  let read = 0;
  let last: Version | undefined;
  for (const version of versions) {
    if (read >= ROWS) break;
    const held = await heldBy(database, version);
    changes.push(...changesIn(held));
    read += held.length;
    last = version;
  }
  if (last === undefined) return null;
  return { position: last._id, write: (session) => write(database, changes, session) };
};

const write = async (database: Database, changes: readonly Change[], session: Session): Promise<number> => {
  if (changes.length === 0) return 0;
  const writes = changes.map(({ _id, from, to }) => ({
    updateOne: { filter: { _id, references: from }, update: { $set: { references: to } } },
  }));
  const written = await database.collection(OBJECTS).bulkWrite(writes, { session, ordered: false });
  return written.modifiedCount;
};

const heldBy = async (database: Database, { warning, version }: Version): Promise<Held[]> => {
  const rows = database.collection(OBJECTS);
  const projection = { stixId: 1, references: 1 };
  const links = await database.collection(LINKS).find({ warning, version }).toArray();
  const linked = links.flatMap(({ objects }) => objects);
  const read = async (filter: object, isBrought: boolean): Promise<Held[]> =>
    ((await rows.find(filter, { projection }).toArray()) as Row[]).map((row) => ({
      ...{ row, isBrought },
      listed: referencesIn(row.references ?? '|'),
    }));
  const brought = await read({ warning, version }, true);
  if (brought.every(({ listed }) => listed.within.length === 0)) return brought;
  return [...brought, ...(linked.length === 0 ? [] : await read({ _id: { $in: linked } }, false))];
};

/** The rows that this version brought and that list as within what refers, by whatever steps, to something elsewhere. */
const changesIn = (held: readonly Held[]): Change[] => {
  const ids = new Set(held.map(({ row }) => row.stixId));
  const listing = Map.groupBy(
    held.flatMap(({ row, listed }) =>
      [...listed.within, ...listed.beyond].map(({ id }) => ({ id, by: row.stixId })),
    ),
    ({ id }) => id,
  );
  // A row that the version only holds was written for another, and lists what that one held.
  const refersElsewhere = ({ isBrought, listed: { within, beyond }, row }: Held): boolean =>
    beyond.length > 0 ||
    (!isBrought && (row.references === undefined || within.some(({ id }) => !ids.has(id))));
  const open = [...new Set(held.filter(refersElsewhere).map(({ row }) => row.stixId))];
  const fallible = new Set(open);
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const { by } of listing.get(id) ?? []) {
      if (fallible.has(by)) continue;
      fallible.add(by);
      open.push(by);
    }
  return held.flatMap(({ row: { _id, references }, isBrought, listed }): Change[] => {
    const moved = listed.within.filter(({ id }) => fallible.has(id));
    const kept = listed.within.filter(({ id }) => !fallible.has(id));
    if (!isBrought || references === undefined || moved.length === 0) return [];
    const to = referencesText({ ...listed, within: kept, beyond: [...listed.beyond, ...moved] });
    return [{ _id, from: references, to }];
  });
};

const remaining = async (database: Database): Promise<number> => {
  let count = 0;
  const heads = database
    .collection(WARNINGS)
    .find(HEADS, { projection: { warning: 1, version: 1 } })
    .sort({ _id: 1 });
  for await (const each of heads) count += changesIn(await heldBy(database, each as Version)).length;
  return count;
};

export const followReferences: RowMigration = {
  kind: 'ROWS',
  name: '2026-11-29-follow-references',
  about: 'What refers to an object of another warning is followed for each reader.',
  remaining,
  next,
};
