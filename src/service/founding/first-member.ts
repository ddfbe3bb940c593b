// The first member of a hub: the organisation that founds it.
import type { Member, MemberKind } from '../../domain/member.ts';
import { newMemberProblems } from '../../domain/partnership/member-facts.ts';
import type { Problem } from '../../domain/problem.ts';
import { identifierFor } from '../../exchange/identifier-for.ts';
import { memberId } from '../member/admit-member.ts';

export type FirstMember = {
  readonly slug: string;
  readonly name: string;
  readonly latinName: string | null;
  readonly kind: MemberKind;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly sectors: readonly string[];
  readonly mayPublish: boolean;
};

/** Nobody could sponsor it, so it is a member at once; it attests its facts each year as any other. The hub itself does not. */
export const firstMember = (facts: FirstMember, now: Date): Member => ({
  ...facts,
  id: memberId(facts.slug),
  identity: identifierFor('identity', facts.slug),
  countries: [],
  communities: [],
  clients: [],
  optsOutOfCascade: false,
  isActive: true,
  standing: 'MEMBER',
  attestedAt: facts.kind === 'HUB' ? null : now,
});

/** In the form of founding the name is `memberName`, beside that of the person. */
export const firstMemberProblems = (facts: FirstMember): Problem[] =>
  newMemberProblems(facts).map((problem) =>
    problem.path === '$.name' ? { ...problem, path: '$.memberName' } : problem,
  );
