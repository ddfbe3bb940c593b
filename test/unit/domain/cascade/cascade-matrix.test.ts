// The default matrix: every edge joins sectors of the hub, and some known grades.
import { describe, expect, test } from '@jest/globals';
import { DEFAULT_DEPENDENCIES, DEFAULT_MATRIX } from '../../../../src/domain/cascade/cascade-matrix.ts';
import { isSector } from '../../../../src/domain/sector.ts';

const strength = (from: string, to: string) =>
  DEFAULT_DEPENDENCIES.find((edge) => edge.from === from && edge.to === to)?.strength ?? 0;

describe('the default dependency matrix', () => {
  test('is labelled as judgement', () => {
    expect(DEFAULT_MATRIX.label).toContain('not published data');
  });

  test('joins sectors of the hub, none with itself, no edge twice, each with a buffer', () => {
    const pairs = DEFAULT_DEPENDENCIES.map((edge) => `${edge.from} ${edge.to}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const { from, to, bufferHours } of DEFAULT_DEPENDENCIES) {
      expect(isSector(from) && isSector(to) && from !== to).toBe(true);
      expect(bufferHours.min).toBeLessThan(bufferHours.max);
    }
  });

  test('holds the intended grades', () => {
    expect(strength('energy/electricity', 'health')).toBe(0.8);
    expect(strength('drinking-water', 'health')).toBe(0.8);
    expect(strength('energy/electricity', 'energy/electricity')).toBe(0);
    expect(strength('telecom', 'energy/electricity')).toBe(0.5);
    expect(strength('drinking-water', 'transport')).toBe(0);
    expect(strength('banking', 'emergency-and-public-safety')).toBe(0);
    expect(strength('transport', 'food')).toBe(0.8);
    expect(strength('public-administration', 'waste-water')).toBe(0.2);
    expect(strength('energy/electricity', 'energy/gas')).toBe(0.8);
    expect(strength('telecom', 'ict-services')).toBe(0);
    expect(DEFAULT_DEPENDENCIES.find((edge) => edge.to === 'health')?.bufferHours).toEqual({
      min: 24,
      max: 72,
    });
  });
});
