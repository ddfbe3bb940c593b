// Small generated worlds for the properties of policy: few names, so that relations are frequent; sometimes very many, so
// that the caps of scope are reached. No rule is repeated here.
import fc from 'fast-check';
import type { AccessFacts, CascadeReach } from '../../../src/domain/access-facts.ts';
import type { Alternative } from '../../../src/domain/audience.ts';
import { type EffectiveTlp, TLP_LEVELS } from '../../../src/domain/marking.ts';
import { type Actor, KIND_NAMES, MEMBER_KINDS, type Member, ROLES } from '../../../src/domain/member.ts';
import { isActiveIn, type Standing } from '../../../src/domain/partnership/standing.ts';
import { GRADES } from '../../../src/domain/reason.ts';
import { SECTORS } from '../../../src/domain/sector.ts';

/** One in ten is suspended, one on probation. */
const STANDING_OF: readonly Standing[] = ['SUSPENDED', 'PROBATION'];

const ALL_SECTORS = SECTORS.map(({ id }) => id);
const FEW_SECTORS = ['energy', 'energy/electricity', 'energy/gas', 'health', 'telecom'];
const COUNTRIES = ['XA', 'XB', 'XC'];
const MANY_COUNTRIES = Array.from({ length: 60 }, (_, i) => `Z${i}`);
const COMMUNITIES = ['isac', 'fusion'];
const MANY_COMMUNITIES = Array.from({ length: 220 }, (_, i) => `group-${i}`);
const IDS = ['member--a', 'member--b', 'member--c', 'member--d', 'member--e'];
const MANY_IDS = [...Array.from({ length: 260 }, (_, i) => `member--x${i}`), 'member--b'];
const slugOf = (id: string): string => id.slice('member--'.length);
const PERSONS = IDS.flatMap((id) => [`${slugOf(id)}/ann`, `${slugOf(id)}/bo`]);
const MANY_PERSONS = [...Array.from({ length: 260 }, (_, i) => `x${i}/cy`), 'b/ann'];

export const tlps = fc.constantFrom<EffectiveTlp>(...TLP_LEVELS, 'UNKNOWN');

const someOf = (few: readonly string[], many: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.subarray([...few]) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: many.length }).map((from) => many.slice(from)) },
  );

export const memberOf = (id: string): fc.Arbitrary<Member> =>
  fc
    .record({
      kind: fc.constantFrom(...MEMBER_KINDS),
      country: fc.constantFrom(...COUNTRIES),
      countries: someOf(COUNTRIES, MANY_COUNTRIES),
      sectors: someOf(FEW_SECTORS, ALL_SECTORS),
      communities: someOf(COMMUNITIES, MANY_COMMUNITIES),
      mayPublish: fc.boolean(),
      optsOutOfCascade: fc.boolean(),
      attestedAt: fc.constantFrom(null, null, null, new Date(0)),
      joinedAt: fc.constantFrom(null, null, new Date(1_000)),
      communitiesSince: fc.constantFrom(
        null,
        { isac: new Date(1_000) },
        { isac: new Date(0), fusion: new Date(2_000) },
      ),
      standing: fc.nat(9).map((n) => STANDING_OF[n] ?? 'MEMBER'),
    })
    .map((facts) => ({
      ...facts,
      isActive: isActiveIn(facts.standing),
      id,
      slug: slugOf(id),
      name: `Name of ${slugOf(id)}`,
      clients: [],
      identity: `identity--${slugOf(id)}`,
    }));

const providersOf: fc.Arbitrary<Member[]> = fc
  .oneof(
    { weight: 9, arbitrary: fc.subarray(IDS, { maxLength: 2 }) },
    { weight: 1, arbitrary: fc.constant(MANY_IDS.slice(0, 80)) },
  )
  .chain((ids) => fc.tuple(...ids.map(memberOf)));

