// Whom an audience addresses: any of its alternatives, each a conjunction, and never a member excluded by name.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Alternative,
  fits,
  fittingAlternative,
  memberOfPerson,
  sectorsHeldBy,
} from '../../../src/domain/audience.ts';
import { isAuthority } from '../../../src/domain/member.ts';
import { runs, seed } from '../../support/seed.ts';
import { alternatives, memberOf, plainMember } from '../policy/world.ts';

const grid = plainMember('member--grid', {
  sectors: ['energy/electricity'],
  countries: ['XB'],
  communities: ['isac'],
});

describe('fits', () => {
  test('any value within a property, all properties together', () => {
    expect(fits({}, grid)).toBe(true);
    expect(fits({ sectors: ['health', 'energy/electricity'] }, grid)).toBe(true);
    expect(fits({ sectors: ['energy/electricity'], countries: ['XC'] }, grid)).toBe(false);
    expect(fits({ countries: ['XA'] }, grid) && fits({ countries: ['XB'] }, grid)).toBe(true);
    expect(fits({ communities: ['isac'], kinds: ['OPERATOR'], members: [grid.id] }, grid)).toBe(true);
    expect(fits({ sectors: [] }, grid)).toBe(false);
  });
  test('a member of a part is in the whole, not the reverse', () => {
    expect(fits({ sectors: ['energy'] }, grid)).toBe(true);
    expect(fits({ sectors: ['energy/electricity'] }, plainMember('member--x', { sectors: ['energy'] }))).toBe(
      false,
    );
    expect(sectorsHeldBy(grid)).toEqual(['energy/electricity', 'energy']);
  });
  test('a person fits through their member; a name without a member is nobody', () => {
    expect(fits({ persons: ['grid/ann'] }, grid)).toBe(true);
    expect(fits({ persons: ['gridx'] }, grid)).toBe(false);
    expect(memberOfPerson('ann')).toBe('');
  });
});

describe('fittingAlternative', () => {
  const anyone = fc.constantFrom('member--a', 'member--b').chain(memberOf);
  const many = fc.array(alternatives, { maxLength: 8 });

  test('is the first that fits, and none for the excluded', () => {
    fc.assert(
      fc.property(anyone, many, (member, all) => {
        const index = fittingAlternative({ alternatives: all, excludes: [] }, member);
        const fitting = all.map((each) => fits(each, member));
        expect(index).toBe(fitting.includes(true) ? fitting.indexOf(true) : null);
        expect(fittingAlternative({ alternatives: all, excludes: [member.id] }, member)).toBeNull();
      }),
      { seed: seed(), numRuns: runs(5_000) },
    );
  });
  test('another condition never addresses more members', () => {
    fc.assert(
      fc.property(anyone, alternatives, alternatives, (member, one, more) => {
        // An authority is reached only where it is meant: by its kind, by name or through a community.
        if (isAuthority(member)) return;
        const narrower = { ...more, ...one };
        if (fits(narrower, member)) expect(fits(one, member)).toBe(true);
      }),
      { seed: seed(), numRuns: runs(5_000) },
    );
  });
});

describe('a regulator', () => {
  const regulator = plainMember('member--regulator', {
    kind: 'REGULATOR',
    sectors: ['energy'],
    communities: ['oversight'],
  });
  test.each<[string, Alternative, boolean]>([
    ['the whole partnership', {}, false],
    ['its sector', { sectors: ['energy'] }, false],
    ['its State', { countries: ['XA'] }, false],
    ['its kind', { kinds: ['REGULATOR'] }, true],
    ['its kind in its State', { kinds: ['REGULATOR'], countries: ['XA'] }, true],
    ['its name', { members: [regulator.id] }, true],
    ['a person of it', { persons: [`${regulator.slug}/ann`] }, true],
    ['a community that admits it', { communities: ['oversight'] }, true],
    ['another kind', { kinds: ['OPERATOR'] }, false],
  ])('is reached by %s: %s', (_, alternative, isReached) => {
    expect(fits(alternative, regulator)).toBe(isReached);
  });
});
