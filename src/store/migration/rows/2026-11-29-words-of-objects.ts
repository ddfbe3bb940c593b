// Feed rows of older hubs are found by their texts alone; this adds the values and names in the objects of their versions. Only
// objects that surely every reader of the version may read count: a word that finds something is a way out (I7).
import type { StixObject } from 'stix2-ts/stix-object';
import { wordsFound } from '../../../domain/likeness/words.ts';
import { isAtMost } from '../../../domain/marking.ts';
import type { Database, Session } from '../../connect.ts';
import { contentOf } from '../../content/stored-content.ts';
import { searchTermsOf } from '../../feed/search-terms.ts';
import { EVERY_SECTOR, FEED, type FeedRow } from '../../feed.ts';
import { type ObjectRow, openObjects } from '../../objects.ts';
import type { Content } from '../../warnings.ts';
import type { Batch, RowMigration } from '../migration.ts';

const BATCH = 20;
/** Objects that are looked at for each version. */
const MOST_OBJECTS = 2_000;
const STALE = { sector: EVERY_SECTOR, isFoundByObjects: { $exists: false } } as const;

type Row = Pick<FeedRow, '_id' | 'warning' | 'version' | 'words' | 'content'>;

const rowsOf = (database: Database) => database.collection(FEED);

const isOpen = ({ tlp, validity, references }: ObjectRow, { access }: Content): boolean =>
  validity === undefined && references === '|' && (tlp === null || isAtMost(tlp, access.tlp));

const termsOf = async (database: Database, { warning, version, content }: Row): Promise<string[]> => {
  const parsed = contentOf(content);
  // Some objects name an unnamed publisher: they are withheld one by one.
  if (parsed.access.unnamed !== undefined) return [];
  const objects: StixObject[] = [];
  for await (const rows of openObjects(database).walk(warning, version, 200)) {
    for (const row of rows)
      if (isOpen(row, parsed)) objects.push(JSON.parse(row.body.toString('utf8')) as StixObject);
    if (objects.length >= MOST_OBJECTS) break;
  }
  return searchTermsOf(objects);
};

const next = async (database: Database, position: string | null): Promise<Batch | null> => {
  const found = (await rowsOf(database)
    .find({ _id: { $gt: position ?? '' }, ...STALE } as never, {
      projection: { warning: 1, version: 1, words: 1, content: 1 },
    })
    .sort({ _id: 1 })
    .limit(BATCH)
    .toArray()) as Row[];
  const last = found.at(-1);
  if (last === undefined) return null;
  return { position: last._id, write: (session) => writeWords(database, found, session) };
};

const writeWords = async (database: Database, found: readonly Row[], session: Session): Promise<number> => {
  const writes = [];
  for (const row of found) {
    const { warning, version } = row;
    const words = [...new Set([...row.words, ...wordsFound([], await termsOf(database, row))])];
    const update = { $set: { words, isFoundByObjects: true } };
    writes.push({ updateMany: { filter: { warning, version }, update } });
  }
  return (await rowsOf(database).bulkWrite(writes as never, { session, ordered: false })).modifiedCount;
};

export const addWordsOfObjects: RowMigration = {
  kind: 'ROWS',
  name: '2026-11-29-words-of-objects',
  about: 'Warnings are found by the values and names in their objects.',
  remaining: (database) => rowsOf(database).countDocuments(STALE as never),
  next,
};
