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

type Arriving = { readonly granted: readonly Role[]; readonly arrived: Arrival; readonly visitor: Visitor };

/**
 * `granted`: what the groups of now give. In effect on every hub when it returns. Almost always nothing changes, and then nothing is
 * written and no hub is waited for, so that signing in asks for no room.
 */
export const followGroups = async (
  hub: FollowDeps,
  credential: StoredCredential,
  arriving: Arriving,
): Promise<void> => {
  const { granted } = arriving;
  const found = await hub.members.look((session) => nextOf(hub, credential, arriving, session));
  if (found === null) return;
  const ends = granted.length === 0 && (await hasSessions(hub, found.before.id, credential.id));
  if (isSame(found.roles, found.before.roles) && !ends) {
    if (!found.isGivenKept)
      await hub.members.look(async (session) => hub.credentials.give(credential.id, found.given, session));
    return;
  }
  // What only takes rights away is done on a full disk too.
  const takesOnly = found.roles.every((role) => found.before.roles.includes(role));
  const write = takesOnly ? hub.members.narrow : hub.members.change;
  const isChanged = await write(async (session) => {
    const next = await nextOf(hub, credential, arriving, session);
    if (next !== null) await take(hub, { credential: credential.id, next, arriving }, session);
    return next !== null;
  });
  if (isChanged) await confirmEverywhere(hub);
};

const hasSessions = async (
  { sessions, clock }: Pick<Hub, 'sessions' | 'clock'>,
  person: string,
  credential: string,
): Promise<boolean> =>
  (await sessions.ofPerson(person, clock.now())).some((each) => each.credential === credential);

type Next = {
  readonly before: Person;
  readonly roles: readonly Role[];
  readonly given: readonly Role[];
  /** Whether the account says so already. */
  readonly isGivenKept: boolean;
};

/** Null for somebody who may not sign in. */
const nextOf = async (
  hub: FollowDeps,
  { id, person }: StoredCredential,
  { granted, arrived }: Arriving,
  session: Session,
): Promise<Next | null> => {
  const account = await hub.credentials.live(id, hub.clock.now(), session);
  const before = person === null ? null : await hub.persons.byId(person, session);
  if (account === null || before === null || before.state !== 'ACTIVE') return null;
  const known = account.givenRoles ?? null;
  const given = known ?? givenBefore(arrived, before);
  const next = await followed(hub, before, { given, granted }, session);
  return { before, ...next, isGivenKept: known !== null && isSame(known, next.given) };
};

/** Of an account from before it was noted what groups gave it: what the provider can give. */
const givenBefore = ({ provider }: Arrival, { roles }: Person): readonly Role[] => {
  const givable = [...provider.rolesOfAll, ...provider.groups.flatMap((each) => each.roles)];
  return roles.filter((role) => givable.includes(role));
};

type Taking = { readonly credential: string; readonly next: Next; readonly arriving: Arriving };

const take = async (
  hub: FollowDeps,
  { credential, next: { before, roles, given }, arriving: { granted, arrived, visitor } }: Taking,
  session: Session,
): Promise<void> => {
  const { provider } = arrived;
  const by = { way: 'LINK' as const, range: visitor.range };
  const isGiven = roles.some((role) => !before.roles.includes(role));
  const bare: Person = { ...before, roles };
  const after = isGiven ? withBringers(bare, provider.setBy ?? [provider.id]) : bare;
  await hub.credentials.give(credential, given, session);
  if (granted.length === 0) await endSessions(hub, { person: before.id, credential, by }, session);
  if (isSame(roles, before.roles)) return;
  await hub.persons.save(after, session);
  await settleKeys(hub, after, session);
  const facts = { fields: ['roles'], roles, before: before.roles, provider: provider.id };
  const about = { by, members: [before.member], person: before.id, facts };
  await recordAct(hub, { ...about, event: 'person.changed' }, session);
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
