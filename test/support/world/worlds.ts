// Generated partnerships: members of every kind, client relations, dependencies, readers, audiences. Few names, so that
// relations are frequent. No rule of policy is repeated here.

import { personIdOf } from '../../../src/domain/access/former-name.ts';
import type { AccessFacts } from '../../../src/domain/access-facts.ts';
import type { Alternative, Audience } from '../../../src/domain/audience.ts';
import type { DeclaredDependency } from '../../../src/domain/cascade/cascade.ts';
import type { EffectiveTlp, Tlp } from '../../../src/domain/marking.ts';
import { TLP_LEVELS } from '../../../src/domain/marking.ts';
import {
  type Actor,
  KIND_NAMES,
  MEMBER_KINDS,
  type Member,
  ROLES,
  type Role,
} from '../../../src/domain/member.ts';
import { GRADES } from '../../../src/domain/reason.ts';
import { memberOf } from '../cast.ts';
import type { Random } from '../random.ts';

const SECTORS = [
  'energy',
  'energy/electricity',
  'energy/gas',
  'transport',
  'transport/rail',
  'health',
  'drinking-water',
  'telecom',
  'banking',
  'public-administration',
];
const COUNTRIES = ['XA', 'XB', 'XC'];
const COMMUNITIES = ['energy-circle', 'health-circle', 'rail-circle'];
/** Of each member. */
export const PERSONS = ['ann', 'bo'];

export type Reader = { readonly member: string; readonly role: Role; readonly person: string | null };

export type Partnership = {
  readonly members: readonly Member[];
  readonly dependencies: readonly DeclaredDependency[];
  readonly readers: readonly Reader[];
};

/** A hub that is a member owns the identity in whose name objects are made for unnamed publishers. */
const HUB = memberOf('tocsin-hub', { kind: 'HUB', country: 'ZZ' });

/** Publishers that always read what their relations allow: whatever the random choices, one can answer the other. */
const UNCAPPED = 2;

/** The publishers stay active; some members have left, are on probation, or overdue with their attestation. */
const lifeOf = (
  random: Random,
  { isPublisher, isUncapped }: { readonly isPublisher: boolean; readonly isUncapped: boolean },
): Pick<Member, 'standing' | 'attestedAt'> => {
  if (isUncapped) return { standing: 'MEMBER', attestedAt: null };
  const standing = isPublisher || random.chance(0.85) ? ('MEMBER' as const) : ('SUSPENDED' as const);
  const drawn = random.below(8);
  return {
    standing: standing === 'MEMBER' && drawn === 0 ? 'PROBATION' : standing,
    attestedAt: drawn === 1 ? new Date(0) : null,
  };
};

const makeMembers = (random: Random, size: number): Member[] => {
  const slugs = Array.from({ length: size }, (_, index) => `member-${String.fromCharCode(97 + index)}`);
  const idOf = new Map(slugs.map((slug) => [slug, memberOf(slug, { kind: 'AGENCY' }).id]));
  return slugs.map((slug, index) =>
    memberOf(slug, {
      // Every kind occurs, whatever the random choices.
      kind: MEMBER_KINDS[index % MEMBER_KINDS.length] ?? 'OPERATOR',
      country: random.pick(COUNTRIES),
      countries: random.chance(0.25) ? random.some(COUNTRIES, 1, 2) : [],
      sectors: random.some(SECTORS, 1, 4),
      communities: random.chance(0.4) ? random.some(COMMUNITIES, 1, 2) : [],
      clients: random.chance(0.35)
        ? random.some(
            [...idOf].filter(([other]) => other !== slug).map(([, id]) => id),
            1,
            3,
          )
        : [],
      mayPublish: index < size / 2,
      optsOutOfCascade: random.chance(0.15),
      ...lifeOf(random, { isPublisher: index < size / 2, isUncapped: index < UNCAPPED }),
    }),
  );
};

const makeDependencies = (random: Random, members: readonly Member[]): DeclaredDependency[] =>
  Array.from({ length: members.length / 2 }, (_, index) => {
    const [provider, dependent] = random.some(members, 2, 2);
    if (provider === undefined || dependent === undefined) throw new Error('a dependency needs two');
    const isTurned = random.chance(0.5);
    return {
      id: `dependency--${index}`,
      provider: (isTurned ? dependent : provider).id,
      dependent: (isTurned ? provider : dependent).id,
      service: 'power',
      strength: random.pick([0.3, 0.7, 1]),
      redundancy: random.pick([0, 0.2, 0.5]),
      bufferHours: random.pick([null, 4, 48]),
    };
  });

/** At least one reader per member, and every role as a person and as a machine. */
const makeReaders = (random: Random, members: readonly Member[], count: number): Reader[] =>
  Array.from({ length: count }, (_, index) => {
    const member = members[index % members.length];
    if (member === undefined) throw new Error('a world needs members');
    const isMachine = Math.floor(index / ROLES.length) % 3 === 2;
    return {
      member: member.slug,
      role: ROLES[index % ROLES.length] ?? 'reader',
      person: isMachine ? null : `${member.slug}/${random.pick(PERSONS)}`,
    };
  });

