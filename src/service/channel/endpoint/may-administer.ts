// Who may see and change an endpoint: its own person, or a member-admin of its member. Any other endpoint is absent.
import type { Endpoint } from '../../../domain/channel/endpoint.ts';
import type { Actor } from '../../../domain/member.ts';
import { accepted, notFound, type Outcome, refused } from '../../../domain/problem.ts';
import type { Hub } from '../../../hub.ts';
import { type ActDecision, mayAct, mayActByKey } from '../../../policy/decide.ts';
import { mayKey } from '../../../policy/grants.ts';

export const mayAdminister = (actor: Actor): ActDecision => mayAct(actor, 'member.change', null);

/** Whether its key lets the actor have endpoints of its own: every role may. */
export const mayUseOwn = (actor: Actor): ActDecision => mayActByKey(actor, 'member.change');

/** Whether it is the actor's own, and its key is not limited to other things. */
export const isOwn = (actor: Actor, { person, member }: Pick<Endpoint, 'person' | 'member'>): boolean =>
  person !== null && person === actor.person && member === actor.member.id && mayKey(actor, 'member.change');

/** Whether the actor may see it, its log, and what waits for it. */
export const maySee = (actor: Actor, endpoint: Pick<Endpoint, 'person' | 'member'>): boolean =>
  endpoint.member === actor.member.id &&
  (isOwn(actor, endpoint) || (endpoint.person === null && mayAdminister(actor).allowed));

/** The endpoint, for an act on it. `byAdmin`: what a member-admin may do with a person's endpoint too. */
export const administered = async (
  hub: Pick<Hub, 'endpoints'>,
  actor: Actor,
  id: string,
  { byAdmin = false }: { readonly byAdmin?: boolean } = {},
): Promise<Outcome<Endpoint>> => {
  const endpoint = await hub.endpoints.byId(id);
  if (endpoint === null || endpoint.state === 'REMOVED' || endpoint.member !== actor.member.id)
    return notFound('$.endpoint');
  if (isOwn(actor, endpoint)) return accepted(endpoint);
  const permission = mayAdminister(actor);
  if (endpoint.person !== null && !(byAdmin && permission.allowed)) return notFound('$.endpoint');
  return permission.allowed ? accepted(endpoint) : refused(permission.problem);
};
