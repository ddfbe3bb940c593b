// What a publisher may know of its recipients (I32): the same whatever members declared, and never more than who receives.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { AccessFacts, CascadeReach } from '../../../../src/domain/access-facts.ts';
import { fittingAlternative } from '../../../../src/domain/audience.ts';
import type { DeclaredDependency } from '../../../../src/domain/cascade/cascade.ts';
import { publicCascadeFor, wholeCascadeFor } from '../../../../src/domain/cascade/public-cascade.ts';
import type { Member } from '../../../../src/domain/member.ts';
import { inCommunitiesThen } from '../../../../src/domain/partnership/standing.ts';
import { anyPerson, decideMember } from '../../../../src/policy/decide.ts';
import { disclosedRelationIn, listedReason } from '../../../../src/policy/disclosed-relation.ts';
import { runs, seed } from '../../../support/seed.ts';
import { allAccess, memberOf, plainAccess, plainMember, tlps } from '../world.ts';

const NOW = Date.parse('2026-03-01T00:00:00.000Z');
const everyRoll = (): boolean => true;
const IDS = ['member--a', 'member--b', 'member--c', 'member--d', 'member--e'];

const edges: fc.Arbitrary<DeclaredDependency[]> = fc.array(
  fc.record({
    id: fc.uuid(),
    provider: fc.constantFrom(...IDS),
    dependent: fc.constantFrom(...IDS),
    service: fc.constant('power'),
    strength: fc.constantFrom(0.2, 0.6, 1),
    redundancy: fc.constantFrom(0, 0.4, 1),
    bufferHours: fc.constantFrom(null, 2),
  }),
  { maxLength: 6 },
);

const worlds = fc.record({
  members: fc.tuple(...IDS.map(memberOf)),
  declared: edges,
  access: allAccess,
  tlp: tlps,
  providers: fc.subarray(IDS),
});

/** The access facts as publishing makes them, with and without what was declared. */
const versionsOf = (given: AccessFacts, members: readonly Member[], declared: DeclaredDependency[]) => {
  const byId = new Map(members.map((member) => [member.id, member]));
  const cascade = wholeCascadeFor(given, { declared, members: byId });
  const publicCascade = publicCascadeFor(given);
  return { declared: { ...given, cascade, publicCascade }, plain: { ...given, cascade: publicCascade } };
};

describe('in any world', () => {
  const settings = { seed: seed(), numRuns: runs(2_000) };

  test('it is the same with and without what members declared', () => {
    let hidden = 0;
    fc.assert(
      fc.property(worlds, ({ members, declared, access, tlp }) => {
        const { publicCascade: _, ...rest } = { ...access, tlp };
        const version = versionsOf(rest, members, declared);
        const [one, other] = [version.declared, version.plain].map((each) =>
          disclosedRelationIn(each, NOW, anyPerson, everyRoll),
        );
        for (const member of members) expect(one?.(member)).toEqual(other?.(member));
        // An older text does not hold the public part apart.
        const { publicCascade: _p, ...older } = version.declared;
        const third = disclosedRelationIn(older, NOW, anyPerson, everyRoll);
        for (const member of members) expect(third(member)).toEqual(other?.(member));
        hidden += version.declared.cascade.filter(({ basis }) => basis === 'DECLARED').length;
      }),
      settings,
    );
    expect(hidden).toBeGreaterThan(0);
  });

  test('who is listed receives it, and who is addressed is never shown as reached or opted out', () => {
    fc.assert(
      fc.property(worlds, ({ members, declared, access, tlp, providers }) => {
        const version = versionsOf({ ...access, tlp }, members, declared).declared;
        const listingOf = disclosedRelationIn(version, NOW, anyPerson, everyRoll);
        for (const member of members) {
          if (member.id === version.publisher) continue;
          const listing = listingOf(member);
          const known = {
            member,
            providers: members.filter(({ id }) => providers.includes(id)),
            counts: anyPerson,
          };
          if (listing?.allowed === true) expect(decideMember(known, version, NOW).allowed).toBe(true);
          const then = inCommunitiesThen(member, version);
          if (fittingAlternative(version.audience, then) === null || tlp === 'UNKNOWN') continue;
          if (listing?.allowed === true) expect(listing.reason.kind).toBe('DIRECT');
          else
            expect(['MARKING_FORBIDS', 'MEMBER_INACTIVE', 'MEMBER_CAPPED', 'JOINED_LATER']).toContain(
              listing?.because,
            );
        }
      }),
      settings,
    );
  });
});

describe('one member', () => {
  const toHealth: CascadeReach = {
    to: { sectors: ['health'] },
    grade: 'HIGH',
    strength: 0.8,
    path: ['energy/electricity', 'health'],
    hoursToEffect: 24,
    basis: 'DEFAULT_MATRIX',
  };
  const clinic = plainMember('member--clinic', { sectors: ['health'] });
  const edge: CascadeReach = {
    ...toHealth,
    to: { members: [clinic.id] },
    grade: 'LOW',
    path: ['member--grid', clinic.id],
    basis: 'DECLARED',
  };
  const listingOf = (access: Parameters<typeof plainAccess>[0], member = clinic) =>
    disclosedRelationIn(plainAccess(access), NOW, anyPerson, everyRoll)(member);

  test('reached by the matrix and by its own edge is shown with the public reason and grade', () => {
    const listing = listingOf({ cascade: [edge, toHealth], publicCascade: [toHealth] });
    expect(listedReason(listing)).toMatchObject({ grade: 'HIGH', path: ['energy/electricity', 'health'] });
    expect(listedReason(listing)).not.toHaveProperty('isUnlisted');
  });
  test('reached by its own edge alone is in no list', () => {
    expect(listingOf({ cascade: [edge], publicCascade: [] })).toBeNull();
    expect(listedReason(null)).toBeNull();
  });
  test('neither addressed nor reached is in no list, active or not; excluded by name it is', () => {
    expect(listingOf({})).toBeNull();
    expect(listingOf({}, { ...clinic, isActive: false })).toBeNull();
    const audience = { alternatives: [], excludes: [clinic.id] };
    expect(listingOf({ audience })).toEqual({ allowed: false, because: 'EXCLUDED_BY_NAME' });
    const everybody = { alternatives: [{}], excludes: [] };
    expect(listingOf({ audience: everybody }, { ...clinic, isActive: false })).toEqual({
      allowed: false,
      because: 'MEMBER_INACTIVE',
    });
  });
});
