// A reason of another member, as the publisher or a preview sees it, reveals nothing of its declarations (I9).
import { describe, expect, test } from '@jest/globals';
import type { Reason } from '../../../../src/domain/reason.ts';
import { visibleReason } from '../../../../src/policy/view.ts';
import { plainMember } from '../world.ts';

const clinic = plainMember('member--clinic');
const grid = plainMember('member--grid');
const declared: Reason = {
  kind: 'DEPENDENCY',
  rule: 'Your provider North Grid is hit; you declared that you depend on it (HIGH).',
  grade: 'HIGH',
  path: [grid.id, clinic.id],
  hoursToEffect: 0.5,
  basis: 'DECLARED',
};

describe('visibleReason', () => {
  test('keeps a declared edge for the member that declared it', () => {
    expect(visibleReason(declared, clinic)).toBe(declared);
  });
  test('withholds its path, time and sentence from all others, the provider too', () => {
    for (const reader of [grid, plainMember('member--other')]) {
      const seen = visibleReason(declared, reader);
      expect(seen).toMatchObject({ grade: 'HIGH', path: [], hoursToEffect: null });
      expect(seen.rule).not.toContain('North Grid');
      expect(visibleReason(seen, reader)).toEqual(seen);
    }
  });
  test('leaves the public matrix and the other reasons as they are', () => {
    const matrix: Reason = { ...declared, path: ['energy', 'health'], basis: 'DEFAULT_MATRIX' };
    expect(visibleReason(matrix, grid)).toBe(matrix);
    const own: Reason = { kind: 'OWN', rule: 'Your own organisation published it.' };
    expect(visibleReason(own, grid)).toBe(own);
  });
});
