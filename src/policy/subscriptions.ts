// Who keeps subscriptions, and with them what is told at an endpoint: a person at its own, whoever looks after the channels of a
// member at the member's. Nobody keeps those of another person: what somebody asks for is its own matter.
import type { Actor, Role } from '../domain/member.ts';
import { mayAct } from './decide.ts';

const THOSE_WHO_KEEP: readonly Role[] = ['member-admin', 'manager', 'integrator'];

export type Whose = { readonly member: string; readonly person: string | null };

export const mayKeepAt = (actor: Actor, { member, person }: Whose): boolean => {
  if (member !== actor.member.id || !mayAct(actor, 'warning.read', null).allowed) return false;
  return person === null ? mayKeepMembers(actor) : person === actor.person;
};

/** Whether it keeps those of the member itself. */
export const mayKeepMembers = ({ roles }: Pick<Actor, 'roles'>): boolean =>
  roles.some((role) => THOSE_WHO_KEEP.includes(role));
