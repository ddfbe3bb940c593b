// The hub's sectors: well formed, and navigable up and down.
import { describe, expect, test } from '@jest/globals';
import {
  isSector,
  SECTORS,
  sectorAndAncestors,
  sectorAndDescendants,
  sectorById,
} from '../../../src/domain/sector.ts';

const STIX_WORDS = new Set(
  (
    'agriculture aerospace automotive chemical commercial communications construction defense education energy ' +
    'entertainment financial-services government emergency-services government-local government-national ' +
    'government-public-services government-regional healthcare hospitality-leisure infrastructure dams nuclear water ' +
    'insurance legal manufacturing mining non-profit pharmaceuticals retail technology telecommunications ' +
    'transportation utilities'
  ).split(' '),
);

describe('the sectors of the hub', () => {
  test('ids are unique, and every parent is a sector itself', () => {
    const ids = SECTORS.map((sector) => sector.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, parent } of SECTORS) {
      expect(id).toMatch(/^[a-z-]+(\/[a-z-]+)?$/);
      expect(parent === null || isSector(parent)).toBe(true);
    }
  });

  test('each has words of the industry-sector vocabulary', () => {
    for (const { id, stix } of SECTORS) {
      expect([id, stix.filter((word) => !STIX_WORDS.has(word))]).toEqual([id, []]);
      expect(stix.length).toBeGreaterThan(0);
    }
  });

  test('a subsector knows its whole, and a sector its parts', () => {
    expect(sectorAndAncestors('energy/electricity')).toEqual(['energy/electricity', 'energy']);
    expect(sectorAndAncestors('health')).toEqual(['health']);
    expect(sectorAndDescendants('transport')).toEqual([
      'transport',
      'transport/air',
      'transport/rail',
      'transport/water',
      'transport/road',
    ]);
    expect(sectorById('nuclear')?.name).toBe('Nuclear');
  });

  test('an unknown id yields nothing', () => {
    for (const id of ['', 'Energy', 'energy/', 'energy/electricity/x', '__proto__']) {
      expect(isSector(id)).toBe(false);
      expect(sectorAndAncestors(id)).toEqual([]);
      expect(sectorAndDescendants(id)).toEqual([]);
    }
  });
});
