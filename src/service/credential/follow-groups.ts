// The roles of somebody who became a person by signing in follow its groups: at each sign-in it has those of the groups that it is
// in now, and what a group gave ends with it. What an administrator gave or took is left alone.
import type { StoredCredential } from '../../domain/access/credential.ts';
import type { Role } from '../../domain/member.ts';
import { type Person, withBringers } from '../../domain/person.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import { confirmEverywhere } from '../access/confirm-everywhere.ts';
import { recordAct } from '../audit/record-act.ts';
import { settleKeys } from '../person/change-person.ts';
import { lastAdminProblem } from '../person/find-person.ts';
import { endSessions } from '../session/end-sessions.ts';
import type { SessionDeps, Visitor } from '../session/start-session.ts';
import type { Arrival } from './openid-connect.ts';

export type FollowDeps = SessionDeps & Pick<Hub, 'credentials' | 'persons' | 'keys'>;

/** `granted`: what the groups of now give. In effect on every hub when it returns. */
export const followGroups = async (
  hub: FollowDeps,
  { id, person, givenRoles }: StoredCredential,
  { granted, arrived, visitor }: { granted: readonly Role[]; arrived: Arrival; visitor: Visitor },
): Promise<void> => {
  const given = givenRoles ?? [];
  if (person === null || isSame(given, granted)) return;
  const takesOnly = granted.every((role) => given.includes(role));
  // What only takes rights away is done on a full disk too.
  const write = takesOnly ? hub.members.narrow : hub.members.change;
  const by = { way: 'LINK' as const, range: visitor.range };
  const isChanged = await write(async (session) => {
    const account = await hub.credentials.live(id, hub.clock.now(), session);
    const before = await hub.persons.byId(person, session);
    if (account === null || before === null || before.state !== 'ACTIVE') return false;
    const next = await followed(hub, before, { given: account.givenRoles ?? [], granted }, session);
    const roles = next.roles;
    const { provider } = arrived;
    const isGiven = roles.some((role) => !before.roles.includes(role));
    const bare: Person = { ...before, roles };
    const after = isGiven ? withBringers(bare, provider.setBy ?? [provider.id]) : bare;
    await hub.persons.save(after, session);
    await hub.credentials.give(id, next.given, session);
    await settleKeys(hub, after, session);
    if (granted.length === 0) await endSessions(hub, { person, credential: id, by }, session);
    const facts = { fields: ['roles'], roles, before: before.roles, provider: provider.id };
    const about = { by, members: [before.member], person, facts };
    await recordAct(hub, { ...about, event: 'person.changed' }, session);
    return true;
  });
  if (isChanged) await confirmEverywhere(hub);
};

const isSame = (one: readonly Role[], other: readonly Role[]): boolean =>
  one.length === other.length && one.every((role) => other.includes(role));

type Following = { readonly given: readonly Role[]; readonly granted: readonly Role[] };

/**
 * What is new is added, and what a group gave before and none gives now is taken. A role that the person had otherwise does not
 * count as given: it stays when the group goes. The last administrator stays one until there is another.
 */
const followed = async (
  hub: Pick<Hub, 'persons' | 'members'>,
  person: Person,
  { given, granted }: Following,
  session: Session,
): Promise<{ readonly roles: readonly Role[]; readonly given: readonly Role[] }> => {
  const ended = given.filter((role) => !granted.includes(role));
  const isLast = (await lastAdminProblem(hub, person, ended, session)) !== null;
  const stays = (role: Role): boolean => isLast && (role === 'member-admin' || role === 'hub-operator');
  const taken = ended.filter((role) => !stays(role));
  const added = granted.filter((role) => !given.includes(role) && !person.roles.includes(role));
  return {
    roles: [...person.roles.filter((role) => !taken.includes(role)), ...added],
    given: [...given.filter((role) => !taken.includes(role)), ...added],
  };
};
