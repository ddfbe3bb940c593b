// Who is hit through a dependency, how hard and how soon (I9 for what it may reveal).
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fittingAlternative } from '../../../../src/domain/audience.ts';
import {
  type CascadeInput,
  cascadeOf,
  type DeclaredDependency,
  type SectorDependency,
} from '../../../../src/domain/cascade/cascade.ts';
import { DEFAULT_DEPENDENCIES } from '../../../../src/domain/cascade/cascade-matrix.ts';
import type { Member } from '../../../../src/domain/member.ts';
import { runs, seed } from '../../../support/seed.ts';
import { alternatives, memberOf, plainMember, tlps } from '../../policy/world.ts';

const edge = (
  from: string,
  to: string,
  strength: number,
  min: number | null = 1,
  redundancy = 0,
): SectorDependency => ({
  from,
  to,
  strength,
  redundancy,
  bufferHours: min === null ? null : { min, max: 99 },
  source: 'default',
});
const needs = (
  dependent: string,
  provider: string,
  strength: number,
  redundancy = 0,
): DeclaredDependency => ({
  id: `${dependent}-${provider}`,
  provider: `member--${provider}`,
  dependent: `member--${dependent}`,
  service: 'electricity',
  strength,
  redundancy,
  bufferHours: 0.5,
});
const directory = (...members: readonly Member[]): ReadonlyMap<string, Member> =>
  new Map(members.map((member) => [member.id, member]));

const grid = plainMember('member--grid', { sectors: ['energy/electricity'] });
const clinic = plainMember('member--clinic', { sectors: ['health'] });
const lab = plainMember('member--lab', { sectors: ['research'] });

const linesOf = (input: Partial<CascadeInput>): string[] =>
  cascadeOf({
    audience: { alternatives: [{ sectors: ['energy/electricity'] }], excludes: [] },
    sectors: ['energy/electricity'],
    tlp: 'GREEN',
    dependencies: [],
    declared: [],
    members: directory(grid, clinic, lab),
    ...input,
  }).map(
    ({ to, grade, strength, path, hoursToEffect }) =>
      `${(to.members ?? to.sectors ?? []).join()} ${grade} ${strength} ${path.join('>')} ${hoursToEffect}`,
  );

describe('by the matrix', () => {
  const chain = [
    edge('energy/electricity', 'telecom', 0.8, 4),
    edge('telecom', 'health', 0.5, 24),
    edge('health', 'food', 1),
  ];

  test('grades the product, sums the buffers, stops after two steps', () => {
    expect(linesOf({ dependencies: chain })).toEqual([
      'telecom HIGH 0.8 energy/electricity>telecom 4',
      'health MEDIUM 0.4 energy/electricity>telecom>health 28',
    ]);
  });
  test('keeps the best of several ways, and its own buffers', () => {
    expect(linesOf({ dependencies: [...chain, edge('energy/electricity', 'health', 0.2, null)] })).toContain(
      'health MEDIUM 0.4 energy/electricity>telecom>health 28',
    );
    expect(linesOf({ dependencies: [...chain, edge('energy/electricity', 'health', 0.5, null)] })).toContain(
      'health HIGH 0.5 energy/electricity>health null',
    );
  });
  test('drops what is under 0.1 and is exact at each threshold', () => {
    const dependencies = [
      edge('energy/electricity', 'health', 0.8, 1, 0.375),
      edge('energy/electricity', 'food', 0.25),
      edge('energy/electricity', 'telecom', 0.2, 1, 0.5),
      edge('energy/electricity', 'banking', 0.099),
    ];
    expect(linesOf({ dependencies }).map((each) => each.split(' ').slice(0, 2).join(' '))).toEqual([
      'health HIGH',
      'food MEDIUM',
      'telecom LOW',
    ]);
  });
  test('goes from the whole to its parts, not from a part to the whole', () => {
    const whole = {
      audience: { alternatives: [{ sectors: ['energy'] }], excludes: [] },
      sectors: ['energy'],
    };
    expect(linesOf({ ...whole, dependencies: chain })).toHaveLength(2);
    expect(linesOf({ dependencies: [edge('energy', 'health', 0.8)] })).toEqual([]);
  });
  test('keeps countries and kinds, and derives nothing for a sector that is addressed', () => {
    const alternative = { sectors: ['energy', 'telecom'], countries: ['XA'], kinds: ['OPERATOR' as const] };
    const [reach, ...others] = cascadeOf({
      audience: { alternatives: [alternative], excludes: [] },
      sectors: ['energy/electricity'],
      tlp: 'CLEAR',
      dependencies: chain,
      declared: [],
      members: directory(),
    });
    expect(reach?.to).toEqual({ sectors: ['health'], countries: ['XA'], kinds: ['OPERATOR'] });
    expect(Object.keys(reach ?? {}).sort()).toEqual([
      'basis',
      'grade',
      'hoursToEffect',
      'path',
      'strength',
      'to',
    ]);
    expect(others).toEqual([]);
  });
  test('does not follow a closed group, nor a marking that dependents may not read', () => {
    for (const closed of [{ communities: ['isac'] }, { members: [grid.id] }, { persons: ['grid/ann'] }]) {
      const alternative = { sectors: ['energy/electricity'], ...closed };
      expect(
        linesOf({ audience: { alternatives: [alternative], excludes: [] }, dependencies: chain }),
      ).toEqual([]);
    }
    for (const tlp of ['AMBER', 'AMBER+STRICT', 'RED', 'UNKNOWN'] as const) {
      expect(linesOf({ tlp, dependencies: chain, declared: [needs('clinic', 'grid', 1)] })).toEqual([]);
    }
  });
  test('the default matrix: electricity hits health hard, after a day', () => {
    expect(linesOf({ dependencies: DEFAULT_DEPENDENCIES })).toContain(
      'health HIGH 0.8 energy/electricity>health 24',
    );
  });
});

