// A backup of a database as it is, whatever release wrote its rows: what that release would have made.
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type mongoose from 'mongoose';
import { BACKUP_FORMAT, type CollectionCount } from '../../../src/domain/backup/backup.ts';
import { bytesOf, type Frame } from '../../../src/exchange/backup/frames.ts';
import { openRowDigest } from '../../../src/exchange/backup/row-digest.ts';
import { sealed } from '../../../src/service/backup/seal.ts';

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

async function* framesOf(db: mongoose.mongo.Db, release: string): AsyncGenerator<Frame> {
  const head = { format: BACKUP_FORMAT, id: crypto.randomUUID(), release, database: db.databaseName };
  const madeAt = new Date().toISOString();
  yield { kind: 'HEAD', payload: json({ ...head, madeAt, expected: { rows: 0, bytes: 0 } }) };
  const collections: CollectionCount[] = [];
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
    yield { kind: 'COLLECTION', payload: Buffer.from(name) };
    const digest = openRowDigest();
    for await (const row of db.collection(name).find({}, { raw: true })) {
      const payload = Buffer.from(row as unknown as Uint8Array);
      digest.add(payload);
      yield { kind: 'ROWS', payload };
    }
    collections.push({ name, rows: digest.rows, bytes: digest.bytes, digest: digest.text() });
  }
  yield { kind: 'MANIFEST', payload: json({ collections }) };
}

export const archiveOf = (db: mongoose.mongo.Db, file: string, release: string): Promise<void> =>
  pipeline(sealed(bytesOf(framesOf(db, release)), null), createWriteStream(file));
