// The sentences that say why a reader has a warning: every part of them, and only what the reader meets.
import { describe, expect, test } from '@jest/globals';
import type { CascadeReach } from '../../../src/domain/access-facts.ts';
import type { Alternative } from '../../../src/domain/audience.ts';
import { MEMBER_KINDS } from '../../../src/domain/member.ts';
import {
  becauseAddressed,
  becauseClient,
  becauseDependent,
  becauseOwn,
  mayKnowPath,
  withheldDependency,
} from '../../../src/policy/why.ts';
import { plainAccess, plainMember } from './world.ts';

const grid = plainMember('member--grid', {
  name: 'North Grid',
  sectors: ['energy/electricity'],
  communities: ['isac', 'fusion'],
  countries: ['XB'],
});
const clinic = plainMember('member--clinic', { sectors: ['health'] });

const ruleOf = (...alternatives: Alternative[]): string =>
  becauseAddressed(plainAccess({ audience: { alternatives, excludes: [] } }), 0, grid).rule;

describe('addressed', () => {
  test.each<[Alternative, string]>([
    [{}, 'the whole partnership'],
    [{ members: [grid.id] }, 'by name'],
    [{ persons: ['grid/ann'] }, 'by name'],
    [{ communities: ['other', 'fusion', 'isac'] }, 'community fusion'],
    [{ sectors: ['health', 'energy'] }, 'sector energy'],
    [{ kinds: ['OPERATOR'] }, 'as an operator'],
    [{ countries: ['XC', 'XB'] }, 'serving XB'],
    [
      {
        members: [grid.id],
        communities: ['isac'],
        sectors: ['energy/electricity'],
        kinds: ['OPERATOR', 'CSIRT'],
        countries: ['XA'],
      },
      'by name, and community isac sector energy/electricity as an operator in XA',
    ],
    // Unmet parts are left out.
    [{ communities: ['other'], sectors: ['health'], countries: ['XC'] }, 'the whole partnership'],
  ])('%j', (alternative, met) => {
    expect(ruleOf(alternative)).toBe(`You are addressed: ${met}.`);
  });

  test('under RED it is the person, whatever else the alternative says', () => {
    const audience = { alternatives: [{}, { persons: ['grid/ann'], sectors: ['energy'] }], excludes: [] };
    expect(becauseAddressed(plainAccess({ tlp: 'RED', audience }), 1, grid)).toEqual({
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
    expect(becauseAddressed(plainAccess({ audience }), 1, grid)).toEqual({
      kind: 'DIRECT',
      rule: 'You are addressed: as an operator.',
      alternative: 1,
    });
    expect(becauseAddressed(plainAccess(), 0, grid).rule).toBe('You are addressed: the whole partnership.');
  });

  test('each kind of member has its wording', () => {
    const words = MEMBER_KINDS.map(
      (kind) =>
        becauseAddressed(
          plainAccess({ audience: { alternatives: [{ kinds: [kind] }], excludes: [] } }),
          0,
          plainMember('member--x', { kind }),
        ).rule,
    );
    expect(Object.fromEntries(MEMBER_KINDS.map((kind, at) => [kind, words[at]]))).toEqual({
      AGENCY: 'You are addressed: as an agency.',
      NATIONAL_CSIRT: 'You are addressed: as a national CSIRT.',
      SECTOR_CSIRT: 'You are addressed: as a sector CSIRT.',
      SHARING_CENTRE: 'You are addressed: as a sharing centre.',
      OPERATOR: 'You are addressed: as an operator.',
      TECHNICAL_PARTNER: 'You are addressed: as a technical partner.',
      REGULATOR: 'You are addressed: as a regulator.',
      LAW_ENFORCEMENT: 'You are addressed: as a law enforcement body.',
      RESEARCH: 'You are addressed: as a research body.',
      CIVIL_SOCIETY: 'You are addressed: as a civil society organisation.',
      STATE_CONTACT: 'You are addressed: as a State contact.',
      HUB: 'You are addressed: as a hub.',
    });
  });
});

test('its own, and through a provider', () => {
  expect(becauseOwn()).toEqual({ kind: 'OWN', rule: 'Your own organisation published it.' });
  expect(becauseClient(plainAccess(), grid, clinic)).toEqual({
    kind: 'CLIENT',
    rule: `Your provider North Grid is addressed; it declares you as its client. ${UNSEEN}`,
    provider: 'member--grid',
    isUnlisted: true,
  });
});

describe('what its publisher sees of it', () => {
  const toHealth: CascadeReach = {
    to: { sectors: ['health'] },
    grade: 'HIGH',
    strength: 0.8,
    path: ['energy', 'health'],
    hoursToEffect: 4,
    basis: 'DEFAULT_MATRIX',
  };
  const edge: CascadeReach = {
    ...toHealth,
    to: { members: [clinic.id] },
    path: [grid.id, clinic.id],
    basis: 'DECLARED',
  };
  const isUnlisted = (access: Parameters<typeof plainAccess>[0], member = clinic): (boolean | undefined)[] =>
    [
      becauseClient(plainAccess(access), grid, member),
      becauseDependent(plainAccess(access), { reach: edge, member, providers: [] }),
    ].map((reason) => ('isUnlisted' in reason ? reason.isUnlisted : undefined));

  test('a member that the public matrix reaches too is seen, and is not told otherwise', () => {
    expect(isUnlisted({ cascade: [edge, toHealth], publicCascade: [toHealth] })).toEqual([
      undefined,
      undefined,
    ]);
  });
  test('one that only a declared relation reaches is told that it is not', () => {
    expect(isUnlisted({ cascade: [edge], publicCascade: [] })).toEqual([true, true]);
    const out = { ...clinic, optsOutOfCascade: true };
    expect(isUnlisted({ cascade: [edge, toHealth], publicCascade: [toHealth] }, out)).toEqual([true, true]);
    // AMBER goes to clients, and never through the matrix.
    expect(isUnlisted({ tlp: 'AMBER', publicCascade: [toHealth] })).toEqual([true, true]);
  });
  test('access facts that do not hold the public part apart are taken to hold a declared one', () => {
    expect(isUnlisted({ cascade: [edge] })).toEqual([true, true]);
  });
});

const UNSEEN = 'Its publisher does not see you among the recipients unless you acknowledge it.';

describe('dependent', () => {
  /** On the public cascade, so that nothing is said of the publisher. */
  const dependent = (reach: CascadeReach, member: typeof grid, providers: readonly (typeof grid)[]) => {
    const everybody: CascadeReach = { ...matrix, to: {} };
    return becauseDependent(plainAccess({ cascade: [reach], publicCascade: [everybody] }), {
      reach,
      member,
      providers,
    });
  };
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
    expect(dependent(matrix, clinic, [])).toEqual({
      kind: 'DEPENDENCY',
      rule: 'Sector energy is hit; your sector health depends on it through water, telecom (HIGH).',
      grade: 'HIGH',
      path: ['energy', 'water', 'telecom', 'health'],
      hoursToEffect: null,
      basis: 'DEFAULT_MATRIX',
    });
    expect(dependent({ ...matrix, path: ['energy', 'health'], hoursToEffect: 12 }, clinic, []).rule).toBe(
      'Sector energy is hit; your sector health depends on it (HIGH, felt within about 12 h).',
    );
    expect(dependent({ ...matrix, path: [] }, clinic, []).rule).toBe(
      'Sector ? is hit; your sector ? depends on it (HIGH).',
    );
  });

  test('by its own edge, with the name of a provider that it knows', () => {
    const rule = (providers: readonly (typeof grid)[]): string => dependent(declared, clinic, providers).rule;
    const rest = 'is hit; you declared that you depend on it (HIGH, felt within about 4 h).';
    expect(rule([clinic, grid])).toBe(`Your provider North Grid ${rest}`);
    expect(rule([clinic])).toBe(`A provider of yours ${rest}`);
    expect(rule([])).toBe(`A provider of yours ${rest}`);
  });

  test('by another member’s edge, without path and time', () => {
    const withheld = {
      kind: 'DEPENDENCY',
      rule: 'You may be hit through others, who depend on those addressed (HIGH).',
      grade: 'HIGH',
      path: [],
      hoursToEffect: null,
      basis: 'DECLARED',
    };
    expect(dependent(declared, grid, [grid, clinic])).toEqual(withheld);
    expect(withheldDependency('HIGH', 'DECLARED')).toEqual(withheld);
  });

  test('a matrix path is known to all, a declared one only to the end of a single edge', () => {
    expect(mayKnowPath(matrix, grid)).toBe(true);
    expect(mayKnowPath(declared, clinic)).toBe(true);
    expect(mayKnowPath(declared, grid)).toBe(false);
    expect(mayKnowPath({ basis: 'DECLARED', path: [grid.id, clinic.id, grid.id] }, clinic)).toBe(false);
    expect(mayKnowPath({ basis: 'DECLARED', path: [clinic.id] }, clinic)).toBe(false);
  });
});
