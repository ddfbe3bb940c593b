// Deactivates a person, lets one return, and confirms one whose access others have restored.
import type { Actor } from '../../domain/member.ts';
import type { Person } from '../../domain/person.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import type { Verb } from '../../policy/grants.ts';
import type { Session } from '../../store/connect.ts';
import { confirmEverywhere } from '../access/confirm-everywhere.ts';
import { type Outsider, recordAct } from '../audit/record-act.ts';
import { findPerson, isLastAdmin, lastAdminProblem, privilegeProblems } from './find-person.ts';
import { type IssuedLink, issueLink, type LinkDeps } from './issue-link.ts';

type Deps = LinkDeps & Pick<Hub, 'sessions' | 'credentials'>;

/** How many of each end with it. */
export type WaysIn = { readonly keys: number; readonly sessions: number; readonly credentials: number };
export type Deactivated = { readonly person: Person; readonly ends: WaysIn };

/**
 * Its keys, links, sessions and ways to sign in end in the same transaction; what was addressed to it stays addressed to this
 * person alone. `isTrial`: says what would end, and writes nothing.
 */
export const deactivatePerson = async (
  hub: Deps,
  by: Actor | Outsider,
  written: string,
  { isTrial = false }: { readonly isTrial?: boolean } = {},
): Promise<Outcome<Deactivated>> => {
  const found = await managed(hub, by, written, 'person.deactivate');
  if (!found.ok) return found;
  const before = found.value;
  if (before.state === 'DEACTIVATED') return accepted({ person: before, ends: NONE });
  if (isLastAdmin(await hub.directory.current(), before)) return refused(lastAdminProblem());
  if (isTrial) return accepted({ person: before, ends: await waysIn(hub, before) });
  const person: Person = { ...before, state: 'DEACTIVATED', credentials: 0 };
  const ends = await hub.members.narrow(async (session) => {
    const ended = await endWaysIn(hub, person, session);
    await hub.persons.save(person, session);
    const about = { members: [person.member], person: person.id, facts: { before: before.state, ...ended } };
    await recordAct(hub, { event: 'person.deactivated', by, ...about }, session);
    return ended;
  });
  await confirmEverywhere(hub);
  return accepted({ person, ends });
};

const NONE: WaysIn = { keys: 0, sessions: 0, credentials: 0 };

const namesOf = ({ id, formerName }: Person): string[] => [id, ...(formerName === null ? [] : [formerName])];

const waysIn = async (hub: Deps, person: Person): Promise<WaysIn> => {
  const keys = await hub.keys.ofPerson(namesOf(person));
  const sessions = await hub.sessions.ofPerson(person.id, hub.clock.now());
  const credentials = await hub.credentials.ofPerson(person.id);
  return { keys: keys.length, sessions: sessions.length, credentials: credentials.length };
};

/** Ends its keys, links, sessions and ways to sign in. */
const endWaysIn = async (hub: Deps, person: Person, session: Session): Promise<WaysIn> => {
  const at = hub.clock.now();
  const keys = await hub.keys.ofPerson(namesOf(person), session);
  for (const { _id } of keys) await hub.keys.revoke(_id, at, session);
  await hub.accessLinks.revokeOf(person.id, at, session);
  const sessions = await hub.sessions.end({ person: person.id }, at, session);
  const credentials = await hub.credentials.endAllOf(person.id, at, session);
  return { keys: keys.length, sessions: sessions.length, credentials: credentials.length };
};

/** Somebody who is deactivated, dormant, or has lost the link comes back by a new link. */
export const reinvitePerson = async (
  hub: LinkDeps,
  by: Actor | Outsider,
  written: string,
): Promise<Outcome<{ readonly person: Person; readonly link: IssuedLink }>> => {
  const found = await managed(hub, by, written, 'person.invite');
  if (!found.ok) return found;
  const before = found.value;
  if (before.state === 'ACTIVE') return refused(stillActive());
  const person: Person = { ...before, state: 'INVITED', warnedAt: null };
  const link = await hub.members.change(async (session) => {
    await hub.persons.save(person, session);
    const about = { members: [person.member], person: person.id, facts: { before: before.state } };
    await recordAct(hub, { event: 'person.reinstated', by, ...about }, session);
    return issueLink(hub, { purpose: 'INVITATION', by, member: person.member, person: person.id }, session);
  });
  await confirmEverywhere(hub);
  return accepted({ person, link });
};

/** Opens TLP:RED again to somebody whose access others have restored: by another administrator, who has made sure. */
export const confirmPerson = async (hub: LinkDeps, by: Actor, written: string): Promise<Outcome<Person>> => {
  const found = await managed(hub, by, written, 'person.change');
  if (!found.ok) return found;
  const before = found.value;
  const line = await hub.acts.lastAbout(before.id, 'person.recovered');
  const isOwn = by.person === null || by.person === before.id || by.person === line?.byPerson;
  if (isOwn) return refused(anotherNeeded());
  if (!before.isRedClosed) return accepted(before);
  const person: Person = { ...before, isRedClosed: false };
  await hub.members.change(async (session) => {
    await hub.persons.save(person, session);
    await recordAct(
      hub,
      { event: 'person.confirmed', by, members: [person.member], person: person.id },
      session,
    );
  });
  await confirmEverywhere(hub);
  return accepted(person);
};

/** The person, where the actor may do this to it. */
const managed = async (
  hub: LinkDeps,
  by: Actor | Outsider,
  written: string,
  verb: Verb,
): Promise<Outcome<Person>> => {
  if ('member' in by) {
    const permission = mayAct(by, verb, null);
    if (!permission.allowed) return refused(permission.problem);
  }
  hub.directory.forget();
  const found = findPerson(await hub.directory.current(), by, written);
  if (!found.ok) return found;
  const broken = privilegeProblems(by, found.value);
  return broken.length === 0 ? found : refused(...broken);
};

const stillActive = (): Problem =>
  problem(
    'PERSON_ACTIVE',
    '$.person',
    'This person is active, and needs no link.',
    'If it cannot sign in any more, recover its access instead.',
  );

const anotherNeeded = (): Problem =>
  problem(
    'ANOTHER_ADMINISTRATOR_NEEDED',
    '$.person',
    'Another administrator than who restored the access confirms it, and never the person itself.',
    'Ask another member-admin of your organisation, who makes sure of the person by voice or in sight.',
  );
