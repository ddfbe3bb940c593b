// The catalogue of codes against the source, the tests and docs/errors.md: no other code is used, none in it is unused, and
// a test expects each.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { CloseCode } from 'graphql-ws';
import {
  CODE_SECTIONS,
  entryOf,
  messageOf,
  type ProblemCode,
  titleOf,
} from '../../src/domain/problem-codes/catalogue.ts';
import { codesInSource, type FoundCode, wordsInTests } from './error-codes.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const page = readFileSync(path.join(ROOT, 'docs/errors.md'), 'utf8');
const codes = Object.values(CODE_SECTIONS).flatMap((section) => Object.keys(section)) as ProblemCode[];
const catalogue: ReadonlySet<string> = new Set(codes);

let found: ReadonlyMap<string, FoundCode>;
beforeAll(() => {
  found = codesInSource(catalogue);
});

/** For a state that cannot occur: every problem has a code. */
const NEVER_EXPECTED = ['REFUSED'];

describe('the catalogue of codes', () => {
  test('has each code in one section only', () => {
    expect(codes.length).toBeGreaterThan(200);
    expect(codes.length).toBe(catalogue.size);
  });

  test('the source is read: codes of every module that produces any', () => {
    const files = new Set([...found.values()].flatMap((each) => [...each.files]));
    for (const module of ['domain', 'policy', 'exchange', 'service', 'graphql', 'http', 'cli']) {
      expect([...files].filter((file) => file.startsWith(`src/${module}/`))).not.toEqual([]);
    }
    expect([...files].filter((file) => file.startsWith('packages/stix2-ts/'))).not.toEqual([]);
    expect(found.get('CUSTOM_TYPE')?.levels).toEqual(new Set(['kept']));
  });

  test('has every code that a client may meet', () => {
    expect([...found.keys()].filter((code) => !catalogue.has(code)).sort()).toEqual([]);
  });

  test('has no unused code', () => {
    const unused = codes.filter((code) => !found.has(code)).sort();
    expect(unused).toEqual([]);
  });

  test('a test expects each code', () => {
    const words = wordsInTests();
    expect(codes.filter((code) => !words.has(code) && !NEVER_EXPECTED.includes(code)).sort()).toEqual([]);
  });

  test('has for each a cause, a remedy, a title and a message', () => {
    for (const code of codes) {
      const { reportedAs, where, wrong, remedy } = entryOf(code);
      for (const text of [where, wrong, remedy]) {
        expect([code, text.length > 2, /[|\n]/.test(text)]).toEqual([code, true, false]);
      }
      if (typeof reportedAs === 'number')
        expect([
          code,
          (reportedAs >= 400 && reportedAs < 600) ||
            (reportedAs === 200 && code.startsWith('PERSISTED_QUERY_')),
        ]).toEqual([code, true]);
      expect(titleOf(code)).toMatch(/^[A-Z][a-z0-9 ]+$/);
      // Clients of persisted queries recognise this one by its message.
      if (code !== 'PERSISTED_QUERY_MISMATCH') expect(messageOf(code)).toMatch(/^[A-Z`].*\S$/);
    }
    expect(titleOf('NOT_FOUND')).toBe('Not found');
  });

  test('says whether a finding is refused or kept, as in the source', () => {
    const wrong = [...found].flatMap(([code, { levels }]) => {
      const said = catalogue.has(code) ? String(entryOf(code as ProblemCode).reportedAs).split(' or ') : [];
      return [...levels].every((level) => said.includes(level))
        ? []
        : [`${code} is ${[...levels].join(' or ')}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('docs/errors.md', () => {
  test('has one row for each code', () => {
    const rows = [...page.matchAll(/^\| `([A-Z0-9_]+)` \|/gm)].map(([, code]) => code);
    expect([...rows].sort()).toEqual([...codes].sort());
  });

  test('lists what closes a WebSocket', () => {
    const own = globSync('src/http/**/*.ts', { cwd: ROOT }).flatMap((file) =>
      [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/^const CLOSE_\w+ = (\d{4});$/gm)].map(
        (match) => Number(match[1]),
      ),
    );
    expect(own.length).toBeGreaterThan(1);
    const protocol = Object.values(CloseCode).filter((value) => typeof value === 'number');
    expect(protocol.length).toBeGreaterThan(8);
    const closing = page.split('\n').filter((line) => /^\| \d{4}/.test(line));
    const listed = closing.flatMap((line) => (line.split('|')[1] ?? '').split(',').map(Number));
    expect([...listed].sort()).toEqual([...new Set([...own, ...protocol])].sort());
  });
});
