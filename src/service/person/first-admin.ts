// The first administrator of a member, whom an operator of the hub invites where nobody of the member could. Until one has joined,
// the operator also replaces the link, or takes the invitation back: nobody else could.
import type { Role } from '../../domain/member.ts';
import type { Person } from '../../domain/person.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';

type Deps = Pick<Hub, 'persons' | 'keys'>;

/** Roles of the one person who can invite the others. */
export const areFirstAdmins = (roles: readonly Role[]): boolean =>
  roles.includes('member-admin') && !roles.includes('hub-operator');

/** Who is deactivated, was never seen and never had a key had an invitation that was taken back. */
const hasJoined = async ({ keys }: Deps, person: Person, session: Session): Promise<boolean> => {
  const { id, formerName, state, lastSeenAt } = person;
  if (lastSeenAt !== null || (state !== 'INVITED' && state !== 'DEACTIVATED')) return true;
  return (await keys.everOf(formerName === null ? [id] : [id, formerName], session)).length > 0;
};

/** `hasJoined`: of any administrator there ever was. `invited`: who may join as the first. */
export const adminsOf = async (
  hub: Deps,
  member: string,
  session: Session,
): Promise<{ readonly hasJoined: boolean; readonly invited: Person | null }> => {
  const own = (await hub.persons.ofMember(member, session)).filter(({ roles }) =>
    roles.includes('member-admin'),
  );
  for (const each of own) if (await hasJoined(hub, each, session)) return { hasJoined: true, invited: null };
  return { hasJoined: false, invited: own.find(({ state }) => state === 'INVITED') ?? null };
};

/** Whether this person was invited as the first administrator of its member, and nobody has joined as one. */
export const isAwaited = async (hub: Deps, person: Person, session: Session): Promise<boolean> =>
  areFirstAdmins(person.roles) && !(await adminsOf(hub, person.member, session)).hasJoined;
