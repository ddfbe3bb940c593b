// Confirms that a person is who it is said to be. Whoever invites somebody, restores its access or gives it a role could be
// that somebody, who then gets no TLP:RED that others restored it to, and approves nothing of theirs, until a third confirms:
// another administrator of its member, an operator of the hub, or whoever runs its machine.
import type { Actor } from '../../domain/member.ts';
import { isPersonId, type Person } from '../../domain/person.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { isHubOperator, mayBeOne } from '../../policy/two-persons.ts';
import type { Session } from '../../store/connect.ts';
import { confirmEverywhere } from '../access/confirm-everywhere.ts';
import { type Outsider, recordAct } from '../audit/record-act.ts';
import { findPerson, privilegeProblems } from './find-person.ts';
import type { LinkDeps } from './issue-link.ts';

type Deps = Pick<Hub, 'persons'>;

/** By whom somebody comes in through an act of this actor: those who may turn out to be one with it. */
export const bringersOf = async (
  { persons }: Deps,
  by: Actor | Outsider,
  session: Session,
): Promise<string[]> => {
  // Whoever holds the machine of the hub holds its database.
  if (!('member' in by)) return [];
  if (by.person === null) return [by.key];
  const own = await persons.byId(by.person, session);
  return [by.person, ...(own?.broughtBy ?? [])];
};

export const confirmPerson = async (
  hub: LinkDeps,
  by: Actor | Outsider,
  written: string,
): Promise<Outcome<Person>> => {
  // Before anything is looked for: who may not learns of nobody.
  const permission = 'member' in by ? mayAct(by, 'person.change', null) : null;
  if (permission !== null && !permission.allowed) return refused(permission.problem);
  const outcome = await hub.members.change(async (session): Promise<Outcome<Person>> => {
    const found = await findPerson(hub, scopeOf(by), inFull(by, written), session);
    if (!found.ok) return found;
    const before = found.value;
    const wrong = await wrongWith(hub, by, before, session);
    if (wrong !== null) return refused(wrong);
    const person: Person = { ...before, isRedClosed: false, broughtBy: [] };
    if (!before.isRedClosed && (before.broughtBy ?? []).length === 0) return accepted(before);
    await hub.persons.save(person, session);
    const about = { members: [person.member], person: person.id };
    await recordAct(hub, { event: 'person.confirmed', by, ...about }, session);
    return accepted(person);
  });
  if (outcome.ok) await confirmEverywhere(hub);
  return outcome;
};

/** A handle alone is one of the own member, as everywhere. */
const inFull = (by: Actor | Outsider, written: string): string =>
  'member' in by && !written.includes('/') && !isPersonId(written) ? `${by.member.slug}/${written}` : written;

/** An operator of the hub confirms persons of any member. */
const scopeOf = (by: Actor | Outsider): Actor | Outsider =>
  'member' in by && isHubOperator(by) && mayAct(by, 'person.change', null).allowed ? { way: 'HOST' } : by;

const wrongWith = async (
  hub: LinkDeps,
  by: Actor | Outsider,
  person: Person,
  session: Session,
): Promise<Problem | null> => {
  if (!('member' in by)) return null;
  const [broken] = isHubOperator(by) ? [] : privilegeProblems(by, person);
  if (broken !== undefined) return broken;
  if (by.person === null) return anotherNeeded();
  const confirming = (await hub.persons.byId(by.person, session)) ?? { id: by.person };
  const broughtBy = person.broughtBy ?? (await restorersOf(hub, person, session));
  return mayBeOne(confirming, { id: person.id, broughtBy }) ? anotherNeeded() : null;
};

/** Of a person whom a hub of an earlier release restored: all who ever did. */
const restorersOf = (
  { acts }: Pick<Hub, 'acts'>,
  { id, isRedClosed }: Person,
  session: Session,
): Promise<string[]> => (isRedClosed ? acts.byWhom(id, 'person.recovered', session) : Promise.resolve([]));

const anotherNeeded = (): Problem =>
  problem(
    'ANOTHER_ADMINISTRATOR_NEEDED',
    '$.person',
    'Somebody else confirms a person than who invited or restored it, or came in by the same one, and never the person itself.',
    'Ask another administrator of your organisation or an operator of the hub, who makes sure of the person by voice or in sight; on the machine of the hub: tocsin hub confirm.',
  );
