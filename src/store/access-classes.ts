// Access classes: one row per set of access facts that warnings have in common. They are kept before the first warning of
// the class is written, never change, and name no warning; a class without warnings is harmless.

import { holdToSize } from '../domain/held-to-size.ts';
import type { AccessClass, AccessFacts } from '../policy/access-class.ts';
import type { Collection, Database } from './connect.ts';

export type AccessClassRow = {
  /** Digest of the facts. */
  _id: string;
  exercise: string;
  tokens: string[];
  /** JSON of `AccessFacts`. */
  facts: string;
};

export type AccessClasses = {
  readonly rows: Collection<AccessClassRow>;
  /** Kept outside of any transaction: many warnings of one class at once must not collide. */
  keep(each: AccessClass): Promise<void>;
  /** Ids of the classes that carry one of these tokens, at most `limit`. */
  ofTokens(exercise: string, tokens: readonly string[], limit: number): Promise<string[]>;
  /** The facts by id, from memory where they were read lately; ids that are not known are absent. */
  facts(ids: readonly string[]): Promise<ReadonlyMap<string, AccessFacts>>;
};

/** In characters of JSON. */
const MAX_HELD = 4 * 1024 * 1024;

export const openAccessClasses = async (database: Database): Promise<AccessClasses> => {
  const rows = database.collection<AccessClassRow>('access_classes');
  await rows.createIndexes([{ key: { exercise: 1, tokens: 1 } }]);
  const held = holdToSize<AccessFacts>(MAX_HELD);
  return {
    rows,
    keep: async ({ id, facts, tokens }) => {
      if (held.get(id) !== undefined) return;
      const text = JSON.stringify(facts);
      const row = { exercise: facts.exercise ?? '', tokens: [...tokens], facts: text };
      await rows.updateOne({ _id: id }, { $setOnInsert: row }, { upsert: true });
      held.put(id, facts, text.length);
    },
    ofTokens: async (exercise, tokens, limit) => {
      const found = await rows
        .find({ exercise, tokens: { $in: [...tokens] } }, { projection: { _id: 1 }, limit, batchSize: limit })
        .toArray();
      return found.map(({ _id }) => _id);
    },
    facts: async (ids) => {
      const known = new Map<string, AccessFacts>();
      const missing: string[] = [];
      for (const id of ids) {
        const facts = held.get(id);
        if (facts === undefined) missing.push(id);
        else known.set(id, facts);
      }
      if (missing.length === 0) return known;
      for (const { _id, facts: text } of await rows.find({ _id: { $in: missing } }).toArray()) {
        const facts = JSON.parse(text) as AccessFacts;
        held.put(_id, facts, text.length);
        known.set(_id, facts);
      }
      return known;
    },
  };
};
