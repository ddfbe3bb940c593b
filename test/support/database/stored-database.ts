// A database as an older release left it: the dump of commit 63bd018 restored, and compared with the declarations.
// is declared.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import mongoose from 'mongoose';
import { type Declared, indexName, validatorOf } from '../../../src/store/collection/declare.ts';
import { COLLECTIONS } from '../../../src/store/collection/table.ts';
import { freshDatabase, testServers } from './database.ts';

const FIXTURE = join(import.meta.dirname, '../../fixtures/database-63bd018');
const read = (file: string): string => gunzipSync(readFileSync(join(FIXTURE, file))).toString();

export type SeenWorld = {
  /** The instant at which the readers read. */
  readonly at: string;
  readonly world: {
    readonly warnings: readonly string[];
    readonly objects: readonly string[];
    readonly exercise: string;
  };
  readonly readers: readonly {
    readonly name: string;
    readonly token: string;
    readonly mayReview: boolean;
    readonly seen: object;
    readonly page: { readonly ids: readonly string[]; readonly end: string | null };
  }[];
  /** Published just before the old hub went down: neither numbered nor delivered. */
  readonly underWay: string;
};

export const seenWorld = (): SeenWorld => JSON.parse(read('seen.json.gz')) as SeenWorld;

type Line = {
  readonly collection: string;
  readonly document?: mongoose.mongo.Document;
  readonly indexes?: readonly (mongoose.mongo.IndexDescription & { readonly name: string })[];
};

export type StoredDatabase = {
  readonly db: mongoose.mongo.Db;
  readonly name: string;
  readonly mongodbUrl: string;
  readonly redisUrl: string;
  close(): Promise<void>;
};

/** A separate, empty database. */
export const emptyDatabase = async (): Promise<StoredDatabase> => {
  const servers = await testServers();
  const client = await mongoose.mongo.MongoClient.connect(servers.mongodbUrl, { w: 'majority' });
  const name = freshDatabase();
  const db = client.db(name);
  return {
    db,
    name,
    mongodbUrl: servers.mongodbUrl,
    redisUrl: servers.redisUrl,
    close: async () => {
      await db.dropDatabase();
      await client.close();
      await servers.stop();
    },
  };
};

/** A separate database with the dump restored: documents, indexes and all. */
export const restoredDatabase = async (): Promise<StoredDatabase> => {
  const stored = await emptyDatabase();
  const { EJSON } = mongoose.mongo.BSON;
  const lines = read('database.ejsonl.gz')
    .trimEnd()
    .split('\n')
    .map((line) => EJSON.parse(line, { relaxed: false }) as Line);
  for (const [name, each] of Map.groupBy(lines, ({ collection }) => collection)) {
    const documents = each.flatMap(({ document }) => (document === undefined ? [] : [document]));
    if (documents.length > 0) await stored.db.collection(name).insertMany(documents);
    for (const { indexes = [] } of each)
      for (const { key, name: index, ...options } of indexes)
        if (index !== '_id_') await stored.db.collection(name).createIndex(key, { name: index, ...options });
  }
  return stored;
};

type Shape = { readonly indexes: readonly object[]; readonly validator: object };

/** What exists, by name: each index without its version, each validator. */
export const shapeStored = async (db: mongoose.mongo.Db): Promise<ReadonlyMap<string, Shape>> => {
  const shapes = new Map<string, Shape>();
  for (const { name, options } of (await db.listCollections().toArray()) as {
    name: string;
    options?: { validator?: object };
  }[]) {
    const indexes = (await db.collection(name).indexes()).map(({ v: _, ...index }) => index);
    shapes.set(name, { indexes: sorted(indexes), validator: options?.validator ?? {} });
  }
  return shapes;
};

export const shapeDeclared = (): ReadonlyMap<string, Shape> =>
  new Map(
    COLLECTIONS.map((declared) => [
      declared.stored,
      {
        indexes: sorted([
          { key: { _id: 1 }, name: '_id_' },
          ...declared.indexes.map((index) => ({ ...index, name: indexName(index) })),
        ]),
        validator: validatorOf(declared),
      },
    ]),
  );

const sorted = (indexes: readonly object[]): object[] =>
  [...indexes].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
const nameOf = (index: object): string => (index as { readonly name: string }).name;

/** Documents that violate the declarations, also where the server would accept them; `<collection> <id>` each. */
export const undeclared = async (db: mongoose.mongo.Db): Promise<string[]> => {
  const faults: string[] = [];
  const known = new Map(COLLECTIONS.map((declared) => [declared.stored, declared]));
  for (const { name } of await db.listCollections().toArray()) {
    const declared = known.get(name);
    if (declared === undefined) faults.push(`${name} is not declared`);
    else {
      const wrong = await db
        .collection(name)
        .find({ $nor: [whole(declared)] }, { limit: 3 })
        .toArray();
      faults.push(...wrong.map((row) => `${name} ${JSON.stringify(row).slice(0, 300)}`));
    }
  }
  return faults;
};

const whole = (declared: Declared): mongoose.mongo.Document =>
  validatorOf({ ...declared, isValidated: true });
