// Changes a person: its roles, by whoever may grant them; its name and details, by itself or by an administrator. What it
// lost is gone from its keys in the same transaction.
import { personIdOf } from '../../domain/access/former-name.ts';
import { personWritten } from '../../domain/directory.ts';
import type { Actor, Role } from '../../domain/member.ts';
import { type ContactDetail, type Person, withBringers } from '../../domain/person.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import { mayAct, mayActByKey } from '../../policy/decide.ts';
import type { Session } from '../../store/connect.ts';
import { confirmEverywhere } from '../access/confirm-everywhere.ts';
import { namesProblems } from '../access/new-person.ts';
import { type Outsider, recordAct } from '../audit/record-act.ts';
import { bringersOf } from './confirm-person.ts';
import { detailProblems } from './detail-problems.ts';
import { findPerson, lastAdminProblem, privilegeProblems } from './find-person.ts';
import { grantProblems, rolesProblems } from './invite-person.ts';
import type { LinkDeps } from './issue-link.ts';

export type PersonChange = {
  readonly person: string;
  readonly name?: string;
  readonly handle?: string;
  readonly roles?: readonly Role[];
  readonly languages?: readonly string[];
  readonly timeZone?: string | null;
  readonly contacts?: readonly ContactDetail[];
};

/** What is changed of a person as it stands, or why it cannot be. */
type Edit = (before: Person) => Outcome<Omit<PersonChange, 'person'>>;

export const changePerson = (
  hub: LinkDeps,
  by: Actor | Outsider,
  { person, ...facts }: PersonChange,
): Promise<Outcome<Person>> => editPerson(hub, by, person, () => accepted(facts));

/** One's own contact details, each change made to those that there are. */
export const changeOwnContacts = (
  hub: LinkDeps,
  by: Actor,
  edit: (own: readonly ContactDetail[]) => Outcome<readonly ContactDetail[]>,
): Promise<Outcome<Person>> =>
  editPerson(hub, by, by.person ?? '', ({ contacts }) => {
    const edited = edit(contacts);
    return edited.ok ? accepted({ contacts: edited.value }) : edited;
  });

/** Read, decided and written in one transaction: what somebody else takes meanwhile does not come back. */
const editPerson = async (
  hub: LinkDeps,
  by: Actor | Outsider,
  written: string,
  edit: Edit,
): Promise<Outcome<Person>> => {
  hub.directory.forget();
  const write = (await takesOnly(hub, by, written, edit)) ? hub.members.narrow : hub.members.change;
  const outcome = await write(async (session): Promise<Outcome<Person>> => {
    const found = await findPerson(hub, by, written, session);
    // Whoever may change nobody but itself learns of nobody else.
    if (!found.ok) return 'member' in by ? (mayNot(by) ?? found) : found;
    const before = found.value;
    const edited = edit(before);
    if (!edited.ok) return edited;
    const facts = edited.value;
    const problems = await changeProblems(hub, { by, before, facts }, session);
    if (problems.length > 0) return refused(...problems);
    const isGiven = facts.roles?.every((role) => before.roles.includes(role)) === false;
    const bringers = isGiven ? await bringersOf(hub, by, session) : [];
    const changed: Person = isGiven
      ? withBringers({ ...before, ...facts }, bringers)
      : { ...before, ...facts };
    await hub.persons.save(changed, session);
    if (facts.roles !== undefined) await settleKeys(hub, changed, session);
    const told = {
      fields: Object.keys(facts).sort(),
      ...(facts.roles === undefined ? {} : { roles: facts.roles, before: before.roles }),
    };
    const about = { members: [before.member], person: before.id };
    await recordAct(hub, { event: 'person.changed', by, ...about, facts: told }, session);
    return accepted(changed);
  });
  // Also where only a detail changed: who may see a contact may have become fewer.
  if (outcome.ok) await confirmEverywhere(hub);
  return outcome;
};

const mayNot = (by: Actor): Outcome<never> | null => {
  const permission = mayAct(by, 'person.change', null);
  return permission.allowed ? null : refused(permission.problem);
};

type Changing = {
  readonly by: Actor | Outsider;
  readonly before: Person;
  readonly facts: Omit<PersonChange, 'person'>;
};

