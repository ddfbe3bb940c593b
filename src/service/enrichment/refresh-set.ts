// Updates a reference set from its published text. The changes are written with one entry in one transaction; the
// entry triggers re-enrichment of only the objects that hold a changed key.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accepted, type Outcome, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { newEntry } from '../record/append-entry.ts';
import { type ReferenceTexts, SOURCES, type Source } from './sources.ts';

export type Refreshed = { readonly set: string; readonly version: string; readonly changed: number };

type Deps = Pick<Hub, 'references' | 'entries' | 'database' | 'clock' | 'entropy'>;

export const refreshSet = async (
  hub: Deps,
  set: string,
  texts: ReferenceTexts,
): Promise<Outcome<Refreshed>> => {
  const source = SOURCES.find(({ facts }) => facts.name === set);
  if (source === undefined) {
    const known = SOURCES.map(({ facts }) => facts.name).join(', ');
    return refused(
      problem('SET_UNKNOWN', '$.set', `There is no reference set "${set}".`, `Use one of ${known}.`),
    );
  }
  const read = readSource(source, texts);
  if (read === null || read.rows.size === 0) {
    return refused(
      problem(
        'SET_UNREADABLE',
        '$',
        `This is not the ${set} set, or it is empty.`,
        'Give the file exactly as its source publishes it.',
      ),
    );
  }
  const held = await hub.references.all(set);
  const keys = [...new Set([...held.keys(), ...read.rows.keys()])].filter(
    (key) => held.get(key) !== read.rows.get(key),
  );
  if (keys.length === 0) return accepted({ set, version: read.version, changed: 0 });
  const at = hub.clock.now();
  const change = { _id: `${set}@${hub.entropy.uuid()}`, set, keys, at };
  const entry = newEntry(hub, {
    event: 'reference-set.refreshed',
    subject: { set: change._id },
    exercise: null,
  });
  await hub.database.transaction(async (session) => {
    await hub.references.replace(change, read.version, read.rows, session);
    await hub.entries.append([entry], session);
  });
  return accepted({ set, version: read.version, changed: keys.length });
};

const readSource = (source: Source, texts: ReferenceTexts) => {
  try {
    return source.read(texts);
  } catch {
    return null;
  }
};

const SHIPPED = join(import.meta.dirname, '../../../data');

/** Loads the shipped version of each set that is not in this database yet. */
export const loadShippedSets = async (hub: Deps): Promise<void> => {
  for (const source of SOURCES) {
    if (source.isGiven || (await hub.references.versionOf(source.facts.name)) !== null) continue;
    const texts = await Promise.all(
      source.files.map(async (file) => [file, await readFile(join(SHIPPED, file), 'utf8')] as const),
    );
    await refreshSet(hub, source.facts.name, Object.fromEntries(texts));
  }
};
