// The tokens of rows and readers, one by one, and their limits at and beside the limit.
import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { CascadeReach } from '../../../src/domain/access-facts.ts';
import type { Alternative } from '../../../src/domain/audience.ts';
import type { EffectiveTlp } from '../../../src/domain/marking.ts';
import { readerTokens, rowTokens, withPersonsHashed } from '../../../src/policy/scope.ts';
import { plainAccess, plainActor, plainMember } from './world.ts';

const OWNER = 'owner:member--publisher';
const reachTo = (to: Alternative): CascadeReach => ({
  to,
  grade: 'HIGH',
  strength: 0.6,
  path: ['energy', 'health'],
  hoursToEffect: null,
  basis: 'DEFAULT_MATRIX',
});
const row = (
  alternatives: readonly Alternative[],
  tlp: EffectiveTlp = 'CLEAR',
  reaches: readonly Alternative[] = [],
) => rowTokens(plainAccess({ tlp, audience: { alternatives, excludes: [] }, cascade: reaches.map(reachTo) }));
/** 132 bits of the digest. */
const person = (name: string): string =>
  `person:${createHash('sha256').update(name).digest('base64url').slice(0, 22)}`;
const ids = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, at) => `member--${from + at}`);
const members = (count: number, from = 0): string[] => ids(count, from).map((id) => `member:${id}`);

