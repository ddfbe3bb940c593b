// A member's administrator invites a person by a one-time link. A hub operator invites other hub operators, and the first
// administrator of a member that never had one.
import type { Directory } from '../../domain/directory.ts';
import { type Actor, type Member, ROLES, type Role } from '../../domain/member.ts';
import { type Person, withBringers } from '../../domain/person.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import { mayAct } from '../../policy/decide.ts';
import { mayGrant } from '../../policy/grants.ts';
import type { Session } from '../../store/connect.ts';
import { namesProblems, newPerson } from '../access/new-person.ts';
import { type Outsider, recordAct } from '../audit/record-act.ts';
import { bringersOf } from './confirm-person.ts';
import { detailProblems } from './detail-problems.ts';
import { INVITED_MS, type IssuedLink, issueLink, type LinkDeps } from './issue-link.ts';

export type Invitation = {
  /** Slug of the member; the actor's own when absent. */
  readonly member?: string;
  readonly handle: string;
  /** As the person writes it. */
  readonly name: string;
  readonly roles: readonly Role[];
  readonly languages?: readonly string[];
  readonly timeZone?: string | null;
};

export type Invited = { readonly person: Person; readonly link: IssuedLink };

export const invitePerson = async (
  hub: LinkDeps,
  by: Actor | Outsider,
  invitation: Invitation,
): Promise<Outcome<Invited>> => {
  hub.directory.forget();
  const directory = await hub.directory.current();
  const invited = memberOf(directory, by, invitation);
  if (!invited.ok) return invited;
  const member = invited.value;
  const outcome = await hub.members.change(async (session): Promise<Outcome<Invited>> => {
    const problems = [
      ...(await rightProblems(hub, by, { member, roles: invitation.roles }, session)),
      ...namesProblems(invitation),
      ...detailProblems(invitation),
      ...rolesProblems(invitation.roles),
      ...(await takenProblems(hub, member, invitation.handle, session)),
    ];
    if (problems.length > 0) return refused(...problems);
    const fresh = newPerson(hub, { ...invitation, member, state: 'INVITED' });
    const person = withBringers(fresh, await bringersOf(hub, by, session));
    await hub.persons.save(person, session);
    const about = { members: [member.id], person: person.id };
    await recordAct(hub, { event: 'person.invited', by, ...about, facts: { roles: person.roles } }, session);
    const link = { purpose: 'INVITATION', by, member: member.id, person: person.id } as const;
    return accepted({ person, link: await issueLink(hub, link, session) });
  });
  hub.directory.forget();
  return outcome;
};

const memberOf = (
  { bySlug, members }: Directory,
  by: Actor | Outsider,
  { member: slug }: Invitation,
): Outcome<Member> => {
  const own = 'member' in by ? members.get(by.member.id) : undefined;
  const found = slug === undefined ? own : bySlug.get(slug);
  // Whoever may invite only for its own member is told nothing of others.
  const isAbsent = found === undefined || (own !== undefined && found !== own && !isOperator(by));
  if (!isAbsent && found !== undefined) return accepted(found);
  return refused(
    problem(
      'MEMBER_UNKNOWN',
      '$.member',
      `There is no member "${slug ?? ''}".`,
      'Give the slug of a member.',
    ),
  );
};

const isOperator = (by: Actor | Outsider): boolean => 'member' in by && by.roles.includes('hub-operator');

type Inviting = { readonly member: Member; readonly roles: readonly Role[] };

const rightProblems = async (
  hub: LinkDeps,
  by: Actor | Outsider,
  { member, roles }: Inviting,
  session: Session,
): Promise<Problem[]> => {
  // The operator on the machine of the hub, and the hub itself.
  if (!('member' in by)) return [];
  const permission = mayAct(by, 'person.invite', null);
  if (!permission.allowed) return [permission.problem];
  if (isOperator(by) && (await isFirstAdmin(hub, { member, roles }, session))) return [];
  if (member.id !== by.member.id) {
    const message = `${member.name} has, or had, an administrator.`;
    const remedy =
      'Ask a member-admin of that organisation; access of its last one is restored by two operators of the hub (RECOVER_LAST_ADMIN).';
    return [problem('NOT_YOUR_MEMBER', '$.member', message, remedy)];
  }
  return grantProblems(by, roles);
};

/**
 * Whether these are the roles of the one person who can invite the others, where nobody ever could: an operator alone would
 * otherwise take over a member whose administrators are dormant. An invitation that ran out does not count.
 */
const isFirstAdmin = async (
  { persons, clock }: Pick<LinkDeps, 'persons' | 'clock'>,
  { member, roles }: Inviting,
  session: Session,
): Promise<boolean> => {
  if (!roles.includes('member-admin') || roles.includes('hub-operator')) return false;
  const open = new Date(clock.now().getTime() - INVITED_MS);
  const own = await persons.ofMember(member.id, session);
  return !own.some(
    ({ roles: had, state, lastSeenAt, createdAt }) =>
      had.includes('member-admin') && (state !== 'INVITED' || lastSeenAt !== null || createdAt > open),
  );
};

/** The roles that the actor may not grant (I13). */
export const grantProblems = (by: Actor, roles: readonly Role[]): Problem[] =>
  roles.flatMap((role, at) =>
    mayGrant(by.roles, role)
      ? []
      : [
          problem(
            'ROLE_NOT_YOURS_TO_GRANT',
            `$.roles[${at}]`,
            `You may not grant the role ${role}.`,
            'docs/roles.generated.md says which role grants which.',
          ),
        ],
  );

/** Roles of a person: at least one, each known, and none that is for machines alone. */
export const rolesProblems = (roles: readonly Role[]): Problem[] => {
  if (roles.length === 0) {
    return [problem('ROLES_MISSING', '$.roles', 'A person has at least one role.', 'Give one or several.')];
  }
  return roles.flatMap((role, at) => {
    if (!ROLES.includes(role)) {
      const remedy = `Use one of ${ROLES.join(', ')}.`;
      return [problem('ROLE_UNKNOWN', `$.roles[${at}]`, `There is no role "${role}".`, remedy)];
    }
    if (role !== 'integrator') return [];
    const remedy = 'Make a key for the machine instead.';
    return [problem('ROLE_FOR_MACHINES', `$.roles[${at}]`, 'The role integrator is for machines.', remedy)];
  });
};

const takenProblems = async (
  { persons }: Pick<LinkDeps, 'persons'>,
  member: Member,
  handle: string,
  session: Session,
): Promise<Problem[]> =>
  (await persons.byHandle(member.id, handle, session)) !== null
    ? [
        problem(
          'PERSON_TAKEN',
          '$.handle',
          `${member.slug}/${handle} is a person already.`,
          'Choose another name, or change that person.',
        ),
      ]
    : [];
