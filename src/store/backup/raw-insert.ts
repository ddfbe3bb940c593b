// Inserts documents that are BSON already. The driver has no public way: it takes objects, and turning each document into
// one and back makes a restore nine times slower. Its bulk writes send documents in a "document sequence" of OP_MSG, and that
// class takes them as bytes; where a later driver has it no more, documents go the slow way.
import { createRequire } from 'node:module';
import mongoose from 'mongoose';
import type { Database } from '../connect.ts';

type Sequence = { push(document: object, bytes: Uint8Array): number };
type SequenceClass = new (field: string) => Sequence;

const fromMongoose = createRequire(createRequire(import.meta.url).resolve('mongoose'));

const sequenceClass = (): SequenceClass | null => {
  const commands: { DocumentSequence?: SequenceClass } = fromMongoose('mongodb/lib/cmap/commands.js');
  return commands.DocumentSequence ?? null;
};

/** Whether documents go the fast way. */
export const insertsBytes = (): boolean => sequenceClass() !== null;

/** Every type of BSON stays what it is. */
const EXACT = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true };

const documentsOf = (rows: readonly Uint8Array[]): unknown => {
  const DocumentSequence = sequenceClass();
  if (DocumentSequence === null) return rows.map((row) => mongoose.mongo.BSON.deserialize(row, EXACT));
  const sequence = new DocumentSequence('documents');
  for (const row of rows) sequence.push({}, row);
  return sequence;
};

/** In one command: at most 100,000 rows and 48 MB. */
export const insertRaw = async (
  database: Database,
  name: string,
  rows: readonly Uint8Array[],
): Promise<void> => {
  const answer = await database
    .native()
    .command({ insert: name, ordered: true, documents: documentsOf(rows) });
  const [refused] = (answer['writeErrors'] ?? []) as mongoose.mongo.Document[];
  if (refused !== undefined) throw new mongoose.mongo.MongoServerError(refused);
};
