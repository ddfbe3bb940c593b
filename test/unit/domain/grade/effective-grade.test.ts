// The effective grade: never lower than the publisher's, raised only by what is known to be exploited, and in the order in
// which a person should look.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  byGrade,
  effectiveGradeOf,
  gradeOf,
  isHigher,
  type Stated,
  storedGrade,
} from '../../../../src/domain/grade/effective-grade.ts';
import { CERTAINTIES, MESSAGE_TYPES, SEVERITIES, URGENCIES } from '../../../../src/domain/warning.ts';
import { seed } from '../../../support/seed.ts';

const stated: fc.Arbitrary<Stated> = fc.record({
  kind: fc.constantFrom('WARNING', 'PRACTICE'),
  messageType: fc.constantFrom(...MESSAGE_TYPES),
  urgency: fc.constantFrom(...URGENCIES),
  certainty: fc.constantFrom(...CERTAINTIES),
});
const exploited = fc.array(
  fc.record({
    cve: fc.integer({ min: 1_000, max: 9_999 }).map((number) => `CVE-2026-${number}`),
    since: fc.constantFrom('2026-01-01', '2025-06-30', '2021-11-03'),
  }),
  { maxLength: 5 },
);

test('it is never lower than what the publisher states, and higher only with a reason that names a CVE', () => {
  fc.assert(
    fc.property(stated, exploited, (own, known) => {
      const grade = effectiveGradeOf(own, known);
      expect(isHigher(own, grade)).toBe(false);
      expect(isHigher(grade, own)).toBe(grade.because !== null);
      if (grade.because !== null) expect(known.some(({ cve }) => grade.because?.includes(cve))).toBe(true);
      // What is stored is what is read.
      expect(gradeOf(storedGrade(grade), own)).toEqual(grade);
      expect(gradeOf({}, own)).toMatchObject({
        urgency: own.urgency,
        certainty: own.certainty,
        because: null,
      });
    }),
    { seed: seed() },
  );
});

test('what is known to be exploited is immediate and observed, unless its publisher knows better', () => {
  const known = [{ cve: 'CVE-2026-1000', since: '2026-01-01' }];
  const warning = {
    kind: 'WARNING',
    messageType: 'ALERT',
    urgency: 'FUTURE',
    certainty: 'POSSIBLE',
  } as const;
  expect(effectiveGradeOf(warning, known)).toEqual({
    urgency: 'IMMEDIATE',
    certainty: 'OBSERVED',
    because: 'Known to be exploited: CVE-2026-1000 since 2026-01-01 (CISA KEV).',
  });
  for (const better of [
    { urgency: 'PAST' },
    { certainty: 'UNLIKELY' },
    { messageType: 'CANCEL' },
    { kind: 'PRACTICE' },
  ] as const)
    expect(effectiveGradeOf({ ...warning, ...better }, known).because).toBeNull();
});

test('the reason names the newest entries first, and counts the rest', () => {
  const known = ['2024-01-01', '2026-02-02', '2025-03-03'].map((since, index) => ({
    cve: `CVE-2026-100${index}`,
    since,
  }));
  const warning = {
    kind: 'WARNING',
    messageType: 'ALERT',
    urgency: 'FUTURE',
    certainty: 'POSSIBLE',
  } as const;
  expect(effectiveGradeOf(warning, known).because).toBe(
    'Known to be exploited: CVE-2026-1001 since 2026-02-02, CVE-2026-1002 since 2025-03-03, and 1 more (CISA KEV).',
  );
});

test('urgency comes before severity, and severity before certainty', () => {
  const graded = fc.record({
    effectiveUrgency: fc.constantFrom(...URGENCIES),
    severity: fc.constantFrom(...SEVERITIES),
    effectiveCertainty: fc.constantFrom(...CERTAINTIES),
  });
  fc.assert(
    fc.property(fc.array(graded, { maxLength: 12 }), (all) => {
      const sorted = all.toSorted(byGrade);
      for (const [index, one] of sorted.entries()) {
        const next = sorted[index + 1];
        if (next !== undefined) expect(byGrade(one, next)).toBeLessThanOrEqual(0);
      }
      const first = sorted[0];
      if (all.some(({ effectiveUrgency }) => effectiveUrgency === 'IMMEDIATE'))
        expect(first?.effectiveUrgency).toBe('IMMEDIATE');
    }),
    { seed: seed() },
  );
});
