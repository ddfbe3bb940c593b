// Access classes: one row per set of access facts that several warnings share. A row is written before the first warning
// of its class, never changes and names no warning; a class without warnings is harmless.

import { LRUCache } from 'lru-cache';
import type { AccessClass, ClassFacts } from '../policy/access-class.ts';
import { declareCollection, listOf, text } from './collection/declare.ts';
import type { Collection, Database, Filter } from './connect.ts';
import { withPersonIds } from './content/stored-content.ts';

export type AccessClassRow = {
  /** Digest of the facts. */
  _id: string;
  exercise: string;
  tokens: string[];
  /** JSON of `ClassFacts`. */
  facts: string;
};

export const ACCESS_CLASSES = declareCollection<AccessClassRow>({
  stored: 'access_classes',
  about: 'The access facts that decide who may read a warning, once for all warnings that share them.',
  access: 'NATIVE',
  isValidated: true,
  kept: 'as long as the warnings of the class',
  fields: {
    _id: text('Digest of the facts.'),
    exercise: text('Id of the exercise; empty for real traffic.'),
    tokens: listOf(
      text('Tokens of the audience, as on feed rows.', { personal: 'names persons of TLP:RED' }),
    ),
    facts: text('The facts as JSON: publisher, marking, audience, cascade.', {
      personal: 'persons of the audience',
    }),
  },
  indexes: [{ key: { exercise: 1, tokens: 1 } }],
});

export type AccessClasses = {
  readonly rows: Collection<AccessClassRow>;
  /** Written outside any transaction: many warnings of one class at once must not conflict. */
  keep(each: AccessClass): Promise<void>;
  /** Ids of the classes that have one of these tokens, at most `limit`. */
  ofTokens(exercise: string, tokens: readonly string[], limit: number): Promise<string[]>;
  /** All of them, in batches. */
  eachOfTokens(exercise: string, tokens: readonly string[]): AsyncIterable<readonly string[]>;
  /** The facts by id, cached; unknown ids are absent. */
  facts(ids: readonly string[]): Promise<ReadonlyMap<string, ClassFacts>>;
};

/** In characters of JSON. */
const MAX_HELD = 4 * 1024 * 1024;

export const openAccessClasses = (database: Database): AccessClasses => {
  const rows = database.collection(ACCESS_CLASSES);
  const held = new LRUCache<string, ClassFacts>({ maxSize: MAX_HELD });
  return {
    rows,
    keep: async ({ id, facts, tokens }) => {
      if (held.get(id) !== undefined) return;
      const json = JSON.stringify(facts);
      const row = { exercise: facts.exercise ?? '', tokens: [...tokens], facts: json };
      await rows.updateOne({ _id: id }, { $setOnInsert: row }, { upsert: true });
      held.set(id, facts, { size: json.length });
    },
    ofTokens: async (exercise, tokens, limit) => {
      const found = await rows
        .find({ exercise, tokens: { $in: [...tokens] } }, { projection: { _id: 1 }, limit, batchSize: limit })
        .toArray();
      return found.map(({ _id }) => _id);
    },
    eachOfTokens: (exercise, tokens) => idsOf(rows, { exercise, tokens: { $in: [...tokens] } }),
    facts: async (ids) => {
      const known = new Map<string, ClassFacts>();
      const missing: string[] = [];
      for (const id of ids) {
        const facts = held.get(id);
        if (facts === undefined) missing.push(id);
        else known.set(id, facts);
      }
      if (missing.length === 0) return known;
      for (const { _id, facts: json } of await rows.find({ _id: { $in: missing } }).toArray()) {
        const facts = withPersonIds(JSON.parse(json) as ClassFacts);
        held.set(_id, facts, { size: json.length });
        known.set(_id, facts);
      }
      return known;
    },
  };
};

const AT_ONCE = 1_000;

async function* idsOf(
  rows: Collection<AccessClassRow>,
  filter: Filter<AccessClassRow>,
): AsyncGenerator<readonly string[]> {
  const cursor = rows.find(filter, { projection: { _id: 1 } }).batchSize(AT_ONCE);
  try {
    while (await cursor.hasNext()) yield cursor.readBufferedDocuments().map(({ _id }) => _id);
  } finally {
    await cursor.close();
  }
}
