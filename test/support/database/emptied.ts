// Databases that a test has used, emptied for the next: making one costs about a second of two cores, and most files need one.
// One that is not as it was made (collections, validators, indexes, migrations), that is large, or that another process was
// told of is dropped instead.

import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { freshDatabase, type TestServers } from './database.ts';

type Db = mongoose.mongo.Db;

/** What tells a hub that the database needs no migration. */
const KEPT = 'migrations';
/** To empty more takes longer than to make another. */
const MOST_ROWS = 3_000;

const free = new Map<string, string[]>();
const shapes = new Map<string, string>();
const apart = new Set<string>();

/** Another process works on it, and nobody knows here when that has ended: it is dropped. */
export const keepApart = (database: string): void => {
  apart.add(database);
};

/** An empty one: emptied, or to be made by the hub that opens it. */
export const takeDatabase = ({ mongodbUrl }: Pick<TestServers, 'mongodbUrl'>): string =>
  free.get(mongodbUrl)?.pop() ?? freshDatabase();

/** Notes how a database is that a hub has just opened. */
export const noteShape = async (db: Db): Promise<void> => {
  if (!shapes.has(db.databaseName)) shapes.set(db.databaseName, await shapeOf(db));
};

/** The database is empty and may be taken, or is gone. No hub may have it open. */
export const giveBack = async (servers: TestServers, database: string): Promise<void> => {
  const client = new mongoose.mongo.MongoClient(servers.mongodbUrl);
  try {
    const db = client.db(database);
    if (!(await isAsMade(db))) {
      await db.dropDatabase();
      return;
    }
    await empty(db);
    await forgetInRedis(servers.redisUrl, database);
    free.set(servers.mongodbUrl, [...(free.get(servers.mongodbUrl) ?? []), database]);
  } finally {
    await client.close();
  }
};

const isAsMade = async (db: Db): Promise<boolean> => {
  if (apart.has(db.databaseName) || !shapes.has(db.databaseName)) return false;
  const { objects } = await db.stats();
  return objects <= MOST_ROWS && (await shapeOf(db)) === shapes.get(db.databaseName);
};

const shapeOf = async (db: Db): Promise<string> => {
  const [{ indexes }, collections, migrations] = await Promise.all([
    db.stats(),
    db.listCollections().toArray(),
    db.collection(KEPT).find().sort({ _id: 1 }).toArray(),
  ]);
  collections.sort((a, b) => (a.name < b.name ? -1 : 1));
  return JSON.stringify([indexes, collections, migrations]);
};

const empty = async (db: Db): Promise<void> => {
  const names = await db.listCollections({}, { nameOnly: true }).toArray();
  await Promise.all(
    names.map(async ({ name }) => {
      if (name === KEPT) return;
      const { deletedCount } = await db.collection(name).deleteMany({});
      // A plan that was best for those rows is no plan for others.
      if (deletedCount > 0) await db.command({ planCacheClear: name });
    }),
  );
};

/** Queues, and limits that hubs share, are named after the database. */
const forgetInRedis = async (url: string, database: string): Promise<void> => {
  const redis = new Redis(url);
  try {
    const names = await redis.keys(`*${database}*`);
    if (names.length > 0) await redis.unlink(names);
  } finally {
    redis.disconnect();
  }
};
