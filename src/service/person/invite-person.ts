// A member's administrator invites a person by a one-time link. A hub operator invites other hub operators, and the first
// administrator of a member that never had one.
import type { Directory } from '../../domain/directory.ts';
import { type Actor, type Member, ROLES, type Role } from '../../domain/member.ts';
import { type Person, withBringers, writtenAs } from '../../domain/person.ts';
import { accepted, notFound, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import { mayAct } from '../../policy/decide.ts';
import { mayGrant } from '../../policy/grants.ts';
import type { Session } from '../../store/connect.ts';
import { namesProblems, newPerson } from '../access/new-person.ts';
import { type Outsider, recordAct } from '../audit/record-act.ts';
import { bringersOf } from './confirm-person.ts';
import { detailProblems } from './detail-problems.ts';
import { adminsOf, areFirstAdmins } from './first-admin.ts';
import { type IssuedLink, issueLink, type LinkDeps } from './issue-link.ts';

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
/** `link` is null where it was issued before, under the Idempotency-Key of this request. */
export type InvitedOnce = Omit<Invited, 'link'> & { readonly link: IssuedLink | null };

/** Whom this request, under its Idempotency-Key, invited before: the link was shown then. */
export const invitedBefore = async (
  hub: Pick<LinkDeps, 'persons'>,
  by: Actor,
  id: string,
): Promise<Outcome<InvitedOnce>> => {
  const person = await hub.persons.byId(id);
  const isTold =
    mayAct(by, 'person.invite', null).allowed && (isOperator(by) || person?.member === by.member.id);
  return person !== null && isTold ? accepted({ person, link: null }) : notFound('$.person');
};

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
  if (member.id === by.member.id) return grantProblems(by, roles);
  const { hasJoined, invited } = await adminsOf(hub, member.id, session);
  if (hasJoined) return [notYours(`${member.name} has, or had, an administrator.`, ASK_THEM)];
  if (!areFirstAdmins(roles))
    return [
      notYours(`${member.name} has no administrator yet.`, 'Invite one first, with the role member-admin.'),
    ];
  if (invited === null) return [];
  const written = writtenAs(invited);
  return [
    notYours(
      `${written} is invited as the first administrator of ${member.name}, and has not joined yet.`,
      `Give that person a new link (tocsin person reinvite ${written}), or take the invitation back (tocsin person deactivate ${written}).`,
    ),
  ];
};

const ASK_THEM =
  'Ask a member-admin of that organisation; access of its last one is restored by two operators of the hub (RECOVER_LAST_ADMIN).';
const notYours = (message: string, remedy: string): Problem =>
  problem('NOT_YOUR_MEMBER', '$.member', message, remedy);

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
          'Choose another name, or change that person; who has not joined yet gets a new link (tocsin person reinvite).',
        ),
      ]
    : [];
