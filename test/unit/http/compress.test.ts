// Which answers are compressed, at n - 1, n and n + 1 of each bound; that a length tells no guess, and nothing of chance.
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import type { Reply } from '../../../src/http/answer.ts';
import { COMPRESSION, openCompression } from '../../../src/http/graphql/compress.ts';

const JSON_TYPE = 'application/graphql-response+json; charset=utf-8';
const asking = (coding?: string) => ({ headers: coding === undefined ? {} : { 'accept-encoding': coding } });
const GZIP = asking('gzip, deflate, br, zstd');
const replyOf = (body: string, type = JSON_TYPE): Reply => ({ status: 200, type, body });
const long = (bytes: number): string => `{"a":"${'b'.repeat(bytes - 8)}"}`;

const codingOf = ({ headers }: Reply) => headers?.['content-encoding'] ?? null;
const varyOf = ({ headers }: Reply) => headers?.['vary'] ?? null;
const textOf = (reply: Reply): string =>
  String(codingOf(reply) === 'gzip' ? gunzipSync(reply.body) : Buffer.from(reply.body));

test.each([
  [COMPRESSION.least - 1, null],
  [COMPRESSION.least, 'gzip'],
  [COMPRESSION.least + 1, 'gzip'],
  [COMPRESSION.most - 1, 'gzip'],
  [COMPRESSION.most, 'gzip'],
  [COMPRESSION.most + 1, null],
])('of %i bytes: %s', async (bytes, coding) => {
  const sent = await openCompression().of(GZIP, replyOf(long(bytes)));
  expect(codingOf(sent)).toBe(coding);
  expect(textOf(sent)).toBe(long(bytes));
});

test('length counts as it is sent, in bytes', async () => {
  const body = `{"a":"${'é'.repeat(COMPRESSION.least / 2)}"}`;
  expect(body.length).toBeLessThan(COMPRESSION.least);
  const sent = await openCompression().of(GZIP, replyOf(body));
  expect([codingOf(sent), textOf(sent)]).toEqual(['gzip', body]);
});

test.each([
  ['gzip', 'gzip'],
  ['br, gzip;q=0.1', 'gzip'],
  ['*', 'gzip'],
  ['GZIP', 'gzip'],
  ['identity, gzip;q=0.5', null],
  ['gzip;q=0', null],
  ['br', null],
  ['', null],
  [undefined, null],
])('asked with %p: %s, and caches are told that it depends', async (coding, expected) => {
  const sent = await openCompression().of(asking(coding), replyOf(long(COMPRESSION.least)));
  expect([codingOf(sent), varyOf(sent)]).toEqual([expected, 'accept-encoding']);
  expect(textOf(sent)).toBe(long(COMPRESSION.least));
});

test('an answer that cannot be packed is sent as it is, and the next one is packed', async () => {
  let fails = true;
  const compression = openCompression(async (body) => {
    if (fails) throw new Error('no memory');
    return gzipSync(body);
  });
  const first = await compression.of(GZIP, replyOf(long(COMPRESSION.atOnce)));
  expect([codingOf(first), textOf(first)]).toEqual([null, long(COMPRESSION.atOnce)]);
  fails = false;
  const both = Array.from({ length: 2 }, () => compression.of(GZIP, replyOf(long(COMPRESSION.atOnce / 2))));
  expect((await Promise.all(both)).map(codingOf)).toEqual(['gzip', 'gzip']);
});

test('an event of a stream is sent as it is', async () => {
  const reply = replyOf(long(COMPRESSION.least), 'text/event-stream; charset=utf-8');
  expect(await openCompression().of(GZIP, reply)).toBe(reply);
});

test('at once no more than its bound, and one alone whatever its length; what comes meanwhile goes as it is', async () => {
  const compression = openCompression();
  const send = (bytes: number): Promise<Reply> => compression.of(GZIP, replyOf(long(bytes)));
  const half = COMPRESSION.atOnce / 2;
  const codings = async (...sizes: readonly number[]) => (await Promise.all(sizes.map(send))).map(codingOf);
  expect(await codings(half, half - 1, COMPRESSION.least)).toEqual(['gzip', 'gzip', null]);
  expect(await codings(half, half, COMPRESSION.least)).toEqual(['gzip', 'gzip', null]);
  expect(await codings(half, half + 1, COMPRESSION.least)).toEqual(['gzip', null, 'gzip']);
  expect(await codings(COMPRESSION.most, COMPRESSION.least)).toEqual(['gzip', null]);
});

test('one content has one length, of which a secret part is no matter of the content', async () => {
  const texts = Array.from(
    { length: 40 },
    (_, index) => `{"guess":"${index}","a":"${'b'.repeat(COMPRESSION.least)}"}`,
  );
  const lengths = async (): Promise<number[]> => {
    const compression = openCompression();
    const twice = async (text: string): Promise<number> => {
      const [one, other] = [
        await compression.of(GZIP, replyOf(text)),
        await compression.of(GZIP, replyOf(text)),
      ];
      expect(one.body).toEqual(other.body);
      expect(textOf(one)).toBe(text);
      return one.body.length - gzipSync(text, { level: 3 }).length;
    };
    return Promise.all(texts.map(twice));
  };
  const [first, second] = [await lengths(), await lengths()];
  for (const added of [...first, ...second]) {
    expect(added).toBeGreaterThan(0);
    expect(added).toBeLessThanOrEqual(128);
  }
  expect(new Set(first).size).toBeGreaterThan(10);
  // Another process has another secret.
  expect(second).not.toEqual(first);
});
