// What one member published under its name and without it shared a row in earlier releases, which shows its readers one
// source where those of two members would show two (I33). What an unnamed version brought becomes a row of its warning alone,
// and each version that holds a row of another standing gets one of its own.
import { type Database, ObjectId, type Session } from '../../connect.ts';
import { contentOf } from '../../content/stored-content.ts';
import { OBJECT_CONTEXT } from '../../context/object-context.ts';
import { WARNING_KEYS } from '../../context/warning-keys.ts';
import { ENRICHMENTS } from '../../context.ts';
import { referencesIn, referencesText } from '../../object/references.ts';
import { type LinkRow, OBJECTS, type ObjectRow } from '../../object/row.ts';
import { LINKS } from '../../objects.ts';
import { rowId, WARNINGS, type WarningRow } from '../../warnings.ts';
import type { Batch, RowMigration } from '../migration.ts';

const VERSIONS = 100;
/** Links read for a batch; each names at most 500 rows, together of one bundle. */
const LINKS_AT_ONCE = 5;
/** Rows parted in a batch: each takes several statements, and a transaction has a minute. */
const ROWS_AT_ONCE = 100;
/** After the rows of a link, in a position. */
const ALL_ROWS = 'f'.repeat(24);
/** In the stored text no other key is written so. */
const UNNAMED = { content: { $regex: '"unnamed":' } } as const;
const NO_VOICE = { voice: { $exists: false } } as const;

type Version = Pick<WarningRow, '_id' | 'warning' | 'version' | 'content'>;
type Part = {
  readonly name: string;
  batch(database: Database, after: string): Promise<(Omit<Batch, 'position'> & { last: string }) | null>;
};

const unnamedAfter = async (database: Database, after: string): Promise<Version[]> =>
  (await database
    .collection(WARNINGS)
    .find({ _id: { $gt: after }, ...UNNAMED }, { projection: { warning: 1, version: 1, content: 1 } })
    .sort({ _id: 1 })
    .limit(VERSIONS)
    .toArray()) as Version[];

const isUnnamed = ({ content }: Pick<Version, 'content'>): boolean =>
  contentOf(content).access.unnamed !== undefined;

const brought: Part = {
  name: 'brought',
  batch: async (database, after) => {
    const versions = await unnamedAfter(database, after);
    const last = versions.at(-1);
    if (last === undefined) return null;
    const writes = versions.filter(isUnnamed).map(({ warning, version }) => ({
      updateMany: { filter: { warning, version, ...NO_VOICE }, update: { $set: { voice: warning } } },
    }));
    return {
      last: last._id,
      write: async (session) => {
        if (writes.length === 0) return 0;
        const written = await database.collection(OBJECTS).bulkWrite(writes, { session, ordered: false });
        return written.modifiedCount;
      },
    };
  },
};

/** Whose voice the rows of a version have, and its marking. */
type Standing = { readonly voice: string | undefined; readonly under: ObjectRow['under'] };
type Key = Pick<ObjectRow, '_id' | 'stixId' | 'source' | 'modified' | 'twin' | 'voice'>;
/** A link, and the rows in it whose standing is another, in the order of their ids. */
type Misheld = { readonly link: LinkRow; readonly standing: Standing; readonly rows: readonly Key[] };

const held: Part = {
  name: 'held',
  batch: async (database, after) => {
    const [link = '', row = ALL_ROWS] = after.split(' ');
    const links = await database
      .collection(LINKS)
      .find(link === '' ? {} : { _id: { [row === ALL_ROWS ? '$gt' : '$gte']: new ObjectId(link) } })
      .sort({ _id: 1 })
      .limit(LINKS_AT_ONCE)
      .toArray();
    const final = links.at(-1);
    if (final === undefined) return null;
    const left = (await misheldIn(database, links)).map(
      (each): Misheld =>
        each.link._id.toHexString() === link
          ? { ...each, rows: each.rows.filter(({ _id }) => _id.toHexString() > row) }
          : each,
    );
    const { found, last } = firstRows(left);
    return {
      last: last ?? `${final._id.toHexString()} ${ALL_ROWS}`,
      write: async (session) => {
        let count = 0;
        for (const each of found) count += await part(database, each, session);
        return count;
      },
    };
  },
};

/** As many as one transaction parts, and the link and row where it stops; null where it parts all. */
const firstRows = (
  all: readonly Misheld[],
): { readonly found: readonly Misheld[]; readonly last: string | null } => {
  const found: Misheld[] = [];
  let room = ROWS_AT_ONCE;
  for (const each of all) {
    const rows = each.rows.slice(0, room);
    found.push({ ...each, rows });
    room -= rows.length;
    const last = rows.at(-1);
    if (room === 0 && last !== undefined)
      return { found, last: `${each.link._id.toHexString()} ${last._id.toHexString()}` };
  }
  return { found, last: null };
};

const misheldIn = async (database: Database, links: readonly LinkRow[]): Promise<Misheld[]> => {
  const ids = links.map(({ warning, version }) => rowId(warning, version));
  const versions = await database
    .collection(WARNINGS)
    .find({ _id: { $in: ids } }, { projection: { content: 1 } })
    .toArray();
  const contents = new Map(versions.map(({ _id, content }) => [_id, content]));
  const keys = (await database
    .collection(OBJECTS)
    .find(
      { _id: { $in: links.flatMap(({ objects }) => objects) } },
      { projection: { stixId: 1, source: 1, modified: 1, twin: 1, voice: 1 } },
    )
    .toArray()) as Key[];
  const rows = new Map(keys.map((key) => [key._id.toHexString(), key]));
  return links.flatMap((link): Misheld[] => {
    const content = contents.get(rowId(link.warning, link.version));
    if (content === undefined) return [];
    const { access } = contentOf(content);
    const voice = access.unnamed === undefined ? undefined : link.warning;
    const others = link.objects
      .flatMap((id) => rows.get(id.toHexString()) ?? [])
      .filter((row) => row.voice !== voice)
      .sort((one, other) => (one._id.toHexString() < other._id.toHexString() ? -1 : 1));
    return others.length === 0 ? [] : [{ link, standing: { voice, under: access.tlp }, rows: others }];
  });
};

