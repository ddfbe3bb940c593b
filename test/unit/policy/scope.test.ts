// decide and scope agree: whenever decide allows, the tokens of row and reader intersect; and neither exceeds its limit.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../../src/policy/decide.ts';
import { readerTokens, rowTokens } from '../../../src/policy/scope.ts';
import { runs, seed } from '../../support/seed.ts';
import { actors, allAccess, plainAccess, plainActor, plainMember } from './world.ts';

const NOW = Date.parse('2026-03-01T00:00:00.000Z');

const meet = (row: readonly string[], reader: readonly string[]): boolean =>
  row.some((token) => reader.includes(token));

describe('scope', () => {
  test('never hides a row that decide would show, in any world', () => {
    const seen = { allowed: 0, overLimit: 0 };
    fc.assert(
      fc.property(actors, allAccess, (actor, access) => {
        const row = rowTokens(access);
        const reader = readerTokens(actor);
        // One expectation per world: expectations take most of this test's time.
        const kept = {
          row: row.length <= 200 && new Set(row).size === row.length,
          reader: reader.length <= 150 && new Set(reader).size === reader.length,
          isShown: !decide(actor, access, NOW).allowed || meet(row, reader),
        };
        expect(kept).toEqual({ row: true, reader: true, isShown: true });
        if (reader.some((token) => token.startsWith('coarse-sector:'))) seen.overLimit += 1;
        if (decide(actor, access, NOW).allowed) seen.allowed += 1;
      }),
      { seed: seed(), numRuns: runs(10_000) },
    );
    // The property proves something only where there are readable rows.
    expect(seen.allowed).toBeGreaterThan(runs(500));
    expect(seen.overLimit).toBeGreaterThan(runs(100));
  });

  test('a pair of sector and country is one token', () => {
    const row = rowTokens(
      plainAccess({
        audience: { alternatives: [{ sectors: ['health'], countries: ['XA'] }], excludes: [] },
      }),
    );
    const readerIn = (country: string) =>
      readerTokens(plainActor(plainMember('member--clinic', { sectors: ['health'], country })));
    expect(meet(row, readerIn('XA'))).toBe(true);
    expect(meet(row, readerIn('XB'))).toBe(false);
  });

  test('a product that is too large falls back to its sectors', () => {
    const countries = Array.from({ length: 201 }, (_, i) => `Z${i}`);
    const row = rowTokens(
      plainAccess({ audience: { alternatives: [{ sectors: ['health'], countries }], excludes: [] } }),
    );
    expect(row).toContain('sector:health');
    expect(row.length).toBeLessThan(10);
  });

  test('only readers who may read RED have person tokens', () => {
    const grid = plainMember('member--grid');
    const asks = (facts: object): boolean =>
      readerTokens(plainActor(grid, facts)).some((token) => token.startsWith('person:'));
    expect(asks({})).toBe(true);
    expect(asks({ person: null })).toBe(false);
    expect(asks({ roles: ['integrator'] })).toBe(false);
    expect(asks({ roles: ['hub-operator'] })).toBe(false);
  });

  test('a RED warning to very many persons is still found by each, and by no machine', () => {
    const persons = [...Array.from({ length: 400 }, (_, i) => `x${i}/cy`), 'grid/ann'];
    const access = plainAccess({ tlp: 'RED', audience: { alternatives: [{ persons }], excludes: [] } });
    const named = plainActor(plainMember('member--grid'));
    expect(decide(named, access, NOW).allowed).toBe(true);
    expect(meet(rowTokens(access), readerTokens(named))).toBe(true);
    expect(meet(rowTokens(access), readerTokens({ ...named, person: null }))).toBe(false);
  });

  test('an unknown marking leaves only its owner’s token', () => {
    const audience = { alternatives: [{}], excludes: [] };
    expect(rowTokens(plainAccess({ tlp: 'UNKNOWN', audience }))).toEqual(['owner:member--publisher']);
    expect(rowTokens(plainAccess({ tlp: 'RED', audience }))).toEqual(['owner:member--publisher']);
    expect(rowTokens(plainAccess({ tlp: 'CLEAR', audience }))).toEqual(['owner:member--publisher', '*']);
  });
});
