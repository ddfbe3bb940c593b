// Rows that are decoded once: each row of bytes is what the driver would make of it, however alike two are.
import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { openRowsByBytes } from '../../../src/store/feed/rows-by-bytes.ts';

type Row = { _id: string; sequence: number; thing: string | null };
const { serialize } = mongoose.mongo.BSON;

/** As the driver hands them over: a part of a larger answer. */
const within = (row: Row): Uint8Array => {
  const bytes = serialize(row);
  const answer = Buffer.alloc(bytes.length + 40, 0x7f);
  answer.set(bytes, 20);
  return answer.subarray(20, 20 + bytes.length);
};

test('the same bytes are one row, and other bytes are another', () => {
  const rowOf = openRowsByBytes<Row>();
  const row = { _id: 'Ünïcode \u0000\u2028 \u{1f514}.1.*', sequence: 7, thing: null };
  const first = rowOf(within(row));
  expect(first).toEqual(row);
  expect(rowOf(within(row))).toBe(first);
  for (const other of [
    { ...row, sequence: 8 },
    { ...row, thing: '' },
    { ...row, _id: `${row._id} ` },
  ])
    expect(rowOf(within(other))).toEqual(other);
  expect(rowOf(within(row))).toBe(first);
});

test('rows are bounded in bytes, and one that was dropped is decoded again', () => {
  const one = { _id: 'one', sequence: 1, thing: null };
  const rowOf = openRowsByBytes<Row>(serialize(one).length);
  const first = rowOf(within(one));
  expect(rowOf(within({ ...one, _id: 'two' }))._id).toBe('two');
  const again = rowOf(within(one));
  expect(again).toEqual(one);
  expect(again).not.toBe(first);
});
