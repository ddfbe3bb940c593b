// Legal holds, for who may place them: those of their member, and all of them for the operators of the hub.
import type { Actor, Role } from '../../domain/member.ts';
import type { Hold } from '../../domain/retention/hold.ts';
import type { Hub } from '../../hub.ts';
import { isHubOperator } from '../../policy/two-persons.ts';

const MOST = 200;
/** More are never read for one list. */
const MOST_READ = 2_000;

/** Who proposes and approves holds. */
export const HOLDERS: readonly Role[] = ['hub-operator', 'member-admin', 'manager'];

const maySee = (actor: Actor, { member }: Hold): boolean =>
  actor.member.isActive &&
  actor.roles.some((role) => HOLDERS.includes(role)) &&
  (isHubOperator(actor) || member === actor.member.id);

export const listHolds = async (hub: Pick<Hub, 'holds'>, actor: Actor): Promise<readonly Hold[]> =>
  (await hub.holds.list(MOST_READ)).filter((hold) => maySee(actor, hold)).slice(0, MOST);

export const readHold = async (hub: Pick<Hub, 'holds'>, actor: Actor, id: string): Promise<Hold | null> => {
  const hold = await hub.holds.byId(id);
  return hold !== null && maySee(actor, hold) ? hold : null;
};
