// Naming: a member is named to a publisher only if it is listed to it and reached by a disclosed relation, or has answered
// under its name; an unlisted member changes nothing that others are told.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { directoryOf, directorySeenBy } from '../../../../src/domain/directory.ts';
import type { Member } from '../../../../src/domain/member.ts';
import type { Community } from '../../../../src/domain/partnership/community.ts';
import { disclosureOf } from '../../../../src/domain/partnership/disclosure.ts';
import { anyPerson, decide, decideMember } from '../../../../src/policy/decide.ts';
import {
  isListedTo,
  listingIn,
  namingOf,
  sectorsWithUnlisted,
  unlistedTo,
} from '../../../../src/policy/naming.ts';
import { runs, seed } from '../../../support/seed.ts';
import { allAccess, memberOf, plainAccess, plainActor, plainMember } from '../world.ts';

const NOW = Date.parse('2026-03-01T00:00:00.000Z');
const IDS = ['member--a', 'member--b', 'member--c', 'member--d'];
const community = (facts: Partial<Community> = {}): Community => ({
  id: 'community--1',
  slug: 'isac',
  name: 'ISAC',
  purpose: '',
  rule: null,
  managers: [],
  roll: 'COMMUNITY',
  joining: 'INVITATION',
  admitsAuthorities: false,
  opensHistory: true,
  version: 1,
  createdAt: new Date(0),
  ...facts,
});
const directoryWith = (members: readonly Member[], communities: readonly Community[] = []) =>
  directoryOf(1, { members, declared: [], communities });

describe('whom a publisher is told of', () => {
  test('follows from listing, relation and answer alone', () => {
    const table = [true, false].flatMap((isListed) =>
      [true, false].flatMap((isReached) =>
        (['NAMED', 'NAMELESS', null] as const).map((answeredAs) =>
          [isListed, isReached, answeredAs, namingOf({ isListed, isReached, answeredAs })].join(' '),
        ),
      ),
    );
    expect(table).toEqual([
      'true true NAMED NAMED',
      'true true NAMELESS NAMED',
      'true true  NAMED',
      'true false NAMED NAMED',
      'true false NAMELESS ORGANISATION',
      'true false  ABSENT',
      'false true NAMED NAMED',
      'false true NAMELESS ORGANISATION',
      'false true  ABSENT',
      'false false NAMED NAMED',
      'false false NAMELESS ORGANISATION',
      'false false  ABSENT',
    ]);
  });

  test('one unlisted member more changes nothing for those to whom it is unlisted', () => {
    let hidden = 0;
    const hiddenMember = memberOf('member--hidden').map((member) => ({ ...member, isUnlisted: true }));
    fc.assert(
      fc.property(fc.tuple(...IDS.map(memberOf)), hiddenMember, allAccess, (members, extra, access) => {
        const [one, other] = [directoryWith(members), directoryWith([...members, extra])];
        const { publisher } = access;
        const listings = [one, other].map((directory) => {
          const listingOf = listingIn(directory, access, NOW, anyPerson);
          return [...directory.members.values()].flatMap((member) => {
            const listing = listingOf(member);
            return listing === null ? [] : [[member.id, listing]];
          });
        });
        expect(listings[1]).toEqual(listings[0]);
        const view = directorySeenBy(other, publisher);
        expect([...view.members.keys()]).toEqual([...one.members.keys()]);
        expect(view.bySlug.has(extra.slug)).toBe(false);
        expect(view.byIdentity.has(extra.identity)).toBe(false);
        if (decideMember({ member: extra, providers: [], counts: anyPerson }, access, NOW).allowed)
          hidden += 1;
      }),
      { seed: seed(), numRuns: runs(2_000) },
    );
    expect(hidden).toBeGreaterThan(0);
  });
});

