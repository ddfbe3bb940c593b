// What follows from an attempt beside the end of its delivery: a webhook that gave the challenge back is proved; an endpoint that
// is gone, or has failed for days, is disabled; and its owners are told by another way.
import type { Attempt, Follows } from '../../domain/channel/attempt.ts';
import { type DisabledCause, type Endpoint, isAlive } from '../../domain/channel/endpoint.ts';
import { maySignIn } from '../../domain/person.ts';
import type { Hub } from '../../hub.ts';
import type { ChannelDeliveryRow } from '../../store/delivery/channel-deliveries.ts';
import type { SeenEndpoint } from '../../store/delivery/endpoints.ts';
import { recordAct } from '../audit/record-act.ts';
import { newEntry } from '../record/append-entry.ts';
import { PROVED, reviveAt } from './endpoint/change-endpoint.ts';
import { newMessage } from './new-channel-delivery.ts';

type Ended = {
  readonly row: ChannelDeliveryRow;
  readonly endpoint: Endpoint;
  readonly attempt: Attempt;
  readonly follows: Follows;
  /** Whether the endpoint has failed for so long that it is given up. */
  readonly isGivenUp: boolean;
};

export const afterEnd = async (hub: Hub, ended: Ended): Promise<void> => {
  const { row, endpoint, attempt, follows } = ended;
  const isProof = row.occasion === 'CHALLENGE' && endpoint.channel === 'WEBHOOK';
  if (isProof && follows.state === 'SENT') return proved(hub, endpoint);
  const disables = attempt.disables ?? (ended.isGivenUp ? 'FAILING' : null);
  if (disables !== null && row.occasion !== 'CHALLENGE')
    await disabled(hub, endpoint, disables, { cause: attempt.cause, seen: endpoint });
  else if (follows.state === 'DEAD' && doesBring(row)) await tell(hub, endpoint, attempt, false);
  if (follows.state === 'DEAD' && doesBring(row)) await recordDead(hub, row);
};

/** Whether it brings warnings, or something of one; of the others nothing is lost. */
const doesBring = ({ occasion, warning }: ChannelDeliveryRow): boolean =>
  occasion === 'DIGEST' || warning !== null;

const proved = async (hub: Hub, endpoint: Endpoint): Promise<void> => {
  const now = hub.clock.now();
  await hub.members.write(async (session) => {
    const current = await hub.endpoints.byId(endpoint.id, session);
    if (current === null || current.state === 'REMOVED') return;
    await hub.endpoints.save({ ...current, ...PROVED(now) }, session);
    if (current.state === 'DISABLED') await reviveAt(hub, endpoint.id, session);
    const about = { members: [endpoint.member], subject: endpoint.id };
    await recordAct(hub, { event: 'endpoint.proved', by: { way: 'HUB' }, ...about }, session);
  });
};

/** What waits for it ends: it can be tried again, one by one or by a range, once it is proved. */
export const disabled = async (
  hub: Hub,
  endpoint: Endpoint,
  cause: DisabledCause,
  why: Pick<Attempt, 'cause'> & { readonly seen?: SeenEndpoint },
): Promise<void> => {
  const at = hub.clock.now();
  const isNew = await hub.members.narrow(async (session) => {
    if (!(await hub.endpoints.disable(endpoint.id, cause, session, why.seen))) return false;
    await hub.channelDeliveries.endWaiting(
      { endpoint: endpoint.id },
      { state: 'DEAD', cause: 'ENDPOINT_NOT_ACTIVE', at },
      session,
    );
    const about = { members: [endpoint.member], subject: endpoint.id, facts: { cause } };
    await recordAct(hub, { event: 'endpoint.disabled', by: { way: 'HUB' }, ...about }, session);
    return true;
  });
  if (isNew) await tell(hub, endpoint, why, true);
};

/** By each other endpoint of the owners that is alive: the member's, and those of its administrators. Once a day. */
const tell = async (
  hub: Hub,
  endpoint: Endpoint,
  { cause }: Pick<Attempt, 'cause'>,
  isDisabled: boolean,
): Promise<void> => {
  const now = hub.clock.now();
  const directory = await hub.directory.current();
  const isTold = (person: string | null): boolean => {
    if (person === null) return true;
    if (person === endpoint.person) return true;
    const found = directory.persons.get(person);
    return found !== undefined && maySignIn(found) && found.roles.includes('member-admin');
  };
  const others = (await hub.endpoints.ofMembers([endpoint.member], ['ACTIVE'])).filter(
    (each) => each.id !== endpoint.id && isTold(each.person) && isAlive(each, now),
  );
  const key = `${endpoint.id} ${isDisabled ? 'disabled' : 'dead'} ${now.toISOString().slice(0, 10)}`;
  const details = { about: endpoint.id, cause, isDisabled };
  await hub.channelDeliveries.ensure(
    others.map((each) => newMessage(each, { occasion: 'NOTICE', key, dueAt: now, details }, now)),
  );
};

const AT_ONCE = 100;

/** An entry of the record for it, or for each version that a digest would have brought: nothing that is given up vanishes (I23). */
const recordDead = async (hub: Hub, row: ChannelDeliveryRow): Promise<void> => {
  const lost = row.occasion === 'DIGEST' ? await hub.gathered.lostWith(row) : [row];
  const entries = lost.flatMap(({ _id: delivery, warning, version, member, exercise }) => {
    if (warning === null || version === null) return [];
    const subject = { warning, version, delivery, members: [member] };
    return [newEntry(hub, { event: 'delivery.failed', subject, exercise, hasNoWork: true })];
  });
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const part = entries.slice(from, from + AT_ONCE);
    await hub.database.transaction((session) => hub.entries.append(part, session));
  }
};
