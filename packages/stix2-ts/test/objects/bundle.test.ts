import { expect, test } from '@jest/globals';
import { bundleOf } from '../../src/bundle.ts';
import { tlpMarkingObject } from '../../src/marking/tlp.ts';
import { validateBundle } from '../../src/validate.ts';

test('each bundle has a new id and no empty list', () => {
  const bundle = bundleOf([tlpMarkingObject('GREEN')]);
  expect(validateBundle(bundle)).toMatchObject({ objects: [tlpMarkingObject('GREEN')], findings: [] });
  expect(bundleOf([]).id).not.toBe(bundle.id);
  expect('objects' in bundleOf([])).toBe(false);
});
