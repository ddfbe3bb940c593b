// Rival: the stock pattern. One BullMQ job per object, and a worker that saves each one as a full mongoose document
// with `Model.create`. Started twice, as producer and as worker, as in a deployment.
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import mongoose, { Schema } from 'mongoose';
import { objectsFor, type StixLike } from '../generator.ts';
import { serve } from '../load/remote.ts';

const NAME = 'stock';
const CONCURRENCY = 50;
const text = { type: String };
const reference = new Schema(
  { source_name: text, description: text, url: text, external_id: text },
  { _id: false },
);
const phase = new Schema({ kill_chain_name: text, phase_name: text }, { _id: false });

const schema = new Schema({
  id: { type: String, required: true, match: /^[a-z0-9-]+--[0-9a-f-]{36}$/ },
  type: { type: String, required: true },
  spec_version: { type: String, enum: ['2.1'] },
  created_by_ref: text,
  created: { type: Date, required: true },
  modified: { type: Date, required: true },
  confidence: { type: Number, min: 0, max: 100 },
  labels: [String],
  object_marking_refs: [String],
  external_references: [reference],
  name: text,
  description: text,
  indicator_types: [String],
  pattern: text,
  pattern_type: text,
  valid_from: Date,
  kill_chain_phases: [phase],
  malware_types: [String],
  is_family: Boolean,
  aliases: [String],
  first_seen: Date,
  relationship_type: text,
  source_ref: text,
  target_ref: text,
});
schema.index({ id: 1, modified: 1 }, { unique: true });
schema.index({ type: 1 });

const redis = () => new Redis(process.env['REDIS_URL'] ?? '', { maxRetriesPerRequest: null });
let queue: Queue | null = null;
let objects: StixLike[] = [];
let awaited = 0;
let done = 0;
let onDone = (): void => undefined;

serve({
  openProducer: () => {
    queue = new Queue(NAME, { connection: redis() });
  },
  prepare: (seed: number, index: number, count: number) => {
    objects = objectsFor(seed, index, count);
  },
  produce: async () => {
    for (let from = 0; from < objects.length; from += 500) {
      const jobs = objects.slice(from, from + 500).map((data) => ({
        name: 'object',
        data,
        opts: { removeOnComplete: true },
      }));
      await queue?.addBulk(jobs);
    }
  },
  openWorker: async () => {
    await mongoose.connect(process.env['MONGODB_URL'] ?? '', {
      dbName: process.env['TOCSIN_BENCH_RIVAL_DATABASE'] ?? '',
      w: 'majority',
      journal: true,
    });
    const StixDocument = mongoose.model('StixObject', schema, 'stock_objects');
    await StixDocument.init();
    const worker = new Worker(
      NAME,
      async ({ data }) => {
        await StixDocument.create(data);
      },
      { connection: redis(), concurrency: CONCURRENCY },
    );
    worker.on('completed', () => {
      done += 1;
      if (done === awaited) onDone();
    });
    worker.on('failed', (_job, error) => process.stderr.write(`stock: ${error.message}\n`));
  },
  /** Resolves when `count` more jobs are done. */
  settle: (count: number) =>
    new Promise<void>((resolve) => {
      awaited = count;
      done = 0;
      onDone = resolve;
    }),
});