/** Gives the version rows of its own in place of those; returns how many. A link names only what another version brought. */
const part = async (
  database: Database,
  { link: { _id }, standing, rows }: Misheld,
  session: Session,
): Promise<number> => {
  // As it is now: this or another process may have parted some of it since it was read.
  const link = await database.collection(LINKS).findOne({ _id }, { session });
  if (link === null) return 0;
  const linked = new Set(link.objects.map((id) => id.toHexString()));
  const own = new Map<string, ObjectId>();
  const isBrought = new Set<string>();
  for (const row of rows.filter((each) => linked.has(each._id.toHexString()))) {
    const alike = await ownRow(database, row, standing, session);
    const id = alike?._id ?? (await copied(database, row, { link, standing }, session));
    own.set(row._id.toHexString(), id);
    if (alike === null || (alike.warning === link.warning && alike.version === link.version))
      isBrought.add(id.toHexString());
  }
  const ids = link.objects.map((id) => own.get(id.toHexString()) ?? id);
  const objects = ids.filter((id) => !isBrought.has(id.toHexString()));
  await database.collection(LINKS).updateOne({ _id }, { $set: { objects } }, { session });
  const known = await database.collection(WARNING_KEYS).findOne({ _id: link.warning }, { session });
  if (known !== null && known.version === link.version) {
    const values = known.rows.map((id) => own.get(id.toHexString()) ?? id);
    await database
      .collection(WARNING_KEYS)
      .updateOne({ _id: link.warning }, { $set: { rows: values } }, { session });
  }
  return own.size;
};

const ownRow = (
  database: Database,
  { stixId, source, modified, twin }: Key,
  { voice, under }: Standing,
  session: Session,
) => {
  const [of, as] = [voice ?? { $exists: false }, twin ?? { $exists: false }];
  const filter = { stixId, source, modified, under, voice: of, twin: as };
  return database
    .collection(OBJECTS)
    .findOne(filter as never, { session, projection: { warning: 1, version: 1 } });
};

/** With all that is derived from the row. */
const copied = async (
  database: Database,
  { _id }: Key,
  { link: { warning, version }, standing: { voice, under } }: Pick<Misheld, 'link' | 'standing'>,
  session: Session,
): Promise<ObjectId> => {
  const rows = database.collection(OBJECTS);
  const row = await rows.findOne({ _id }, { session });
  if (row === null) return _id;
  const { stixId, source, voice: _voice, ...facts } = row;
  const last = await rows.findOne({ stixId, source }, { session, sort: { ordinal: -1 } });
  const fresh = new ObjectId();
  const standing = { ...(voice === undefined ? {} : { voice }), ...(under === undefined ? {} : { under }) };
  const ordinal = (last?.ordinal ?? 0) + 1;
  // Which references this version holds is not known here: each is asked for.
  const copy = { ...facts, ...standing, _id: fresh, stixId, source, warning, version, ordinal };
  await rows.insertOne({ ...copy, ...askedOf(row) }, { session });
  const context = await database.collection(OBJECT_CONTEXT).findOne({ _id }, { session });
  if (context !== null)
    await database.collection(OBJECT_CONTEXT).insertOne({ ...context, _id: fresh }, { session });
  const enrichments = await database.collection(ENRICHMENTS).find({ row: _id }, { session }).toArray();
  for (const each of enrichments) {
    const named = `${each.stixId} ${fresh.toHexString()}`;
    await database
      .collection(ENRICHMENTS)
      .insertOne({ ...each, _id: named, row: fresh, warning, version }, { session });
  }
  return fresh;
};

const askedOf = ({ references }: Pick<ObjectRow, 'references'>): Pick<ObjectRow, 'references'> => {
  if (references === undefined) return {};
  const { within, beyond, isNeverEmpty } = referencesIn(references);
  return { references: referencesText({ within: [], beyond: [...beyond, ...within], isNeverEmpty }) };
};

/** In alphabetical order, so that positions, which start with the name, increase. */
const PARTS: readonly Part[] = [brought, held];

const next = async (database: Database, position: string | null): Promise<Batch | null> => {
  const [current = '', ...rest] = position?.split(' ') ?? [];
  const after = rest.join(' ');
  for (const each of PARTS) {
    if (each.name < current) continue;
    const batch = await each.batch(database, each.name === current ? after : '');
    if (batch !== null) return { position: `${each.name} ${batch.last}`, write: batch.write };
  }
  return null;
};

const remaining = async (database: Database): Promise<number> => {
  let count = 0;
  const unnamed = database
    .collection(WARNINGS)
    .find(UNNAMED, { projection: { warning: 1, version: 1, content: 1 } });
  for await (const each of unnamed) {
    const { warning, version } = each as Version;
    if (isUnnamed(each as Version))
      count += await database.collection(OBJECTS).countDocuments({ warning, version, ...NO_VOICE });
  }
  for await (const link of database.collection(LINKS).find())
    for (const { rows } of await misheldIn(database, [link])) count += rows.length;
  return count;
};

export const partUnnamedRows: RowMigration = {
  kind: 'ROWS',
  name: '2026-11-29-part-unnamed-rows',
  about: 'What a member publishes without its name shares no row with what it publishes under it.',
  remaining,
  next,
};
