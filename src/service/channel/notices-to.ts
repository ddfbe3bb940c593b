// Messages of the hub about a member or a person of it, by whatever endpoints they still have. The caller writes them in the
// transaction of what they tell, so that each goes once.
import type { DeliveryDetails } from '../../domain/channel/channel-delivery.ts';
import type { Endpoint } from '../../domain/channel/endpoint.ts';
import type { Role } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import type { ChannelDeliveryRow } from '../../store/delivery/channel-deliveries.ts';
import { newMessage } from './new-channel-delivery.ts';

type Deps = Pick<Hub, 'endpoints' | 'persons'>;

export type Notice = {
  /** Tells it from others: the same key is the same message. */
  readonly key: string;
  readonly details: DeliveryDetails;
  readonly isUrgent?: boolean;
  /** Whose endpoints take it, beside those of the member; its administrators' when absent. */
  readonly roles?: readonly Role[];
};

const ADMINISTRATORS: readonly Role[] = ['member-admin'];

/** To the endpoints of the member and of its administrators, or whoever the notice is for. */
export const noticesToMember = async (
  hub: Deps,
  member: string,
  notice: Notice,
  now: Date,
): Promise<ChannelDeliveryRow[]> => {
  const asked = notice.roles ?? ADMINISTRATORS;
  const told = new Set(
    (await hub.persons.ofMember(member))
      .filter(({ roles, state }) => state === 'ACTIVE' && roles.some((role) => asked.includes(role)))
      .map(({ id }) => id),
  );
  const endpoints = await openEndpoints(hub, member);
  return noticeRows(
    endpoints.filter(({ person }) => person === null || told.has(person)),
    notice,
    now,
  );
};

/** To the person's own endpoints; where it has none, to those of its member and its administrators. */
export const noticesToPerson = async (
  hub: Deps,
  { id, member }: { readonly id: string; readonly member: string },
  notice: Notice,
  now: Date,
): Promise<ChannelDeliveryRow[]> => {
  const own = (await openEndpoints(hub, member)).filter(({ person }) => person === id);
  return own.length > 0 ? noticeRows(own, notice, now) : noticesToMember(hub, member, notice, now);
};

const openEndpoints = (hub: Deps, member: string): Promise<readonly Endpoint[]> =>
  hub.endpoints.ofMembers([member], ['ACTIVE', 'PAUSED']);

export const noticeRows = (
  endpoints: readonly Endpoint[],
  { key, details, isUrgent = false }: Notice,
  now: Date,
): ChannelDeliveryRow[] =>
  endpoints.map((endpoint) =>
    newMessage(endpoint, { occasion: 'NOTICE', key, dueAt: now, details, isUrgent }, now),
  );