describe('by declared edges', () => {
  const toHealth = edge('energy/electricity', 'health', 0.8, 24);
  const toGrid = { alternatives: [{ members: [grid.id] }], excludes: [] };

  test('reach the declaring member, also from a closed group, and its own dependents', () => {
    const declared = [needs('clinic', 'grid', 0.9), needs('lab', 'clinic', 0.5)];
    expect(linesOf({ audience: toGrid, declared })).toEqual([
      'member--clinic HIGH 0.9 member--grid>member--clinic 0.5',
      'member--lab MEDIUM 0.45 member--grid>member--clinic>member--lab 1',
    ]);
  });
  test('go on by the matrix from the sectors of the dependent, within an open alternative', () => {
    const declared = [needs('clinic', 'grid', 0.9)];
    const onward = [edge('health', 'food', 0.5)];
    expect(linesOf({ declared, dependencies: onward })).toContain(
      'food MEDIUM 0.45 member--grid>member--clinic>food 1.5',
    );
    for (const sectors of [{}, { sectors: ['energy/electricity'] }]) {
      const closed = { alternatives: [{ members: [grid.id], ...sectors }], excludes: [] };
      expect(linesOf({ audience: closed, declared, dependencies: onward })).toHaveLength(1);
    }
  });
  test('replace the default of that pair and come first; other defaults still hold', () => {
    const declared = [needs('clinic', 'grid', 0.2)];
    expect(linesOf({ declared, dependencies: [toHealth] })[0]).toBe(
      'member--clinic LOW 0.2 member--grid>member--clinic 0.5',
    );
    const other = edge('telecom', 'health', 0.5, 2);
    const sectors = ['energy/electricity', 'telecom'];
    const audience = { alternatives: [{ sectors }], excludes: [] };
    expect(linesOf({ audience, sectors, declared, dependencies: [toHealth, other] })[0]).toBe(
      'member--clinic HIGH 0.5 telecom>health 2',
    );
  });
  test('start only at addressed members, and never reach addressed or excluded ones', () => {
    expect(linesOf({ declared: [needs('clinic', 'lab', 1)] })).toEqual([]);
    const excludes = [clinic.id];
    const alternatives = [{ members: [grid.id] }];
    expect(linesOf({ audience: { alternatives, excludes }, declared: [needs('clinic', 'grid', 1)] })).toEqual(
      [],
    );
    expect(
      linesOf({ audience: { alternatives: [{}], excludes: [] }, declared: [needs('clinic', 'grid', 1)] }),
    ).toEqual([]);
  });
  test('cycles are harmless', () => {
    const declared = [needs('clinic', 'grid', 1), needs('grid', 'clinic', 1), needs('grid', 'grid', 1)];
    expect(linesOf({ audience: toGrid, declared })).toEqual([
      'member--clinic HIGH 1 member--grid>member--clinic 0.5',
    ]);
    const back = [toHealth, edge('health', 'health', 1), edge('health', 'energy/electricity', 1)];
    expect(linesOf({ declared: [needs('grid', 'grid', 1)], dependencies: back })).toEqual([
      'health HIGH 0.8 energy/electricity>health 24',
    ]);
  });
});

test('in any world: graded by strength, at most two steps, no member twice, no addressed member', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const sector = fc.constantFrom('energy', 'energy/electricity', 'energy/gas', 'health', 'telecom');
  const worlds = fc.record({
    audience: fc.record({
      alternatives: fc.array(alternatives, { maxLength: 4 }),
      excludes: fc.constant([]),
    }),
    sectors: fc.array(sector, { maxLength: 3 }),
    tlp: tlps,
    dependencies: fc.array(
      fc.tuple(sector, sector, share).map(([from, to, s]) => edge(from, to, s)),
      { maxLength: 12 },
    ),
    declared: fc.array(
      fc
        .tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), share)
        .map(([to, from, s]) => needs(to, from, s)),
      { maxLength: 8 },
    ),
    members: fc.tuple(...ids.map((id) => memberOf(`member--${id}`))).map((all) => directory(...all)),
  });
  fc.assert(
    fc.property(worlds, (input) => {
      const reaches = cascadeOf(input);
      if (!['CLEAR', 'GREEN'].includes(input.tlp)) expect(reaches).toEqual([]);
      for (const { to, grade, strength, path } of reaches) {
        expect(strength).toBeGreaterThanOrEqual(0.1);
        expect(grade).toBe(strength >= 0.5 ? 'HIGH' : strength >= 0.25 ? 'MEDIUM' : 'LOW');
        expect([2, 3]).toContain(path.length);
        const recipients = input.members.get(to.members?.[0] ?? '');
        if (recipients !== undefined) expect(fittingAlternative(input.audience, recipients)).toBeNull();
      }
      expect(new Set(reaches.map(({ to }) => JSON.stringify(to))).size).toBe(reaches.length);
      expect(cascadeOf({ ...input, declared: input.declared.toReversed() })).toEqual(reaches);
    }),
    { seed: seed(), numRuns: runs(5_000) },
  );
});
