// However a person is written, it is the same one: by id, in full, or by the name alone in the own organisation.
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