const changeProblems = async (
  hub: LinkDeps,
  { by, before, facts }: Changing,
  session: Session,
): Promise<Problem[]> => {
  const { roles, handle = before.handle ?? '', name = before.name } = facts;
  const isSelf = 'member' in by && by.person === before.id;
  // Alone: what else is wrong says something of the person.
  const denied = rightProblems(by, before, facts, isSelf);
  if (denied.length > 0) return denied;
  const lost = roles === undefined ? [] : before.roles.filter((role) => !roles.includes(role));
  const last = await lastAdminProblem(hub, before, lost, session);
  const holder = handle === before.handle ? null : await hub.persons.byHandle(before.member, handle, session);
  return [
    ...(roles === undefined ? [] : roleProblems(by, before, roles)),
    ...(last === null ? [] : [last]),
    ...detailProblems(facts, before.contacts),
    ...(facts.name === undefined && facts.handle === undefined ? [] : namesProblems({ handle, name })),
    ...(facts.handle === undefined || holder === null ? [] : [taken(handle)]),
  ];
};

/** Roles and nothing else, and none that it did not have: that is done on a full disk too. */
const takesOnly = async (
  { directory }: Pick<LinkDeps, 'directory'>,
  by: Actor | Outsider,
  written: string,
  edit: Edit,
): Promise<boolean> => {
  const before = personWritten(await directory.current(), written, 'member' in by ? by.member.slug : null);
  const edited = before === undefined ? null : edit(before);
  if (before === undefined || edited === null || !edited.ok) return false;
  const { roles, ...others } = edited.value;
  return roles?.every((role) => before.roles.includes(role)) === true && Object.keys(others).length === 0;
};

const rightProblems = (
  by: Actor | Outsider,
  before: Person,
  { roles, handle }: Omit<PersonChange, 'person'>,
  isSelf: boolean,
): Problem[] => {
  if (!('member' in by)) return [];
  // Its own name and details are its own; what it may do and how others write it is not. A key with limits changes neither.
  if (isSelf && roles === undefined && handle === undefined) {
    const byKey = mayActByKey(by, 'person.change');
    return byKey.allowed ? [] : [byKey.problem];
  }
  const permission = mayAct(by, 'person.change', null);
  return permission.allowed ? privilegeProblems(by, before) : [permission.problem];
};

/** Of the roles that change: those that stay need nobody's right. */
const roleProblems = (by: Actor | Outsider, before: Person, roles: readonly Role[]): Problem[] => {
  const isOld = ({ path }: Problem): boolean =>
    before.roles.some((role) => path === `$.roles[${roles.indexOf(role)}]`);
  const wrong = rolesProblems(roles).filter((each) => !isOld(each));
  if (!('member' in by)) return wrong;
  const given = grantProblems(by, roles).filter((each) => !isOld(each));
  const lost = before.roles.filter((role) => !roles.includes(role));
  const taken = grantProblems(by, lost).map((each) => ({ ...each, path: '$.roles' }));
  return [...wrong, ...given, ...taken];
};

const taken = (handle: string): Problem =>
  problem(
    'PERSON_TAKEN',
    '$.handle',
    `Another person of your organisation is written ${handle}.`,
    'Choose another name.',
  );

/**
 * Keys of a person after its roles changed: one that is left without a role is revoked, since hubs of the release before
 * go by the key alone; the others show those hubs a role that the person still has.
 */
export const settleKeys = async (
  hub: Pick<LinkDeps, 'keys' | 'clock'>,
  person: Person,
  session: Session,
): Promise<void> => {
  const names = [person.id, ...(person.formerName === null ? [] : [person.formerName])];
  for (const key of await hub.keys.ofPerson(names, session)) {
    if (personIdOf(key.person ?? '') !== person.id) continue;
    const own = key.roles === undefined || key.roles === null ? [key.role] : key.roles;
    const left = own.length === 0 ? person.roles : own.filter((role) => person.roles.includes(role));
    const [first] = left;
    if (first === undefined) await hub.keys.revoke(key._id, hub.clock.now(), session);
    else if (!left.includes(key.role)) await hub.keys.put({ ...key, role: first }, session);
  }
};
