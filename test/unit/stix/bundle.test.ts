import { expect, test } from '@jest/globals';
import { bundleOf } from 'stix2-ts/bundle';
import { tlpMarkingObject } from 'stix2-ts/marking';
import { validateBundle } from 'stix2-ts/validate';

test('a bundle has a new id each time and no empty list', () => {
  const bundle = bundleOf([tlpMarkingObject('GREEN')]);
  expect(validateBundle(bundle)).toEqual({ objects: [tlpMarkingObject('GREEN')], findings: [] });
  expect(bundleOf([]).id).not.toBe(bundle.id);
  expect('objects' in bundleOf([])).toBe(false);
});
