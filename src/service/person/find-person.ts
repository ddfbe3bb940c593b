// Finds the person that an act is about: of the actor's own member, or of any for the operator on the machine of the hub.
// What the actor may not manage looks absent, unless it is of its own member.
import type { Directory } from '../../domain/directory.ts';
import type { Actor } from '../../domain/member.ts';
import type { Person } from '../../domain/person.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import { mayManage } from '../../policy/grants.ts';
import type { Outsider } from '../audit/record-act.ts';

/** `written`: `<member slug>/<handle>`, a handle of the own member, or an id. */
export const findPerson = (
  { byHandle, persons }: Directory,
  by: Actor | Outsider,
  written: string,
): Outcome<Person> => {
  const slug = 'member' in by ? by.member.slug : '';
  const found = byHandle.get(written) ?? persons.get(written) ?? byHandle.get(`${slug}/${written}`);
  const isOwn = 'member' in by ? found?.member === by.member.id : true;
  return found === undefined || !isOwn || found.state === 'ERASED'
    ? refused(unknown(written))
    : accepted(found);
};

const unknown = (written: string): Problem =>
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

const IN_OFFICE: readonly Person['state'][] = ['ACTIVE'];

/** Whether nobody else could invite the persons of the member, were this one not its administrator. */
export const isLastAdmin = ({ persons }: Directory, person: Person): boolean =>
  person.roles.includes('member-admin') &&
  IN_OFFICE.includes(person.state) &&
  ![...persons.values()].some(
    ({ id, member, roles, state }) =>
      id !== person.id &&
      member === person.member &&
      roles.includes('member-admin') &&
      IN_OFFICE.includes(state),
  );

export const lastAdminProblem = (): Problem =>
  problem(
    'LAST_ADMINISTRATOR',
    '$.person',
    'This is the last administrator of your organisation.',
    'Make somebody else member-admin first.',
  );
