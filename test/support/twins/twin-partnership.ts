// The partnership that both twins have, and the parts its members play: the reader, members that publish what it sees,
// outsiders that publish only what it may not see, and a stranger who reads nothing of what the others publish.
import type { DeclaredDependency } from '../../../src/domain/cascade/cascade.ts';
import { type Member, ROLES, type Role } from '../../../src/domain/member.ts';
import type { Random } from '../random.ts';
import { type Act, makeActs } from '../world/acts.ts';
import { makePartnership } from '../world/worlds.ts';

export type TwinReader = { readonly member: Member; readonly role: Role; readonly person: string | null };

export type TwinPartnership = {
  readonly members: readonly Member[];
  readonly dependencies: readonly DeclaredDependency[];
  readonly reader: TwinReader;
  /** Slugs of those that publish visible things; the reader may be one. */
  readonly publishers: readonly string[];
  /** Slugs of those that publish hidden things only. */
  readonly outsiders: readonly string[];
  readonly stranger: string;
  /** Two publishers either of whom may be the unnamed one. */
  readonly candidates: readonly [string, string];
};

const SIZE = 14;
/** Members at the end belong to sectors on which nothing else depends. */
const LAST = ['health', 'food'];

export const makeTwinPartnership = (random: Random): TwinPartnership => {
  const made = makePartnership(random, SIZE);
  const role: Role = random.chance(0.55)
    ? random.pick(['publisher', 'manager'] as const)
    : random.pick(ROLES);
  const at = random.chance(0.65) ? random.below(3) : 8 + random.below(3);
  const members = made.members.map((member, index) => ({
    ...member,
    ...(index >= SIZE - 2 ? { sectors: [LAST[index % 2] ?? 'health'], isActive: true } : {}),
    ...(index === at ? { isActive: true } : {}),
  }));
  const slugAt = (index: number): string => members[index]?.slug ?? '';
  const member = members[at];
  if (member === undefined) throw new Error('the reader belongs to a member');
  const last = new Set(members.slice(-2).map(({ id }) => id));
  const [one = 3, other = 4] = random.some([3, 4], 2, 2);
  return {
    members,
    dependencies: made.dependencies.filter(({ provider }) => !last.has(provider)),
    reader: { member, role, person: random.chance(0.8) ? `${member.slug}/ann` : null },
    publishers: [0, 1, 2, 3, 4].map(slugAt),
    outsiders: [5, 6].map(slugAt),
    stranger: slugAt(6),
    candidates: [slugAt(one), slugAt(other)],
  };
};

/** What both twins publish. The stranger is never addressed. */
export const sharedActs = (random: Random, twins: TwinPartnership, count: number): Act[] => {
  const members = twins.members.map((member) => ({
    ...member,
    mayPublish: twins.publishers.includes(member.slug),
  }));
  return makeActs(random, members, count).map((act) => {
    const { audience } = act.draft;
    const excludes = [...new Set([...audience.excludes, twins.stranger])];
    return { ...act, draft: { ...act.draft, audience: { ...audience, excludes } } };
  });
};
