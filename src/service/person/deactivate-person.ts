// Deactivates a person, and lets one return.
import type { Actor, Role } from '../../domain/member.ts';
import { ROLES } from '../../domain/member.ts';
import { type Person, withBringers } from '../../domain/person.ts';
import { accepted, type Outcome, type Problem, problem, refused } from '../../domain/problem.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import type { Verb } from '../../policy/grants.ts';
import { isHubOperator } from '../../policy/two-persons.ts';
import type { Session } from '../../store/connect.ts';
import { confirmEverywhere } from '../access/confirm-everywhere.ts';
import { type Outsider, recordAct } from '../audit/record-act.ts';
import { type CloseDeps, closeEndpoints, countOpen } from '../endpoint/close-endpoints.ts';
import { bringersOf } from './confirm-person.ts';
import { endWaysIn, NO_WAYS, type WaysIn, waysIn } from './end-ways-in.ts';
import { findPerson, lastAdminProblem, privilegeProblems } from './find-person.ts';
import { isAwaited } from './first-admin.ts';
import { type IssuedLink, issueLink, type LinkDeps } from './issue-link.ts';

type Deps = LinkDeps & CloseDeps & Pick<Hub, 'sessions' | 'credentials' | 'drafts'>;

/** What ends with it: ways in, and endpoints of its own. */
export type Ends = WaysIn & { readonly endpoints: number };

export type Deactivated = { readonly person: Person; readonly ends: Ends };

const NOTHING_ENDS: Ends = { ...NO_WAYS, endpoints: 0 };

const ALL: readonly Role[] = ROLES;

/**
 * Its keys, links, sessions, ways to sign in, drafts and endpoints end in the same transaction; what was addressed to it stays addressed to this
 * person alone. `isTrial`: says what would end, and writes nothing.
 */
export const deactivatePerson = async (
  hub: Deps,
  by: Actor | Outsider,
  written: string,
  { isTrial = false }: { readonly isTrial?: boolean } = {},
): Promise<Outcome<Deactivated>> => {
  hub.directory.forget();
  const within = isTrial ? hub.members.look : hub.members.narrow;
  const outcome = await within(async (session): Promise<Outcome<Deactivated>> => {
    const found = await managed(hub, { by, written, verb: 'person.deactivate' }, session);
    if (!found.ok) return found;
    const before = found.value;
    if (before.state === 'DEACTIVATED') return accepted({ person: before, ends: NOTHING_ENDS });
    const last = await lastAdminProblem(hub, before, ALL, session);
    if (last !== null) return refused(last);
    if (isTrial) return accepted({ person: before, ends: await wouldEnd(hub, before) });
    const person: Person = { ...before, state: 'DEACTIVATED', credentials: 0 };
    const ends: Ends = {
      ...(await endWaysIn(hub, person, session)),
      endpoints: await closeEndpoints(hub, { person: person.id }, session),
    };
    await hub.persons.save(person, session);
    const about = { members: [person.member], person: person.id, facts: { before: before.state, ...ends } };
    await recordAct(hub, { event: 'person.deactivated', by, ...about }, session);
    return accepted({ person, ends });
  });
  if (outcome.ok && !isTrial) await confirmEverywhere(hub);
  return outcome;
};

const wouldEnd = async (hub: Deps, person: Person): Promise<Ends> => ({
  ...(await waysIn(hub, person)),
  endpoints: await countOpen(hub, { person: person.id }),
});

/**
 * Somebody who is deactivated, dormant, or has lost the link comes back by a new link. Whoever makes the link could take it,
 * as with a recovery code: what let the person in before has ended, and TLP:RED stays closed to who had joined.
 */
export const reinvitePerson = async (
  hub: Deps,
  by: Actor | Outsider,
  written: string,
): Promise<Outcome<{ readonly person: Person; readonly link: IssuedLink }>> => {
  hub.directory.forget();
  const outcome = await hub.members.change(
    async (session): Promise<Outcome<{ readonly person: Person; readonly link: IssuedLink }>> => {
      const found = await managed(hub, { by, written, verb: 'person.invite' }, session);
      if (!found.ok) return found;
      const before = found.value;
      if (before.state === 'ACTIVE') return refused(stillActive());
      const hadJoined = before.state !== 'INVITED' || before.lastSeenAt !== null;
      const invited: Person = {
        ...before,
        state: 'INVITED',
        warnedAt: null,
        credentials: 0,
        isRedClosed: before.isRedClosed || hadJoined,
      };
      const person = withBringers(invited, await bringersOf(hub, by, session));
      await endWaysIn(hub, person, session);
      await hub.persons.save(person, session);
      const about = { members: [person.member], person: person.id, facts: { before: before.state } };
      await recordAct(hub, { event: 'person.reinstated', by, ...about }, session);
      const link = { purpose: 'INVITATION', by, member: person.member, person: person.id } as const;
      return accepted({ person, link: await issueLink(hub, link, session) });
    },
  );
  if (outcome.ok) await confirmEverywhere(hub);
  return outcome;
};

type Managing = { readonly by: Actor | Outsider; readonly written: string; readonly verb: Verb };

/** The person, where the actor may do this to it: of its own member, or one whom an operator invited as the first of another. */
const managed = async (
  hub: LinkDeps,
  { by, written, verb }: Managing,
  session: Session,
): Promise<Outcome<Person>> => {
  if ('member' in by) {
    const permission = mayAct(by, verb, null);
    if (!permission.allowed) return refused(permission.problem);
  }
  const found = await findPerson(hub, by, written, session);
  if (!found.ok) return (await awaited(hub, by, written, session)) ?? found;
  const broken = privilegeProblems(by, found.value);
  return broken.length === 0 ? found : refused(...broken);
};

const awaited = async (
  hub: LinkDeps,
  by: Actor | Outsider,
  written: string,
  session: Session,
): Promise<Outcome<Person> | null> => {
  if (!('member' in by) || !isHubOperator(by)) return null;
  const found = await findPerson(hub, { way: 'HOST' }, written, session);
  return found.ok && (await isAwaited(hub, found.value, session)) ? found : null;
};

const stillActive = (): Problem =>
  problem(
    'PERSON_ACTIVE',
    '$.person',
    'This person is active, and needs no link.',
    'If it cannot sign in any more, recover its access instead.',
  );
