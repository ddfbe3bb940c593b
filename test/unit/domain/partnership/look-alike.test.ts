// Names that look alike are found whatever script, case or spacing they are written in; names that only resemble are not.
import { describe, expect, test } from '@jest/globals';
import { lookAlikeIn, skeletonOf } from '../../../../src/domain/partnership/look-alike.ts';

describe('names that look alike', () => {
  test.each([
    ['North Grid', 'Nоrth Grid', 'a Cyrillic o'],
    ['North Grid', 'Νοrth Grid', 'a Greek Nu and omicron'],
    ['north-grid', 'n0rth-grid', 'a zero'],
    ['north-grid', 'north-grld', 'an l for an i'],
    ['north-grid', 'NorthGrid', 'another case and no hyphen'],
    ['Vale Power', 'VaIe Power', 'a capital I for an l'],
    ['metro-rail', 'rnetro-rail', 'rn for m'],
    ['Wave Water', 'VVave Water', 'two v for a w'],
    ['Müller Energie', 'Muller Energie', 'no accent'],
    ['Harbour', 'Har\u200bbour', 'a space without width'],
    ['Ｆｕｌｌ', 'Full', 'wide letters'],
  ])('%s and %s: %s', (one, other) => {
    expect(skeletonOf(one)).toBe(skeletonOf(other));
  });
  test.each([
    ['North Grid', 'South Grid'],
    ['Unit 1', 'Unit 2'],
    ['日本電力', '関西電力'],
    ['Москва Вода', 'Минск Вода'],
  ])('%s and %s do not', (one, other) => {
    expect(skeletonOf(one)).not.toBe(skeletonOf(other));
  });
});

describe('a look-alike among those that are known', () => {
  const known = [{ slug: 'north-grid', name: 'Northern Transmission' }];
  test('is found by its slug or its name, whichever is given as which', () => {
    expect(lookAlikeIn({ slug: 'n0rth-grid', name: 'Other' }, known)).toBe(known[0]);
    expect(lookAlikeIn({ slug: 'other', name: 'NORTH GRID' }, known)).toBe(known[0]);
    expect(lookAlikeIn({ slug: 'northern-transrnission', name: 'Other' }, known)).toBe(known[0]);
    expect(lookAlikeIn({ slug: 'north-grid', name: 'Other' }, known)).toBe(known[0]);
  });
  test('is not one where nothing looks alike, nor by a name of signs alone', () => {
    expect(lookAlikeIn({ slug: 'south-grid', name: 'Southern' }, known)).toBeNull();
    expect(lookAlikeIn({ slug: 'a', name: '…' }, [{ slug: 'b', name: '!' }])).toBeNull();
  });
});