export const makePartnership = (random: Random, size = 18, readers = size): Partnership => {
  const members = [...makeMembers(random, size), HUB];
  return {
    members,
    dependencies: makeDependencies(random, members.slice(0, size)),
    readers: makeReaders(random, members.slice(0, size), readers),
  };
};

/** Some of those who do not publish join at this moment: what was issued before is not theirs. */
export const withLateJoiners = (random: Random, partnership: Partnership, joinedAt: Date): Partnership => {
  const { members } = partnership;
  const quiet = members.filter(({ mayPublish, kind }) => !mayPublish && kind !== 'HUB');
  const late = new Set(random.some(quiet, 2, 4));
  return {
    ...partnership,
    members: members.map((member) => (late.has(member) ? { ...member, joinedAt } : member)),
  };
};

const ISSUED = [1_000, 2_000, 3_000] as const;

/** Of a partnership whose versions have times (`makeAccess`): some joined it, or a community that keeps its history, between. */
export const withJoining = (random: Random, members: readonly Member[]): Member[] =>
  members.map((member) => ({
    ...member,
    joinedAt: random.chance(0.1) ? new Date(random.pick(ISSUED)) : null,
    communitiesSince: random.chance(0.5)
      ? Object.fromEntries(member.communities.map((slug) => [slug, new Date(random.pick(ISSUED))]))
      : null,
  }));

export const actorFor = (members: readonly Member[], { member: slug, role, person }: Reader): Actor => {
  const member = members.find((each) => each.slug === slug);
  if (member === undefined) throw new Error(`no member ${slug}`);
  const providers = members.filter(({ clients }) => clients.includes(member.id));
  return {
    member,
    roles: [role],
    person: person === null ? null : personIdOf(person),
    key: `key-${slug}-${role}`,
    providers,
  };
};

/** Everybody whom an audience may name. TLP:RED to a person who cannot sign in is refused. */
export const personsOf = (members: readonly Member[]): string[] =>
  members.filter(({ isActive }) => isActive).flatMap(({ slug }) => PERSONS.map((name) => `${slug}/${name}`));

const makeAlternative = (random: Random, members: readonly Member[], isRed: boolean): Alternative => {
  const slugs = members.map(({ slug }) => slug);
  const persons = personsOf(members);
  const shape = random.below(12);
  const named = isRed || shape === 0 ? { persons: random.some(persons, 1, 6) } : {};
  if (shape === 1 && !isRed) return {};
  return {
    ...named,
    ...(shape >= 2 && shape <= 6 ? { sectors: random.some(SECTORS, 1, 3) } : {}),
    ...(shape === 4 || shape === 7 ? { countries: random.some(COUNTRIES, 1, 2) } : {}),
    ...(shape === 5 || shape === 8 ? { communities: random.some(COMMUNITIES, 1, 2) } : {}),
    ...(shape === 6 || shape === 7 || shape === 9 ? { kinds: random.some(KIND_NAMES, 1, 3) } : {}),
    ...(shape >= 10 ? { members: random.some(slugs, 1, 4) } : {}),
  };
};

/** As a publisher writes it, with members by slug. */
export const makeAudience = (
  random: Random,
  members: readonly Member[],
  marking: EffectiveTlp,
): Audience => ({
  alternatives: Array.from({ length: random.chance(0.7) ? 1 : 2 + random.below(7) }, () =>
    makeAlternative(random, members, marking === 'RED'),
  ),
  excludes: random.chance(0.25)
    ? random.some(
        members.map(({ slug }) => slug),
        1,
        2,
      )
    : [],
});

export const withIds = ({ alternatives, excludes }: Audience, members: readonly Member[]): Audience => {
  const idOf = (slug: string): string => members.find((each) => each.slug === slug)?.id ?? slug;
  return {
    alternatives: alternatives.map((alternative) =>
      alternative.members === undefined
        ? alternative
        : { ...alternative, members: alternative.members.map(idOf) },
    ),
    excludes: excludes.map(idOf),
  };
};

export const makeTlp = (random: Random): Tlp => random.pick([...TLP_LEVELS, 'GREEN', 'GREEN', 'AMBER']);

/** Random access facts for the pure comparison: the cascade need not follow from the audience. */
export const makeAccess = (random: Random, members: readonly Member[]): AccessFacts => {
  const tlp: EffectiveTlp = random.chance(0.08) ? 'UNKNOWN' : makeTlp(random);
  return {
    publisher: random.pick(members).id,
    tlp,
    audience: withIds(makeAudience(random, members, tlp), members),
    cascade: Array.from({ length: random.below(4) }, () => ({
      to:
        withIds({ alternatives: [makeAlternative(random, members, false)], excludes: [] }, members)
          .alternatives[0] ?? {},
      grade: random.pick(GRADES),
      strength: 0.5,
      path: ['energy/electricity', 'health'],
      hoursToEffect: null,
      basis: 'DEFAULT_MATRIX' as const,
    })),
    issuedMs: random.pick(ISSUED),
    exercise: null,
  };
};