describe('a row', () => {
  test.each<[Alternative, string[]]>([
    [{}, ['*']],
    [{ persons: ['grid/ann', 'grid/bo', 'clinic/cy'] }, ['named:grid', 'named:clinic', 'named:*']],
    [{ members: ['member--a', 'member--b'] }, ['member:member--a', 'member:member--b', 'member:*']],
    [{ communities: ['isac'] }, ['community:isac', 'community:*']],
    [
      { sectors: ['health', 'energy'], countries: ['XA', 'XB'] },
      [
        ...['sector-country:XA/health', 'sector-country:XB/health'],
        ...['sector-country:XA/energy', 'sector-country:XB/energy'],
        ...['coarse-sector:health', 'coarse-sector:energy', 'sector-country:*', 'coarse-sector:*'],
      ],
    ],
    [{ sectors: ['health'] }, ['sector:health', 'sector:*']],
    [{ countries: ['XA'] }, ['country:XA', 'country:*']],
    [{ kinds: ['HUB', 'CSIRT'] }, ['kind:HUB', 'kind:CSIRT', 'kind:*']],
    // The narrowest property represents the alternative.
    [{ persons: ['grid/ann'], members: ['member--a'], kinds: ['HUB'] }, ['named:grid', 'named:*']],
    [
      { members: ['member--a'], communities: ['isac'], sectors: ['health'] },
      ['member:member--a', 'member:*'],
    ],
    [{ communities: ['isac'], sectors: ['health'], countries: ['XA'] }, ['community:isac', 'community:*']],
    [{ countries: ['XA'], kinds: ['HUB'] }, ['country:XA', 'country:*']],
  ])('%j', (alternative, tokens) => {
    expect(row([alternative])).toEqual([OWNER, ...tokens]);
  });

  test('has every alternative, and no token twice', () => {
    expect(row([{ communities: ['isac'] }, { sectors: ['health'] }, { communities: ['isac'] }])).toEqual([
      ...[OWNER, 'community:isac', 'sector:health'],
      ...['community:*', 'sector:*'],
    ]);
  });

  test('has the cascade where the marking allows it', () => {
    const tokens = (tlp: EffectiveTlp) => row([{ communities: ['isac'] }], tlp, [{ sectors: ['health'] }]);
    const both = [OWNER, 'community:isac', 'sector:health', 'community:*', 'sector:*'];
    const addressed = [OWNER, 'community:isac', 'community:*'];
    expect((['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT'] as const).map(tokens)).toEqual([
      ...[both, both, addressed, addressed],
    ]);
    expect([tokens('RED'), tokens('UNKNOWN')]).toEqual([[OWNER], [OWNER]]);
  });

  test('under RED has only the persons, or their wildcard where they are too many', () => {
    const named = { persons: ['grid/ann', 'clinic/bo'], sectors: ['health'] };
    expect(row([named, { members: ['member--a'] }], 'RED')).toEqual([
      ...[OWNER, person('grid/ann'), person('clinic/bo'), 'person:*'],
    ]);
    const persons = Array.from({ length: 201 }, (_, at) => `x${at}/cy`);
    expect(row([{ persons }], 'RED')).toEqual([OWNER, 'person:many', 'person:*']);
  });

  test('of an older hub gets the tokens of today, once', () => {
    const persons = ['grid/ann', 'clinic/bo'];
    const many = Array.from({ length: 201 }, (_, at) => `x${at}/cy`);
    for (const [older, alternatives] of [
      [['person:grid/ann', 'person:clinic/bo'], [{ persons }]],
      [['person:*'], [{ persons: many }]],
      [
        ['person:grid/ann', 'person:clinic/bo', 'person:*'],
        [{ persons }, { persons: many }],
      ],
    ] as const) {
      const today = withPersonsHashed([OWNER, ...older]);
      expect(new Set(today)).toEqual(new Set(row(alternatives, 'RED')));
      expect(withPersonsHashed(today)).toEqual(today);
    }
    for (const tlp of ['GREEN', 'AMBER'] as const) {
      const tokens = row([{ persons }], tlp);
      expect(withPersonsHashed(tokens)).toEqual(tokens);
    }
  });

  test('never holds the name of a person', () => {
    const tokens = [
      ...row([{ persons: ['grid/ann'] }], 'RED'),
      ...readerTokens(plainActor(plainMember('member--grid'))),
    ];
    expect(tokens.filter((each) => each.includes('ann'))).toEqual([]);
  });

  test('with 190 tokens is exact; with one more each alternative is coarser', () => {
    expect(row([{ members: ids(189) }])).toEqual([OWNER, ...members(189), 'member:*']);
    expect(row([{ members: ids(190), kinds: ['HUB'] }])).toEqual([OWNER, 'kind:HUB', 'kind:*']);
    expect(row([{ members: ids(190) }])).toEqual([OWNER, '*']);
  });

  test.each([
    [60, 1, 150],
    [20, 4, 60],
    [5, 10, 20],
    [1, 40, 5],
  ])('that is too long keeps alternatives of at most %d tokens', (cap, others, longer) => {
    const kinds = ['HUB' as const];
    const fillers = Array.from({ length: others }, (_, at) => ({
      members: ids(longer, 1_000 * (at + 1)),
      kinds,
    }));
    const tokens = (count: number) => row([], 'CLEAR', [...fillers, { members: ids(count), kinds }]);
    expect(tokens(cap)).toEqual([OWNER, 'kind:HUB', ...members(cap), 'kind:*', 'member:*']);
    expect(tokens(cap + 1)).toEqual([OWNER, 'kind:HUB', 'kind:*']);
  });

  test('with very many alternatives of one token each becomes a candidate for everyone', () => {
    const single = (count: number) => ids(count).map((id) => ({ members: [id] }));
    expect(row([], 'CLEAR', single(189))).toEqual([OWNER, ...members(189), 'member:*']);
    expect(row([], 'CLEAR', single(190))).toEqual([OWNER, '*']);
    const pairs = Array.from({ length: 95 }, (_, at) => ({
      members: ids(2, at * 2),
      kinds: ['HUB' as const],
    }));
    expect(row([], 'CLEAR', pairs)).toEqual([OWNER, 'kind:HUB', 'kind:*']);
  });
});

