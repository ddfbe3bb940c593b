// Rows as the server sends them, decoded once: the same bytes are the same row, so nothing here goes stale. Most rows of a
// page were on the page before, and decoding them all was a tenth of its cost. Reads use `peek`: the oldest goes first.
import { LRUCache } from 'lru-cache';
import mongoose from 'mongoose';

/** The row in the bytes of a document. Rows are shared between requests: nobody may change one. */
export type RowsByBytes<Row> = (bytes: Uint8Array) => Readonly<Row>;

/** Of the bytes of all rows; decoded, they take about three times as much. */
const MAX_BYTES = 2 * 1024 * 1024;

export const openRowsByBytes = <Row extends mongoose.mongo.Document>(
  maxBytes = MAX_BYTES,
): RowsByBytes<Row> => {
  const kept = new LRUCache<string, Readonly<Row>>({ maxSize: maxBytes });
  return (bytes) => {
    // A character for each byte, so that different bytes are different texts.
    const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    const known = kept.peek(key);
    if (known !== undefined) return known;
    const row = mongoose.mongo.BSON.deserialize(bytes) as Row;
    kept.set(key, row, { size: key.length });
    return row;
  };
};