export const actors: fc.Arbitrary<Actor> = fc
  .record({
    member: fc.constantFrom(...IDS).chain(memberOf),
    roles: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...ROLES).map((role) => [role]) },
      { weight: 1, arbitrary: fc.subarray([...ROLES], { minLength: 2 }) },
    ),
    isRedClosed: fc.nat(9).map((n) => n === 0),
    name: fc.constantFrom('ann', 'bo', null),
    providers: providersOf,
  })
  .map(({ member, roles, isRedClosed, name, providers }) => ({
    member,
    roles,
    isRedClosed,
    person: name === null ? null : `${member.slug}/${name}`,
    key: 'key--1',
    providers: providers.filter(({ id }) => id !== member.id),
  }));

export const alternatives: fc.Arbitrary<Alternative> = fc.record(
  {
    sectors: someOf(FEW_SECTORS, ALL_SECTORS),
    countries: someOf(COUNTRIES, MANY_COUNTRIES),
    communities: someOf(COMMUNITIES, MANY_COMMUNITIES),
    kinds: fc.subarray([...KIND_NAMES], { minLength: 2 }),
    members: someOf(IDS, MANY_IDS),
    persons: someOf(PERSONS, MANY_PERSONS),
  },
  { requiredKeys: [] },
);

const reaches: fc.Arbitrary<CascadeReach> = fc.record({
  to: alternatives,
  grade: fc.constantFrom(...GRADES),
  strength: fc.constantFrom(0.1, 0.3, 0.6),
  path: fc.oneof(
    fc.constant(['energy/electricity', 'health']),
    fc.array(fc.constantFrom(...IDS), { minLength: 2, maxLength: 3 }),
  ),
  hoursToEffect: fc.constantFrom(null, 0.5, 24),
  basis: fc.constantFrom('DECLARED', 'DEFAULT_MATRIX'),
});

/** Sector paths come from the matrix, member paths are declared: as the cascade makes them. */
const consistent = (reach: CascadeReach): CascadeReach => ({
  ...reach,
  basis: reach.path[0] === 'energy/electricity' ? 'DEFAULT_MATRIX' : 'DECLARED',
});

export const allAccess: fc.Arbitrary<AccessFacts> = fc.record({
  publisher: fc.constantFrom(...IDS),
  tlp: tlps,
  audience: fc.record({
    alternatives: fc.array(alternatives, { minLength: 0, maxLength: 8 }),
    excludes: fc.subarray(IDS, { maxLength: 1 }),
  }),
  cascade: fc.oneof(
    { weight: 9, arbitrary: fc.array(reaches.map(consistent), { maxLength: 4 }) },
    {
      weight: 1,
      arbitrary: reaches.map((reach) =>
        MANY_IDS.map((id) => consistent({ ...reach, to: { members: [id] } })),
      ),
    },
  ),
  issuedMs: fc.constantFrom(500, 1_000, 2_000),
  exercise: fc.constant(null),
});

export const plainMember = (id: string, facts: Partial<Member> = {}): Member => ({
  id,
  slug: slugOf(id),
  name: `Name of ${slugOf(id)}`,
  kind: 'OPERATOR',
  country: 'XA',
  countries: [],
  sectors: [],
  communities: [],
  clients: [],
  mayPublish: false,
  optsOutOfCascade: false,
  isActive: true,
  standing: 'MEMBER',
  identity: `identity--${slugOf(id)}`,
  ...facts,
});

export const plainActor = (member: Member, facts: Partial<Actor> = {}): Actor => ({
  member,
  roles: ['analyst'],
  person: `${member.slug}/ann`,
  key: 'key--1',
  providers: [],
  ...facts,
});

export const plainAccess = (facts: Partial<AccessFacts> = {}): AccessFacts => ({
  publisher: 'member--publisher',
  tlp: 'CLEAR',
  audience: { alternatives: [], excludes: [] },
  cascade: [],
  exercise: null,
  ...facts,
});
