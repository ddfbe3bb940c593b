// Legal holds: those that a member's own persons placed, for them; and all of them for the operators of the hub.
import type { Actor } from '../../domain/member.ts';
import type { Hold } from '../../domain/retention/hold.ts';
import type { Hub } from '../../hub.ts';
import { mayRole } from '../../policy/grants.ts';
import { isHubOperator, mayKeyAdminister } from '../../policy/two-persons.ts';

const MOST = 200;
/** More are never read for one list. */
const MOST_READ = 2_000;

/** What the hub holds is for its operators alone, also where one of them is of the same member. */
export const isHoldOf = (actor: Actor, { member, circle }: Pick<Hold, 'member' | 'circle'>): boolean =>
  isHubOperator(actor) || (circle === 'MEMBER' && member === actor.member.id);

const maySee = (actor: Actor, hold: Hold): boolean =>
  actor.member.isActive &&
  mayRole(actor.roles, 'hold.list') &&
  isHoldOf(actor, hold) &&
  mayKeyAdminister(actor, hold.circle ?? 'HUB');

export const listHolds = async (hub: Pick<Hub, 'holds'>, actor: Actor): Promise<readonly Hold[]> =>
  (await hub.holds.list(MOST_READ)).filter((hold) => maySee(actor, hold)).slice(0, MOST);

export const readHold = async (hub: Pick<Hub, 'holds'>, actor: Actor, id: string): Promise<Hold | null> => {
  const hold = await hub.holds.byId(id);
  return hold !== null && maySee(actor, hold) ? hold : null;
};
