// Closes endpoints whose owner is out: a person who was deactivated or erased, a member that left. Within the transaction of that
// act, so that nothing goes there once it is answered; what was under way is broken off as for every right that is taken.
import { type Endpoint, WITHOUT_ADDRESS } from '../../domain/channel/endpoint.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import { recordAct } from '../audit/record-act.ts';

export type CloseDeps = Pick<
  Hub,
  'endpoints' | 'channelDeliveries' | 'members' | 'acts' | 'entries' | 'clock' | 'entropy'
>;

/** `member`: its own, and those of its persons. */
export type Out = { readonly person: string } | { readonly member: string };

const openOf = async (
  { endpoints }: Pick<Hub, 'endpoints'>,
  out: Out,
  session?: Session,
): Promise<Endpoint[]> =>
  (
    await ('person' in out ? endpoints.ofPerson(out.person, session) : endpoints.listed(out.member, session))
  ).filter(({ state }) => state === 'ACTIVE' || state === 'PAUSED');

/** How many would be closed. */
export const countOpen = async (hub: Pick<Hub, 'endpoints'>, out: Out): Promise<number> =>
  (await openOf(hub, out)).length;

/**
 * Disables them, and ends what waits for them, gathered for a digest or not; returns how many. Whoever returns proves them
 * again; subscriptions there tell on from then.
 */
export const closeEndpoints = async (hub: CloseDeps, out: Out, session: Session): Promise<number> => {
  const open = await openOf(hub, out, session);
  for (const endpoint of open) {
    await hub.endpoints.save({ ...endpoint, state: 'DISABLED', cause: 'OWNER_LEFT' }, session);
    const about = { members: [endpoint.member], subject: endpoint.id, facts: { cause: 'OWNER_LEFT' } };
    await recordAct(hub, { event: 'endpoint.disabled', by: { way: 'HUB' }, ...about }, session);
  }
  await endWaiting(hub, out, session);
  return open.length;
};

/** What waits for any of theirs, challenges of endpoints that were never proved among it. */
const endWaiting = async (
  { channelDeliveries, clock }: Pick<Hub, 'channelDeliveries' | 'clock'>,
  out: Out,
  session: Session,
): Promise<void> => {
  const end = { state: 'CANCELLED', cause: 'ENDPOINT_NOT_ACTIVE', at: clock.now() } as const;
  await channelDeliveries.endWaiting(out, end, session);
};

type ForgetDeps = Pick<Hub, 'endpoints' | 'endpointSecrets'>;

/** Takes address and secrets of the endpoint away. */
const forget = async (hub: ForgetDeps, endpoint: Endpoint, session: Session): Promise<void> => {
  await hub.endpoints.save({ ...endpoint, ...WITHOUT_ADDRESS }, session);
  await hub.endpointSecrets.removeOf(endpoint.id, session);
};

/** Those that were removed since a backup was made, which has their addresses yet. */
export const forgetEndpoints = async (
  hub: ForgetDeps,
  ids: readonly string[],
  session: Session,
): Promise<void> => {
  for (const id of ids) {
    const endpoint = await hub.endpoints.byId(id, session);
    if (endpoint !== null) await forget(hub, endpoint, session);
  }
};

/** Takes addresses, secrets and subscriptions of the person away. Doing it twice changes nothing. */
export const removeEndpointsOf = async (
  hub: ForgetDeps & Pick<Hub, 'subscriptions' | 'channelDeliveries' | 'clock'>,
  person: string,
  session: Session,
): Promise<void> => {
  for (const endpoint of await hub.endpoints.ofPerson(person, session)) await forget(hub, endpoint, session);
  await hub.subscriptions.removeOf(person, session);
  await endWaiting(hub, { person }, session);
};
