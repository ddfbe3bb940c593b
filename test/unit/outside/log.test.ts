// The log holds events, ids and locations in our source, never the content that an error carries (I11).
import { expect, test } from '@jest/globals';
import { openLog } from '../../../src/outside/log.ts';

const SECRET = 'Breakers of substation Nine';

/** What a log writes for these fields, as text and as JSON. */
const lineOf = (fields: object) => {
  const lines: string[] = [];
  openLog('info', 'test', { write: (line) => lines.push(line) }).error(fields, 'it failed');
  expect(lines.length).toBe(1);
  return { text: lines[0] ?? '', json: JSON.parse(lines[0] ?? '') };
};

test('a driver’s error is logged without the failed document and without its key’s values', () => {
  const message = `E11000 duplicate key error collection: t.warnings index: a_1 dup key: { a: "${SECRET}" }`;
  const document = { _id: 1, content: SECRET };
  const error = Object.assign(new Error(message), {
    name: 'MongoBulkWriteError',
    code: 11_000,
    writeErrors: [{ err: { op: document } }],
    result: { insertedIds: [document] },
    keyValue: { a: SECRET },
  });
  const { text, json } = lineOf({ err: error, requestId: 'r-1' });
  expect(text).not.toContain(SECRET);
  expect(json).toMatchObject({
    part: 'test',
    requestId: 'r-1',
    err: { type: 'MongoBulkWriteError', code: 11_000 },
  });
  expect(json.err.message).toBe('E11000 duplicate key error collection: t.warnings index: a_1 dup key: …');
  expect(json.err.stack.length).toBeGreaterThan(0);
});

test('a parser’s error is logged without the text that it quotes, its causes too', () => {
  let parsing: unknown;
  try {
    JSON.parse(SECRET);
  } catch (error) {
    parsing = error;
  }
  const error = new Error(`cannot read "${SECRET}" of 'it'`, { cause: parsing });
  const { text, json } = lineOf({ err: error });
  expect(text).not.toContain(SECRET);
  expect(text).not.toContain('Breakers');
  expect(json.err).toMatchObject({ type: 'Error', cause: { type: 'SyntaxError' } });
});

test('a thrown non-error is not logged, nor is a message that looks like a location', () => {
  expect(lineOf({ err: SECRET }).text).not.toContain(SECRET);
  const { json } = lineOf({ err: new Error(`plain\n    at ${SECRET}`) });
  expect(json.err.stack.join()).not.toContain(SECRET);
});

test('fields named as secrets are redacted', () => {
  const { text } = lineOf({ request: { authorization: SECRET, headline: SECRET, body: SECRET } });
  expect(text).not.toContain(SECRET);
});
