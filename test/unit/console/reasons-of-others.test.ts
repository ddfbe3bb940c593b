// The console says in each language by which of its facts a member is addressed: it reads the hub's sentence, so every form of
// that sentence is one that it knows.
import { expect, test } from '@jest/globals';
import { besidesHeld } from '../../../src/console/ui/language/recall-words.ts';
import { metIn } from '../../../src/console/ui/reason/met-in.ts';
import type { Alternative } from '../../../src/domain/audience.ts';
import { KIND_NAMES, MEMBER_KINDS } from '../../../src/domain/member.ts';
import { becauseAddressed, becauseHeld, becauseOwn } from '../../../src/policy/why.ts';
import { plainAccess, plainMember } from '../policy/world.ts';

const facts = { sectors: ['energy/electricity'], communities: ['isac'], country: 'XA', countries: ['XB'] };

test('every form of the sentence to a member that is addressed', () => {
  const parts: Alternative[] = [
    {},
    { members: ['member--grid'] },
    { communities: ['isac'] },
    { sectors: ['energy'] },
    { kinds: [...KIND_NAMES] },
    { countries: ['XA'] },
    { countries: ['XB'] },
  ];
  const what = ['all', 'name', 'community', 'sector', 'kind', 'in', 'serving'] as const;
  for (const kind of MEMBER_KINDS) {
    const grid = plainMember('member--grid', { ...facts, kind });
    for (const [one, first] of parts.entries())
      for (const [other, second] of parts.entries()) {
        const audience = { alternatives: [{ ...first, ...second }], excludes: [] };
        const met = metIn(becauseAddressed(plainAccess({ audience }), 0, grid).rule);
        const both = new Set([what[one], what[other]].filter((each) => each !== 'all'));
        // Of two lists of countries the second stands.
        if (both.has('in') && both.has('serving')) both.delete(one < other ? 'in' : 'serving');
        expect(met?.map((each) => each.what).sort()).toEqual(both.size === 0 ? ['all'] : [...both].sort());
        for (const each of met ?? []) if (each.what === 'kind') expect(each.of).toBe(kind);
      }
  }
});

test('a person by name, and what is said besides', () => {
  const grid = plainMember('member--grid', facts);
  const audience = { alternatives: [{ persons: ['grid/ann'] }], excludes: [] };
  const rule = becauseAddressed(plainAccess({ tlp: 'RED', audience }), 0, grid).rule;
  expect(metIn(rule)).toEqual([{ what: 'person' }]);
  expect(metIn(`${rule} Its publisher does not see you.`)).toEqual([{ what: 'person' }]);
});

test('another sentence is left as the hub says it', () => {
  expect(metIn(becauseOwn().rule)).toBeNull();
  expect(metIn('You are addressed: in a way that is new.')).toBeNull();
});

test('that one holds what was recalled is said once, by the console, and what the hub says besides stays', () => {
  const grid = plainMember('member--grid', facts);
  const held = (isNarrowed: boolean, listed: string[]): string => {
    const holders = { members: [grid.id], listed, ...(isNarrowed ? ({ isNarrowed } as const) : {}) };
    return besidesHeld(becauseHeld(plainAccess({ holders }), grid).rule);
  };
  expect(held(false, [grid.id])).toBe('');
  expect(held(false, [])).toMatch(/^Its publisher does not see you/);
  expect(held(true, [grid.id])).toBe('');
  expect(besidesHeld('Another sentence.')).toBe('Another sentence.');
});
