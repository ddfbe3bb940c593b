// What follows from an attempt beside the end of its delivery: a webhook that gave the challenge back is proved; an endpoint that
// is gone, or has failed for days, is disabled; and its owners are told by another way.
import type { Attempt, Follows } from '../../domain/channel/attempt.ts';
import { type DisabledCause, type Endpoint, isAlive } from '../../domain/channel/endpoint.ts';
import { maySignIn } from '../../domain/person.ts';
import type { Hub } from '../../hub.ts';
import type { ChannelDeliveryRow, Owed } from '../../store/delivery/channel-deliveries.ts';
import type { SeenEndpoint } from '../../store/delivery/endpoints.ts';
import { recordAct } from '../audit/record-act.ts';
import { tryEach } from '../job/try-each.ts';
import { newEntry } from '../record/append-entry.ts';
import { untilDone } from '../record/until-done.ts';
import { PROVED, reviveAt } from './endpoint/change-endpoint.ts';
import { newMessage } from './new-channel-delivery.ts';

type Ended = {
  readonly row: ChannelDeliveryRow;
  readonly endpoint: Endpoint;
  readonly cause: string | null;
  readonly owed: Owed;
  /** Set where it has been tried anew since that end: it may have arrived by now. */
  readonly isTriedAnew?: boolean;
};

type Judged = {
  readonly row: Pick<ChannelDeliveryRow, 'occasion' | 'warning'>;
  readonly endpoint: Pick<Endpoint, 'channel'>;
  readonly attempt: Pick<Attempt, 'disables'>;
  readonly follows: Pick<Follows, 'state'>;
  /** Whether the endpoint has failed for so long that it is given up. */
  readonly isGivenUp: boolean;
};

/** Whether it brings warnings, or something of one; of the others nothing is lost. */
export const doesBring = ({ occasion, warning }: Pick<ChannelDeliveryRow, 'occasion' | 'warning'>): boolean =>
  occasion === 'DIGEST' || warning !== null;

const isProof = (
  { occasion }: Pick<ChannelDeliveryRow, 'occasion'>,
  { channel }: Pick<Endpoint, 'channel'>,
) => occasion === 'CHALLENGE' && channel === 'WEBHOOK';

/** What `afterEnd` has to do; null for nothing. It is written with the end, so that it is done also where this worker dies before it. */
export const owedAfter = ({ row, endpoint, attempt, follows, isGivenUp }: Judged, at: Date): Owed | null => {
  const found = attempt.disables ?? (isGivenUp ? 'FAILING' : null);
  const disables = row.occasion === 'CHALLENGE' ? null : found;
  const proves = isProof(row, endpoint) && follows.state === 'SENT';
  const isLost = follows.state === 'DEAD' && doesBring(row);
  return proves || isLost || disables !== null ? { state: follows.state, disables, at } : null;
};

/** Each part may be done again, after a worker that died in between. */
export const afterEnd = async (
  hub: Hub,
  { row, endpoint, cause, owed, isTriedAnew = false }: Ended,
): Promise<void> => {
  const { state } = owed;
  if (isProof(row, endpoint) && state === 'SENT') return proved(hub, endpoint);
  const isLost = state === 'DEAD' && doesBring(row);
  if (owed.disables !== null) await disabled(hub, endpoint, owed.disables, { cause, seen: endpoint });
  else if (isLost && !isTriedAnew) await tell(hub, endpoint, { cause }, false);
  if (isLost) await recordDead(hub, row, owed.at);
};

const NAME = 'follow-delivery';
/** A worker that lives has done it by then. */
const LATE_MS = 60_000;
const MOST_AT_ONCE = 200;

/** Does what workers that died, or whose database was away, left undone. */
export const followUp = async (hub: Hub): Promise<void> => {
  const before = new Date(hub.clock.now().getTime() - LATE_MS);
  // To the last one: those that were given up stay, and must not stand before the others.
  for (let last: ChannelDeliveryRow | null = null; ; ) {
    const rows: ChannelDeliveryRow[] = await hub.channelDeliveries.owing(before, MOST_AT_ONCE, last);
    const pieces = rows.map((row) => ({
      about: row._id,
      subject: row.warning === null ? {} : { warning: row.warning },
      exercise: row.exercise,
      act: () => followOne(hub, row),
    }));
    await tryEach(hub, NAME, pieces);
    last = rows.at(-1) ?? null;
    if (rows.length < MOST_AT_ONCE) return;
  }
};

const followOne = async (hub: Hub, row: ChannelDeliveryRow): Promise<void> => {
  const { owed, cause } = row;
  const endpoint = await hub.endpoints.byId(row.endpoint);
  if (owed === undefined) return;
  const isNewer = (at: Date | null | undefined): boolean => at != null && at > owed.at;
  // What was proved, or arrived, since then outweighs it.
  const isOver = endpoint === null || isNewer(endpoint.verifiedAt) || isNewer(endpoint.lastDeliveredAt);
  const left = isOver ? { ...owed, disables: null } : owed;
  const isProved = endpoint !== null && isProof(row, endpoint) && (isOver || endpoint.state === 'REMOVED');
  const isTriedAnew = row.state !== owed.state;
  if (endpoint !== null && !isProved) await afterEnd(hub, { row, endpoint, cause, owed: left, isTriedAnew });
  await hub.channelDeliveries.followed(row._id, owed.at);
};

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
  why: { readonly cause: string | null; readonly seen?: SeenEndpoint },
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
export const tell = async (
  hub: Hub,
  endpoint: Endpoint,
  { cause }: { readonly cause: string | null },
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

/**
 * An entry of the record for it, or for each version that a digest would have brought: nothing that is given up vanishes (I23). Said
 * again of the same end it appends nothing.
 */
export const recordDead = async (hub: Hub, row: ChannelDeliveryRow, at: Date): Promise<void> => {
  if (!doesBring(row)) return;
  const lost = row.occasion === 'DIGEST' ? await hub.gathered.lostWith(row) : [row];
  const entries = lost.flatMap(({ _id: delivery, warning, version, member, exercise }) => {
    if (warning === null || version === null) return [];
    const subject = { warning, version, delivery, members: [member] };
    const key = `failed:${delivery}:${at.getTime()}`;
    return [{ event: 'delivery.failed', subject, exercise, key, hasNoWork: true } as const];
  });
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const part = entries.slice(from, from + AT_ONCE);
    await untilDone(hub, async (session) => {
      const missing: typeof part = [];
      for (const each of part) if (!(await hub.entries.hasKey(each.key, session))) missing.push(each);
      await hub.entries.append(
        missing.map((draft) => newEntry(hub, draft)),
        session,
      );
    });
  }
};