describe('a reader', () => {
  const grid = plainMember('member--grid', {
    sectors: ['energy/electricity'],
    communities: ['isac'],
    countries: ['XA', 'XB'],
  });
  const MEMBER = ['member:member--grid', 'named:grid', 'kind:OPERATOR', 'community:isac'];
  const SECTORS = ['sector:energy/electricity', 'sector:energy', 'country:XA', 'country:XB'];
  const PAIRS = ['XA/energy/electricity', 'XB/energy/electricity', 'XA/energy', 'XB/energy'].map(
    (pair) => `sector-country:${pair}`,
  );
  const HEAD = ['*', 'owner:member--grid', person('grid/ann'), 'person:many'];

  test('has tokens for all that it is', () => {
    expect(new Set(readerTokens(plainActor(grid)))).toEqual(
      new Set([...HEAD, ...MEMBER, ...SECTORS, ...PAIRS]),
    );
    expect(readerTokens(plainActor(grid, { person: null })).slice(0, 3)).toEqual([
      ...HEAD.slice(0, 2),
      MEMBER[0],
    ]);
  });

  test('has tokens for what its providers are, but not for what is addressed to them', () => {
    const clinic = plainMember('member--clinic');
    const tokens = readerTokens(plainActor(clinic, { providers: [grid] }));
    expect(tokens).toEqual(
      expect.arrayContaining([...MEMBER, ...SECTORS, ...PAIRS, 'member:member--clinic']),
    );
    expect(tokens).not.toContain('owner:member--grid');
    expect(tokens).not.toContain(person('grid/ann'));
  });

  test('that is not active has none', () => {
    expect(readerTokens(plainActor({ ...grid, isActive: false }))).toEqual([]);
  });

  const communities = (count: number): string[] => Array.from({ length: count }, (_, at) => `group-${at}`);
  /** Eight tokens besides its communities. */
  const joiner = (count: number) => plainMember('member--joiner', { communities: communities(count) });

  test('with 150 tokens has each; with one more the wildcard of the largest class', () => {
    const whole = readerTokens(plainActor(joiner(142)));
    expect([whole.length, whole.includes('community:group-141')]).toEqual([150, true]);
    const less = readerTokens(plainActor(joiner(143)));
    expect(less).toEqual([
      ...['*', 'owner:member--joiner', person('joiner/ann'), 'person:many', 'member:member--joiner'],
      ...['named:joiner', 'kind:OPERATOR', 'country:XA', 'community:*'],
    ]);
  });

  test('at the limit sectors are asked as they are, with their pairs', () => {
    // Ten tokens besides its communities: sector, country and their pair among them.
    const holder = plainMember('member--holder', { sectors: ['health'], communities: communities(140) });
    const tokens = readerTokens(plainActor(holder));
    expect([tokens.length, tokens.includes('sector-country:XA/health')]).toEqual([150, true]);
    expect(tokens.some((each) => each.startsWith('coarse-sector:'))).toBe(false);
    // One more: the pair goes, a coarse sector comes, and the communities have to go too.
    const more = { ...holder, communities: communities(141) };
    expect(readerTokens(plainActor(more))).toContain('community:*');
  });

  test('that fits the limit once its pairs are gone keeps the rest', () => {
    const sectors = ['health', 'telecom'];
    // Four sectors, coarse ones among them, and 138 communities are 150 tokens without the pairs.
    const wide = plainMember('member--wide', { sectors, communities: communities(138) });
    const tokens = readerTokens(plainActor(wide));
    expect([tokens.length, tokens.includes('community:group-137')]).toEqual([150, true]);
  });

  test('over the limit coarse sectors replace pairs of sector and country first', () => {
    const countries = Array.from({ length: 70 }, (_, at) => `Z${at}`);
    const wide = plainMember('member--wide', { sectors: ['health', 'telecom'], countries, country: 'Z0' });
    const tokens = readerTokens(plainActor(wide));
    expect(tokens.filter((each) => each.startsWith('sector-country:'))).toEqual([]);
    expect(tokens).toEqual(
      expect.arrayContaining([
        'sector:health',
        'coarse-sector:health',
        'sector:telecom',
        'coarse-sector:telecom',
      ]),
    );
    expect(tokens).toEqual(expect.arrayContaining(countries.map((country) => `country:${country}`)));
  });

  test('far over it, one class after the other, the largest first', () => {
    const countries = Array.from({ length: 160 }, (_, at) => `Z${at}`);
    const both = plainMember('member--both', { countries, country: 'Z0', communities: communities(155) });
    expect(readerTokens(plainActor(both))).toEqual([
      ...['*', 'owner:member--both', person('both/ann'), 'person:many', 'member:member--both', 'named:both'],
      ...['kind:OPERATOR', 'country:*', 'community:*'],
    ]);
  });
});