describe('an unlisted member', () => {
  const clinic = plainMember('member--clinic', {
    isUnlisted: true,
    communities: ['isac'],
    sectors: ['health'],
  });
  const grid = plainMember('member--grid', { communities: ['isac'] });
  const agency = plainMember('member--agency', { mayPublish: true });

  test('is listed to itself, to whom it says, and to those with whom it joined a community that shows its roll', () => {
    const directory = directoryWith([clinic, grid, agency], [community()]);
    expect(unlistedTo(directory, clinic.id)).toEqual([]);
    expect(unlistedTo(directory, grid.id)).toEqual([]);
    expect(unlistedTo(directory, agency.id)).toEqual([clinic.id]);
    expect(unlistedTo(directory, 'member--nobody')).toEqual([clinic.id]);
    const told = { ...clinic, listedTo: [agency.id] };
    expect(isListedTo(directoryWith([told, agency]), told, agency.id)).toBe(true);
    const left = { ...agency, isActive: false };
    expect(isListedTo(directoryWith([told, left]), told, agency.id)).toBe(false);
  });

  test.each([
    ['hides its roll from its members', community({ roll: 'MANAGERS' })],
    ['has its members by rule', community({ rule: { sectors: ['health'] } })],
  ])('is not shown by a community that %s', (_, each) => {
    expect(unlistedTo(directoryWith([clinic, grid], [each]), grid.id)).toEqual([clinic.id]);
  });

  test('is told that its publisher does not see it, by whatever relation it has the warning', () => {
    const directory = directoryWith([clinic, agency]);
    const access = plainAccess({
      publisher: agency.id,
      audience: { alternatives: [{ sectors: ['health'] }], excludes: [] },
    });
    const reader = plainActor(clinic, { ...disclosureOf(directory, clinic) });
    expect(decide(reader, access, NOW)).toMatchObject({
      allowed: true,
      reason: {
        kind: 'DIRECT',
        isUnlisted: true,
        rule: 'You are addressed: sector health. Your organisation is not listed to its publisher: an answer is shown as that of an organisation, unless you give your name.',
      },
    });
    expect(listingIn(directory, access, NOW, anyPerson)(clinic)).toBeNull();
  });

  test('is counted per sector only with four others', () => {
    const others = ['b', 'c', 'd', 'e'].map((name) => ({ ...clinic, id: `member--${name}`, slug: name }));
    const of = (count: number) =>
      sectorsWithUnlisted(directoryWith([agency, clinic, ...others.slice(0, count)]), agency.id);
    expect(of(3)).toEqual([]);
    expect(of(4)).toEqual(['health']);
    expect(sectorsWithUnlisted(directoryWith([clinic, ...others]), clinic.id)).toEqual([]);
  });
});

describe('a community that does not show its roll', () => {
  const inIt = plainMember('member--in', { communities: ['isac'], sectors: ['health'] });
  const agency = plainMember('member--agency', { mayPublish: true });
  const toIt = plainAccess({
    publisher: agency.id,
    audience: { alternatives: [{ communities: ['isac'] }], excludes: [] },
  });
  const listing = (each: Community, publisher = agency) =>
    listingIn(directoryWith([inIt, publisher], [each]), toIt, NOW, anyPerson)(inIt);

  test('lists its members to its managers, and to its members where it says so', () => {
    expect(listing(community())).toBeNull();
    expect(listing(community({ roll: 'PARTNERSHIP' }))).toMatchObject({ allowed: true });
    expect(listing(community({ roll: 'MANAGERS', managers: [agency.id] }))).toMatchObject({ allowed: true });
    const insider = { ...agency, communities: ['isac'] };
    expect(listing(community(), insider)).toMatchObject({ allowed: true });
    expect(listing(community({ roll: 'MANAGERS' }), insider)).toBeNull();
  });

  test('does not hide who is addressed otherwise too', () => {
    const access = {
      ...toIt,
      audience: { alternatives: [{ communities: ['isac'] }, { sectors: ['health'] }], excludes: [] },
    };
    const listed = listingIn(directoryWith([inIt, agency], [community()]), access, NOW, anyPerson)(inIt);
    expect(listed).toMatchObject({ allowed: true, reason: { kind: 'DIRECT', alternative: 1 } });
  });

  test('is told of by the reason of its members', () => {
    const directory = directoryWith([inIt, agency], [community()]);
    const reader = plainActor(inIt, { ...disclosureOf(directory, inIt) });
    expect(decide(reader, toIt, NOW)).toMatchObject({ reason: { isUnlisted: true } });
    const open = directoryWith([inIt, agency], [community({ managers: [agency.id] })]);
    const known = decide(plainActor(inIt, { ...disclosureOf(open, inIt) }), toIt, NOW);
    expect(known).not.toHaveProperty('reason.isUnlisted');
  });
});
