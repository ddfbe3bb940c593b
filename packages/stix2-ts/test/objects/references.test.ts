import { expect, test } from '@jest/globals';
import { identifiersIn, markingReferencesOf, referencesOf } from '../../src/references.ts';

test('finds references at any depth, markings separately', () => {
  const object = {
    type: 'file',
    created_by_ref: 'identity--1',
    object_marking_refs: ['marking-definition--1'],
    granular_markings: [{ marking_ref: 'marking-definition--2', selectors: ['name'] }],
    parent_directory_ref: 'directory--1',
    extensions: { 'archive-ext': { contains_refs: ['file--2', 'file--3'] } },
    body_multipart: [{ body_raw_ref: 'artifact--1' }],
    x_other_refs: ['x--1'],
    some_ref: 7,
  };
  expect(referencesOf(object)).toEqual([
    { path: 'created_by_ref', id: 'identity--1', property: 'created_by_ref' },
    { path: 'parent_directory_ref', id: 'directory--1', property: 'parent_directory_ref' },
    { path: 'extensions.archive-ext.contains_refs[0]', id: 'file--2', property: 'contains_refs' },
    { path: 'extensions.archive-ext.contains_refs[1]', id: 'file--3', property: 'contains_refs' },
    { path: 'body_multipart[0].body_raw_ref', id: 'artifact--1', property: 'body_raw_ref' },
    { path: 'x_other_refs[0]', id: 'x--1', property: 'x_other_refs' },
  ]);
  expect(markingReferencesOf(object).map((one) => one.path)).toEqual([
    'object_marking_refs[0]',
    'granular_markings[0].marking_ref',
  ]);
  expect(referencesOf('text')).toEqual([]);
  expect(markingReferencesOf({ object_marking_refs: 'x', granular_markings: [null] })).toEqual([]);
});

test('finds identifiers wherever they stand, each once and without its own', () => {
  const id = (type: string, digit: number): string => `${type}--0000000${digit}-0000-4000-8000-000000000000`;
  const object = {
    type: 'file',
    id: id('file', 0),
    created_by_ref: id('identity', 1),
    object_marking_refs: [id('marking-definition', 2)],
    granular_markings: [{ marking_ref: id('marking-definition', 2), selectors: ['name'] }],
    external_references: [{ source_name: 'partner', external_id: id('report', 3) }],
    extensions: { [id('extension-definition', 4)]: { sample: { of_ref: id('file', 5) }, name: 'x' } },
    description: `Seen with 7-${id('ipv4-addr', 6)}, (${id('url', 7)}), at 12--${id('mutex', 9)} and ${id('file', 0)}; not 12--${id('x', 8)}`,
    x_numbers: [1, null, true, '--', `ipv4-addr--0000000`],
  };
  expect(identifiersIn(object).sort()).toEqual(
    [
      id('identity', 1),
      id('marking-definition', 2),
      id('report', 3),
      id('extension-definition', 4),
      id('file', 5),
      id('ipv4-addr', 6),
      id('url', 7),
      id('mutex', 9),
    ].sort(),
  );
  expect(identifiersIn('text')).toEqual([]);
});

test('a hostile text takes linear time', () => {
  const [short, long] = [20_000, 200_000].map((length) => {
    const texts = ['-'.repeat(length), 'a-'.repeat(length / 2), 'a--'.repeat(length / 3)];
    const from = process.cpuUsage().user;
    for (const description of texts) identifiersIn({ description });
    return process.cpuUsage().user - from;
  }) as [number, number];
  expect(long).toBeLessThan(40 * Math.max(short, 1_000));
});
