// Creates each declared collection with its indexes, and makes the server reject what its declaration does.
import { createHash } from 'node:crypto';
import { type Declared, namedIndexes, validatorOf } from '../collection/declare.ts';
import { COLLECTIONS } from '../collection/table.ts';
import type { Database } from '../connect.ts';
import type { ShapeChange, ShapeMigration } from './migration.ts';

// Existing rows that break a rule stay readable and updatable; new ones must keep it.
const LEVEL = { validationLevel: 'moderate', validationAction: 'error' } as const;

type Stored = { readonly name: string; readonly options?: { readonly validator?: object } };

const planCollections = async (database: Database): Promise<ShapeChange[][]> => {
  const db = database.native();
  const stored = new Map(((await db.listCollections().toArray()) as Stored[]).map((row) => [row.name, row]));
  const changes = COLLECTIONS.flatMap((declared): ShapeChange[] => {
    const { stored: name } = declared;
    const validator = validatorOf(declared);
    const now = stored.get(name);
    if (now === undefined) {
      return [
        {
          what: `create ${name}`,
          makes: name,
          // Its indexes with it, since it has no rows that a migration must change first.
          apply: async () => {
            await db.createCollection(name, { validator, ...LEVEL });
            const indexes = namedIndexes(declared.indexes);
            if (indexes.length > 0) await db.collection(name).createIndexes(indexes);
          },
        },
      ];
    }
    if (JSON.stringify(now.options?.validator ?? {}) === JSON.stringify(validator)) return [];
    return [
      {
        what: `change what ${name} refuses`,
        apply: () => db.command({ collMod: name, validator, ...LEVEL }),
      },
    ];
  });
  return [changes];
};

const shapeOf = (declared: Declared) => [declared.stored, validatorOf(declared)];

export const declaredCollections: ShapeMigration = {
  kind: 'SHAPE',
  name: '2026-11-28-declared-collections',
  about: 'Collections and their validators as they are declared.',
  revision: createHash('sha256')
    .update(JSON.stringify(COLLECTIONS.map(shapeOf)))
    .digest('hex')
    .slice(0, 12),
  plan: planCollections,
};
