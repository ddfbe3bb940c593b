// The caches of query texts and compiled operations are bounded, and frequently used entries stay.

import { makeExecutableSchema } from '@graphql-tools/schema';
import { expect, test } from '@jest/globals';
import { readConfig } from '../../../src/config/config.ts';
import { openDocuments } from '../../../src/graphql/documents.ts';
import { openRowBytes } from '../../../src/graphql/row-bytes.ts';
import { openContentCache } from '../../../src/store/content/content-cache.ts';

const limits = { ...readConfig({}).limits, queryBytes: 100_000 };

test('a thousand texts are kept, and the least recently used goes first', () => {
  const schema = makeExecutableSchema({ typeDefs: 'type Query { a: Int }' });
  const documents = openDocuments(schema, limits);
  const textOf = (number: number): string => `query Q${number} { a }`;
  const first = documents.read(textOf(0));
  expect(first).toMatchObject({ ok: true });
  for (let number = 1; number < 1_000; number += 1) documents.read(textOf(number));
  expect(documents.read(textOf(0))).toEqual(first);
  documents.read(textOf(1_000));
  expect([0, 1, 2, 1_000].map((number) => documents.isKnown(textOf(number)))).toEqual([
    true,
    false,
    true,
    true,
  ]);
});

test('a text is read once, however long it is, within a budget of bytes for all of them', () => {
  const schema = makeExecutableSchema({ typeDefs: 'type Query { a(text: String): Int }' });
  const documents = openDocuments(schema, { ...limits, queryBytes: 4 * 1024 * 1024 });
  const textOf = (number: number, length: number): string => `{ a(text: "${number} ${'x'.repeat(length)}") }`;
  const long = textOf(0, 90_000);
  const read = documents.read(long);
  expect([read.ok, documents.isKnown(long)]).toEqual([true, true]);
  expect(documents.read(long)).toEqual(read);
  // Two bytes a character: sixteen of these fill the 64 MB, and push out what was used longest ago.
  const large = Array.from({ length: 17 }, (_, number) => textOf(number, 2 * 1024 * 1024 - 4_096));
  for (const text of large) expect(documents.read(text).ok).toBe(true);
  expect([long, ...large].map((text) => documents.isKnown(text))).toEqual([
    false,
    false,
    ...Array(16).fill(true),
  ]);
});

test('rendered rows are bounded in bytes over all parts together; the oldest goes first', () => {
  const rows = openRowBytes(10);
  const [one, other] = [rows.open(), rows.open()];
  const [first, second] = [one.keyOf('a', 1, null), other.keyOf('a', 1, null)];
  one.put(first, Buffer.from('xxxxx'));
  other.put(second, Buffer.from('yyyyy'));
  expect([String(one.get(first)), String(other.get(second))]).toEqual(['xxxxx', 'yyyyy']);
  one.put(one.keyOf('b'), Buffer.alloc(0));
  const left = [one.get(first), String(other.get(second)), one.get(one.keyOf('b'))?.length];
  expect(left).toEqual([undefined, 'yyyyy', 0]);
  one.put(one.keyOf('c'), Buffer.alloc(11));
  expect(one.get(one.keyOf('c'))).toBeUndefined();
});

test('version contents are bounded in characters of their text', () => {
  const key = (version: number) => ({ warning: 'w', version });
  const text = (version: number): string =>
    `{"envelope":{"publisher":"${version}","audience":{"alternatives":[],"excludes":[]},"cascade":[]},"card":{"version":${version},"updatedAt":"2026-01-01T00:00:00.000Z"}}`;
  const cache = openContentCache(2 * text(1).length);
  const content = (version: number) => ({
    access: {
      publisher: String(version),
      audience: { alternatives: [], excludes: [] },
      cascade: [],
      issuedMs: Date.UTC(2026, 0, 1),
    },
    summary: { version, updatedAt: '2026-01-01T00:00:00.000Z', sectorsConcerned: [], countriesConcerned: [] },
  });
  for (const version of [1, 2, 3]) cache.put(key(version), text(version));
  expect([1, 2, 3].map((version) => cache.get(key(version)))).toEqual([undefined, content(2), content(3)]);
  cache.put(key(2), text(2));
  expect(cache.get(key(3))).toEqual(content(3));
});
