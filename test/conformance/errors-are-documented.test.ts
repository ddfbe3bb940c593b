// docs/errors.md says of every stable code what was wrong and what to do: none is missing, none is left over, and each
// stands there with the HTTP status and the level that the source gives it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { CloseCode } from 'graphql-ws';
import { collectCodes, type FoundCode } from './error-codes.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const page = readFileSync(path.join(ROOT, 'docs/errors.md'), 'utf8');

/** The cells of each row of a table whose first cell is a code. */
const rows = page
  .split('\n')
  .filter((line) => /^\| `[A-Z0-9_]+` \|/.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
const whereOf = new Map(rows.map(([code, where]) => [(code ?? '').replaceAll('`', ''), where ?? '']));

let found: ReadonlyMap<string, FoundCode>;
beforeAll(() => {
  found = collectCodes();
});

describe('docs/errors.md', () => {
  test('the source was read: codes of every room that makes any', () => {
    expect(found.size).toBeGreaterThan(180);
    const files = new Set([...found.values()].flatMap((each) => [...each.files]));
    for (const room of ['domain', 'policy', 'stix', 'exchange', 'service', 'graphql', 'http', 'cli']) {
      expect([...files].filter((file) => file.startsWith(`src/${room}/`))).not.toEqual([]);
    }
    expect(found.get('QUERY_TOO_LARGE')?.statuses).toEqual(new Set([413]));
    expect(found.get('CUSTOM_TYPE')?.levels).toEqual(new Set(['kept']));
  });

  test('has every code that a client may meet', () => {
    expect([...found.keys()].filter((code) => !whereOf.has(code)).sort()).toEqual([]);
  });

  test('has no code that is gone, and none twice', () => {
    expect([...whereOf.keys()].filter((code) => !found.has(code)).sort()).toEqual([]);
    expect(rows.length).toBe(whereOf.size);
  });

  test('says of each where, what was wrong and what to do', () => {
    expect(rows.filter((cells) => cells.length !== 4 || cells.some((cell) => cell.length < 3))).toEqual([]);
  });

  test('gives the HTTP status that the source gives', () => {
    const wrong = [...found].flatMap(([code, { statuses }]) =>
      [...statuses]
        .filter((status) => !new RegExp(`\\b${status}\\b`).test(whereOf.get(code) ?? ''))
        .map((status) => `${code} is told with ${status}`),
    );
    expect(wrong).toEqual([]);
    const withStatus = [...found.values()].filter(({ statuses }) => statuses.size > 0);
    expect(withStatus.length).toBeGreaterThan(30);
  });

  test('says whether a finding is refused or kept', () => {
    const wrong = [...found].flatMap(([code, { levels }]) => {
      const said = whereOf.get(code)?.split(',')[0]?.split(' or ') ?? [];
      const isSaid = [...levels].every((level) => said.includes(level));
      return isSaid ? [] : [`${code} is ${[...levels].join(' or ')}`];
    });
    expect(wrong).toEqual([]);
  });

  test('tells what closes a WebSocket', () => {
    const source = readFileSync(path.join(ROOT, 'src/http/websocket.ts'), 'utf8');
    const own = [...source.matchAll(/^const CLOSE_\w+ = (\d{4});$/gm)].map((match) => Number(match[1]));
    expect(own.length).toBeGreaterThan(2);
    const protocol = Object.values(CloseCode).filter((value) => typeof value === 'number');
    expect(protocol.length).toBeGreaterThan(8);
    const closing = page.split('\n').filter((line) => /^\| \d{4}/.test(line));
    const told = closing.flatMap((line) => (line.split('|')[1] ?? '').split(',').map(Number));
    expect([...told].sort()).toEqual([...new Set([...own, ...protocol])].sort());
  });
});
