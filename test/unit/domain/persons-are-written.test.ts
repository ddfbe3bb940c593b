// However a person is written, it is the same one: by id, in full, or by the name alone in the own organisation.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { personWritten } from '../../../src/domain/directory.ts';

const ana = { id: 'p1', name: 'Ana' };
const other = { id: 'p2', name: 'Another' };
const directory = {
  persons: new Map([ana, other].map((each) => [each.id, each])),
  byHandle: new Map([
    ['grid/m.silva', ana],
    ['rail/m.silva', other],
  ]),
} as never;

test.each([
  ['p1', 'grid', ana],
  ['grid/m.silva', null, ana],
  ['Grid/M.Silva ', 'rail', ana],
  ['m.silva', 'grid', ana],
  ['m.silva', 'rail', other],
  ['m.silva', null, undefined],
  ['silva', 'grid', undefined],
  ['', 'grid', undefined],
])('%p of %p', (written, slug, found) => {
  expect(personWritten(directory, written, slug)).toBe(found);
});

const SOURCES = path.join(import.meta.dirname, '../../../src');

/** Where a handle is looked up in another way: whoever is restored types its whole name, and a link of the sample has one. */
const OTHERS = [
  'domain/directory.ts',
  'service/credential/recovery/recover.ts',
  'service/credential/sample-link.ts',
];

test('nothing else looks a person up by what somebody typed', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const looking = files.filter((name) =>
    /\bbyHandle\s*(?:\.get\b|\})/.test(readFileSync(path.join(SOURCES, name), 'utf8')),
  );
  expect(looking.map((name) => name.split(path.sep).join('/')).sort()).toEqual(OTHERS);
});
