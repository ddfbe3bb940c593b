// Rival: the driver alone. Inserts the same rows as the hub (same bytes, indexes and write concern), 500 at a time; and
// one small insert acknowledged by the majority.
import mongoose from 'mongoose';
import { objectsFor } from '../generator.ts';
import { serve } from '../load/remote.ts';

const { Binary, ObjectId } = mongoose.mongo;
const BATCH = 500;

const client = new mongoose.mongo.MongoClient(process.env['MONGODB_URL'] ?? '', {
  w: 'majority',
  journal: true,
});
const database = client.db(process.env['TOCSIN_BENCH_RIVAL_DATABASE']);
const objects = database.collection('objects');
const small = database.collection('small');
let rows: mongoose.mongo.Document[] = [];

serve({
  open: async () => {
    await client.connect();
    await objects.createIndexes([
      { key: { stixId: 1, source: 1, ordinal: 1 }, unique: true },
      { key: { warning: 1, version: 1 } },
    ]);
  },
  prepare: (seed: number, index: number, count: number) => {
    const warning = `warning--${crypto.randomUUID()}`;
    rows = objectsFor(seed, index, count).map((object) => ({
      _id: new ObjectId(),
      stixId: object.id,
      modified: object.modified,
      source: 'member--0b0f6f8e-54a0-5c2b-9d5e-3a3c0b8b6a51',
      ordinal: 0,
      type: object.type,
      warning,
      version: 1,
      tlp: 'GREEN',
      body: new Binary(Buffer.from(JSON.stringify(object))),
    }));
  },
  insert: async () => {
    const startedAt = performance.now();
    for (let from = 0; from < rows.length; from += BATCH) {
      await objects.insertMany(rows.slice(from, from + BATCH), { ordered: false });
    }
    return performance.now() - startedAt;
  },
  insertOne: async () => {
    const startedAt = performance.now();
    await small.insertOne({ at: new Date(), text: 'x'.repeat(200) });
    return performance.now() - startedAt;
  },
});
