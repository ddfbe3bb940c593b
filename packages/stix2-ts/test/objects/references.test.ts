import { expect, test } from '@jest/globals';
import { markingReferencesOf, referencesOf } from '../../src/references.ts';

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
