// The first members of a hub: nobody is there yet who could sponsor them, so an operator of the hub admits them alone, and
// the record says so. With three members it ends for good: a suspension or a departure does not bring it back.
import type { Actor, Member } from '../../domain/member.ts';
import type { ApplicantFacts } from '../../domain/partnership/admission.ts';
import { lookAlikeIn } from '../../domain/partnership/look-alike.ts';
import { newMemberProblems } from '../../domain/partnership/member-facts.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import { identifierFor } from '../../exchange/identifier-for.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { MEMBERS_FOR_TWO } from '../approval/acts-alone.ts';
import { recordAct } from '../audit/record-act.ts';
import { memberId } from './admit-member.ts';

export type DirectAdmission = ApplicantFacts & { readonly mayPublish: boolean };

type Deps = Pick<Hub, 'members' | 'directory' | 'acts' | 'entries' | 'clock' | 'entropy'>;

export const admitDirectly = async (
  hub: Deps,
  actor: Actor,
  admission: DirectAdmission,
): Promise<Outcome<Member>> => {
  const permission = mayAct(actor, 'member.administer', null);
  if (!permission.allowed) return refused(permission.problem);
  if (actor.person === null) return refused(NOT_A_PERSON);
  const broken = newMemberProblems(admission);
  if (broken.length > 0) return refused(...broken);
  const outcome = await hub.members.change(async (session): Promise<Outcome<Member>> => {
    // Counted in the transaction: of two that admit the third at once, one is refused.
    const known = await hub.members.all(session);
    const fault = faultOf(admission, known);
    if (fault !== null) return refused(fault);
    const now = hub.clock.now();
    const member: Member = {
      ...admission,
      id: memberId(admission.slug),
      identity: identifierFor('identity', admission.slug),
      communities: [],
      clients: [],
      optsOutOfCascade: false,
      isActive: true,
      standing: 'MEMBER',
      joinedAt: now,
      attestedAt: now,
    };
    await hub.members.put(member, session);
    const facts = { to: member.standing, isAlone: true, mayPublish: member.mayPublish };
    await recordAct(hub, { event: 'member.advanced', by: actor, members: [member.id], facts }, session);
    return accepted(member);
  });
  hub.directory.forget();
  return outcome;
};

/** The one that was admitted before under the Idempotency-Key of this request, as it is by now. */
export const admittedBefore = async (
  hub: Pick<Hub, 'directory'>,
  actor: Actor,
  id: string,
): Promise<Outcome<Member>> => {
  const isTold = mayAct(actor, 'member.administer', null).allowed;
  const member = isTold ? (await hub.directory.current()).members.get(id) : undefined;
  return member === undefined ? notFound() : accepted(member);
};

const faultOf = (admission: DirectAdmission, known: readonly Member[]): Problem | null => {
  if (known.length >= MEMBERS_FOR_TWO) return SPONSORS_NEEDED;
  if (known.some(({ slug }) => slug === admission.slug)) {
    return problem('SLUG_TAKEN', '$.slug', `"${admission.slug}" is taken.`, 'Give it another slug.');
  }
  const alike = lookAlikeIn(admission, known);
  if (alike === null) return null;
  // An operator of the hub sees every member, so the other may be named.
  const message = `The slug or name looks like that of ${alike.slug}.`;
  return problem('LOOKS_ALIKE', '$.slug', message, 'Choose one that nobody takes for the other.');
};

const SPONSORS_NEEDED = problem(
  'SPONSORS_NEEDED',
  '$',
  `A hub of ${MEMBERS_FOR_TWO} members or more admits only whom members answer for.`,
  'Apply for it with `tocsin member apply`, or give it a link from `tocsin member invite`; members then sponsor it.',
);

const NOT_A_PERSON = problem(
  'ROLE_MAY_NOT',
  '$',
  'A machine does not admit members.',
  'Use the key of a person who is an operator of the hub.',
);
