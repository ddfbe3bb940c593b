// Finds the person that an act is about: of the actor's own member, or of any for the operator on the machine of the hub.
// What the actor may not manage looks absent, unless it is of its own member.
import { personWritten } from '../../domain/directory.ts';
import type { Actor, Role } from '../../domain/member.ts';
import type { Person } from '../../domain/person.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { mayManage } from '../../policy/grants.ts';
import type { Session } from '../../store/connect.ts';
import type { Outsider } from '../audit/record-act.ts';

/**
 * `written`: `<member slug>/<handle>`, a handle of the own member, or an id. As it is in the transaction: the copy of the
 * directory finds it, and may be older.
 */
export const findPerson = async (
  hub: Pick<Hub, 'directory' | 'persons'>,
  by: Actor | Outsider,
  written: string,
  session: Session,
): Promise<Outcome<Person>> => {
  const slug = 'member' in by ? by.member.slug : null;
  const known = personWritten(await hub.directory.current(), written, slug);
  const found = await hub.persons.byId(known?.id ?? written, session);
  const isOwn = 'member' in by ? found?.member === by.member.id : true;
  return found === null || !isOwn || found.state === 'ERASED'
    ? refused(unknownPerson(written))
    : accepted(found);
};

const unknownPerson = (written: string): Problem =>
  problem(
    'PERSON_UNKNOWN',
    '$.person',
    `Your organisation has no person "${written}".`,
    'List its persons, and write one as <member slug>/<name>.',
  );

/** Nobody changes somebody more privileged (I13). Empty for nothing wrong. */
export const privilegeProblems = (by: Actor | Outsider, person: Person): Problem[] =>
  !('member' in by) || mayManage(by.roles, person.roles)
    ? []
    : [
        problem(
          'PERSON_MORE_PRIVILEGED',
          '$.person',
          'This person has a role that you may not grant.',
          'Ask somebody who may grant each role of this person.',
        ),
      ];

/**
 * What would be left without anybody who administers it, were this person without these roles: its member, or the hub. Null
 * for nothing; read in the transaction, so that of two who go at once one stays.
 */
export const lastAdminProblem = async (
  hub: Pick<Hub, 'persons' | 'members'>,
  { id, member, roles, state }: Person,
  lost: readonly Role[],
  session: Session,
): Promise<Problem | null> => {
  if (state !== 'ACTIVE') return null;
  const loses = (role: Role): boolean => roles.includes(role) && lost.includes(role);
  if (loses('member-admin')) {
    const own = await hub.persons.ofMember(member, session);
    const isElse = own.some(
      (each) => each.id !== id && each.roles.includes('member-admin') && each.state === 'ACTIVE',
    );
    if (!isElse) return lastOf('your organisation', 'Make somebody else member-admin first.');
  }
  if (!loses('hub-operator') || !(await isLastOperator(hub, id, session))) return null;
  return lastOf('this hub', 'Invite another hub operator first.');
};

/** A hub that nobody runs could never be changed again. */
export const isLastOperator = async (
  hub: Pick<Hub, 'persons' | 'members'>,
  id: string,
  session: Session,
): Promise<boolean> => {
  const operators = await hub.persons.operators(session);
  if (!operators.some((each) => each.id === id)) return false;
  for (const each of operators) {
    if (each.id !== id && (await hub.members.byId(each.member, session))?.isActive === true) return false;
  }
  return true;
};

const lastOf = (what: string, remedy: string): Problem =>
  problem('LAST_ADMINISTRATOR', '$.person', `This is the last administrator of ${what}.`, remedy);
