// Whoever may read something no more is found to have lost something: by chance over pairs of looks, whatever `decide` goes by.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Actor, Member } from '../../../../src/domain/member.ts';
import { decide } from '../../../../src/policy/decide.ts';
import { hasLost, type Look, rightsText } from '../../../../src/policy/partnership/has-lost.ts';
import { runs, seed } from '../../../support/seed.ts';
import { actors, allAccess, plainActor, plainMember } from '../world.ts';

const NOW = Date.parse('2026-03-01T00:00:00.000Z');
const YEAR_MS = 366 * 24 * 3_600_000;
const at = (of: Actor, atMs = NOW): Look => ({ of, atMs });

test('nobody loses what they may read without it being said', () => {
  let lost = 0;
  let kept = 0;
  fc.assert(
    fc.property(actors, actors, allAccess, fc.boolean(), (before, other, access, isOther) => {
      // The same person of the same member; often only some of it is another's.
      const { person, key } = before;
      const member: Member = { ...other.member, id: before.member.id, slug: before.member.slug };
      const now: Actor = isOther
        ? { ...other, member, person, key }
        : { ...before, member: { ...before.member, communities: member.communities } };
      const isLess = hasLost(at(before), at(now));
      if (!isLess) kept += 1;
      else expect(rightsText(at(before))).not.toBe(rightsText(at(now)));
      if (!decide(before, access, NOW).allowed || decide(now, access, NOW).allowed) return;
      lost += 1;
      expect(isLess).toBe(true);
    }),
    { numRuns: runs(1_500), seed: seed() },
  );
  expect([lost > 20, kept > 20]).toEqual([true, true]);
});

const provider = plainMember('member--provider', { sectors: ['energy'] });
const grid = plainMember('member--grid', {
  sectors: ['energy/electricity'],
  country: 'XA',
  countries: ['XB'],
  communities: ['isac', 'fusion'],
  communitiesSince: { isac: new Date(1_000) },
  joinedAt: new Date(1_000),
  attestedAt: new Date(NOW),
  mayPublish: true,
});
const before = plainActor(grid, {
  roles: ['analyst', 'reader'],
  person: 'person--bo',
  providers: [provider],
});
const withMember = (changes: Partial<Member>): Actor => ({ ...before, member: { ...grid, ...changes } });

describe('each right alone', () => {
  const taken: readonly (readonly [string, Actor])[] = [
    ['a role', { ...before, roles: ['reader'] }],
    ['all scopes but one', { ...before, scopes: ['feed:read'] }],
    ['TLP:RED, after a recovery', { ...before, isRedClosed: true }],
    ['a sector', withMember({ sectors: ['energy'] })],
    ['a country', withMember({ countries: [] })],
    ['the State, which it does not serve either', withMember({ country: 'XB' })],
    ['a community', withMember({ communities: ['isac'] })],
    ['the history of a community', withMember({ communitiesSince: { isac: new Date(2_000) } })],
    ['the history of the hub', withMember({ joinedAt: new Date(2_000) })],
    ['its kind', withMember({ kind: 'REGULATOR' })],
    ['the right to publish', withMember({ mayPublish: false })],
    ['the cascade', withMember({ optsOutOfCascade: true })],
    ['its part in the partnership', withMember({ isActive: false })],
    ['what is above GREEN', withMember({ standing: 'PROBATION' })],
    ['a provider', { ...before, providers: [] }],
    ['what a provider has', { ...before, providers: [{ ...provider, sectors: [] }] }],
    ['what a provider may pass on', { ...before, providers: [{ ...provider, standing: 'PROBATION' }] }],
  ];
  test.each(taken)('taken: %s', (_, now) => {
    expect([hasLost(at(before), at(now)), hasLost(at(now), at(now))]).toEqual([true, false]);
    expect(rightsText(at(now))).not.toBe(rightsText(at(before)));
  });

  const given: readonly (readonly [string, Actor])[] = [
    ['nothing', before],
    ['the same again', withMember({ sectors: [...grid.sectors] })],
    ['a role', { ...before, roles: ['publisher', 'reader', 'analyst'] }],
    ['a sector beneath', withMember({ sectors: ['energy/electricity', 'health'] })],
    ['a country', withMember({ countries: ['XB', 'XC'] })],
    ['a State, and it serves the former', withMember({ country: 'XC', countries: ['XA', 'XB'] })],
    ['a community', withMember({ communities: ['isac', 'fusion', 'third'] })],
    ['the history of a community', withMember({ communitiesSince: null })],
    ['another name', withMember({ name: 'Another', clients: ['member--client'] })],
    ['a provider', { ...before, providers: [provider, plainMember('member--second')] }],
  ];
  test.each(given)('given: %s', (_, now) => {
    expect(hasLost(at(before), at(now))).toBe(false);
  });

  test('not told: what one that is hidden from it takes', () => {
    const disclosure = { isListedTo: () => true, isRollShownTo: () => true, isToldOf: () => false };
    const [had, has] = [at({ ...before, disclosure }), at({ ...before, disclosure, providers: [] })];
    expect([hasLost(had, has), rightsText(had) === rightsText(has)]).toEqual([false, true]);
  });

  test('taken by time: facts that are overdue to be attested', () => {
    expect(hasLost(at(before), at(before, NOW + YEAR_MS))).toBe(true);
  });
});
