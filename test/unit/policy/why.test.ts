// The sentences that say why a reader has a warning: every part of them, and no more than the reader meets.
import { describe, expect, test } from '@jest/globals';
import type { Alternative } from '../../../src/domain/audience.ts';
import type { CascadeReach } from '../../../src/domain/envelope.ts';
import { MEMBER_KINDS } from '../../../src/domain/member.ts';
import {
  becauseAddressed,
  becauseClient,
  becauseDependent,
  becauseOwn,
  mayKnowPath,
  withheldDependency,
} from '../../../src/policy/why.ts';
import { plainEnvelope, plainMember } from './world.ts';

const grid = plainMember('member--grid', {
  name: 'North Grid',
  sectors: ['energy/electricity'],
  communities: ['isac', 'fusion'],
  countries: ['XB'],
});
const clinic = plainMember('member--clinic', { sectors: ['health'] });

const ruleOf = (...alternatives: Alternative[]): string =>
  becauseAddressed(plainEnvelope({ audience: { alternatives, excludes: [] } }), 0, grid).rule;

describe('addressed', () => {
  test.each<[Alternative, string]>([
    [{}, 'the whole partnership'],
    [{ members: [grid.id] }, 'by name'],
    [{ persons: ['grid/ann'] }, 'by name'],
    [{ communities: ['other', 'fusion', 'isac'] }, 'community fusion'],
    [{ sectors: ['health', 'energy'] }, 'sector energy'],
    [{ kinds: ['OPERATOR'] }, 'as an operator'],
    [{ countries: ['XC', 'XB'] }, 'in XB'],
    [
      {
        members: [grid.id],
        communities: ['isac'],
        sectors: ['energy/electricity'],
        kinds: ['OPERATOR', 'CSIRT'],
        countries: ['XA'],
      },
      'by name community isac sector energy/electricity as an operator in XA',
    ],
    // What is not met is not said.
    [{ communities: ['other'], sectors: ['health'], countries: ['XC'] }, 'the whole partnership'],
  ])('%j', (alternative, met) => {
    expect(ruleOf(alternative)).toBe(`You are addressed: ${met}.`);
  });

  test('under RED it is the person, whatever else the alternative says', () => {
    const audience = { alternatives: [{}, { persons: ['grid/ann'], sectors: ['energy'] }], excludes: [] };
    expect(becauseAddressed(plainEnvelope({ tlp: 'RED', audience }), 1, grid)).toEqual({
      kind: 'DIRECT',
      rule: 'You are addressed: by name, you as a person.',
      alternative: 1,
    });
  });

  test('the alternative is the one that is met', () => {
    const audience = {
      alternatives: [{ members: [grid.id] }, { kinds: ['OPERATOR' as const] }],
      excludes: [],
    };
    expect(becauseAddressed(plainEnvelope({ audience }), 1, grid)).toEqual({
      kind: 'DIRECT',
      rule: 'You are addressed: as an operator.',
      alternative: 1,
    });
    expect(becauseAddressed(plainEnvelope(), 0, grid).rule).toBe('You are addressed: the whole partnership.');
  });

  test('each kind of member has its words', () => {
    const words = MEMBER_KINDS.map(
      (kind) =>
        becauseAddressed(
          plainEnvelope({ audience: { alternatives: [{ kinds: [kind] }], excludes: [] } }),
          0,
          plainMember('member--x', { kind }),
        ).rule,
    );
    expect(Object.fromEntries(MEMBER_KINDS.map((kind, at) => [kind, words[at]]))).toEqual({
      AGENCY: 'You are addressed: as an agency.',
      CSIRT: 'You are addressed: as a CSIRT.',
      OPERATOR: 'You are addressed: as an operator.',
      SHARING_CENTRE: 'You are addressed: as a sharing centre.',
      STATE_CONTACT: 'You are addressed: as a State contact.',
      HUB: 'You are addressed: as a hub.',
    });
  });
});

test('its own, and through a provider', () => {
  expect(becauseOwn()).toEqual({ kind: 'OWN', rule: 'Your own organisation published it.' });
  expect(becauseClient(grid)).toEqual({
    kind: 'CLIENT',
    rule: 'Your provider North Grid is addressed; it declares you as its client.',
    provider: 'member--grid',
  });
});

describe('dependent', () => {
  const matrix: CascadeReach = {
    to: { sectors: ['health'] },
    grade: 'HIGH',
    strength: 0.8,
    path: ['energy', 'water', 'telecom', 'health'],
    hoursToEffect: null,
    basis: 'DEFAULT_MATRIX',
  };
  const declared: CascadeReach = {
    ...matrix,
    basis: 'DECLARED',
    path: [grid.id, clinic.id],
    hoursToEffect: 4,
  };

  test('by the matrix of sectors, step by step', () => {
    expect(becauseDependent(matrix, clinic, [])).toEqual({
      kind: 'DEPENDENCY',
      rule: 'Sector energy is hit; your sector health depends on it through water, telecom (HIGH).',
      grade: 'HIGH',
      path: ['energy', 'water', 'telecom', 'health'],
      hoursToEffect: null,
      basis: 'DEFAULT_MATRIX',
    });
    expect(
      becauseDependent({ ...matrix, path: ['energy', 'health'], hoursToEffect: 12 }, clinic, []).rule,
    ).toBe('Sector energy is hit; your sector health depends on it (HIGH, felt within about 12 h).');
    expect(becauseDependent({ ...matrix, path: [] }, clinic, []).rule).toBe(
      'Sector ? is hit; your sector ? depends on it (HIGH).',
    );
  });

  test('by an edge of its own, with the name of a provider that it knows', () => {
    const rule = (providers: readonly (typeof grid)[]): string =>
      becauseDependent(declared, clinic, providers).rule;
    const rest = 'is hit; you declared that you depend on it (HIGH, felt within about 4 h).';
    expect(rule([clinic, grid])).toBe(`Your provider North Grid ${rest}`);
    expect(rule([clinic])).toBe(`A provider of yours ${rest}`);
    expect(rule([])).toBe(`A provider of yours ${rest}`);
  });

  test('by the edge of another member, without path and time', () => {
    const withheld = {
      kind: 'DEPENDENCY',
      rule: 'You may be hit through others, who depend on those addressed (HIGH).',
      grade: 'HIGH',
      path: [],
      hoursToEffect: null,
      basis: 'DECLARED',
    };
    expect(becauseDependent(declared, grid, [grid, clinic])).toEqual(withheld);
    expect(withheldDependency('HIGH', 'DECLARED')).toEqual(withheld);
  });

  test('a path is known to all in the matrix, and of declared edges to the end of a single one', () => {
    expect(mayKnowPath(matrix, grid)).toBe(true);
    expect(mayKnowPath(declared, clinic)).toBe(true);
    expect(mayKnowPath(declared, grid)).toBe(false);
    expect(mayKnowPath({ basis: 'DECLARED', path: [grid.id, clinic.id, grid.id] }, clinic)).toBe(false);
    expect(mayKnowPath({ basis: 'DECLARED', path: [clinic.id] }, clinic)).toBe(false);
  });
});
