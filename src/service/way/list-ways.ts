// By which ways one's own member is reached: alive where something was delivered or the owner proved it within 30 days, and why not
// otherwise. The feed is a way as well: alive where a person or key of the member read within that time.
import { ALIVE_DAYS, type Endpoint, isAlive, signOfLife } from '../../domain/channel/endpoint.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { listEndpoints } from '../channel/endpoint/change-endpoint.ts';
import { mayAdminister } from '../channel/endpoint/may-administer.ts';

const ALIVE_MS = ALIVE_DAYS * 24 * 3_600_000;
/** More keys than a member has. */
const MOST_KEYS = 5_000;

/** SILENT: nothing came of it for 30 days. */
export type WayFault = 'UNPROVED' | 'PAUSED' | 'DISABLED' | 'SILENT';

export type Way = {
  /** Null for the feed. */
  readonly endpoint: Endpoint | null;
  readonly isAlive: boolean;
  /** Its latest sign of life; null for never. */
  readonly since: Date | null;
  /** Until when that counts. */
  readonly aliveUntil: Date | null;
  readonly fault: WayFault | null;
};

export type Ways = {
  /** Of the member as a whole; null for who does not administer it. */
  readonly member: {
    readonly isAlive: boolean;
    readonly aliveUntil: Date;
    readonly toldAt: Date | null;
  } | null;
  readonly ways: readonly Way[];
};

type Deps = Pick<Hub, 'endpoints' | 'persons' | 'keys' | 'ways' | 'clock'>;

export const listWays = async (hub: Deps, actor: Actor): Promise<Ways> => {
  const now = hub.clock.now();
  const endpoints = (await listEndpoints(hub, actor)).map((endpoint) => wayOf(endpoint, now));
  if (!mayAdminister(actor).allowed) return { member: null, ways: endpoints };
  const { id } = actor.member;
  const [persons, keys, known] = await Promise.all([
    hub.persons.ofMember(id),
    hub.keys.ofMember(id, MOST_KEYS),
    hub.ways.of([id]),
  ]);
  const inForce = keys.filter(({ revokedAt }) => revokedAt === null);
  const feed = feedOf(
    [...persons.map(({ lastSeenAt }) => lastSeenAt), ...inForce.map(({ lastUsedAt }) => lastUsedAt)],
    now,
  );
  const ways = [feed, ...endpoints];
  // One that the hub has not looked at yet gets 30 days from the first look.
  const begun = known.get(id)?.aliveUntil ?? new Date(now.getTime() + ALIVE_MS);
  const live = ways.flatMap((way) => (way.isAlive && way.aliveUntil !== null ? [way.aliveUntil] : []));
  const aliveUntil = latest([begun, ...live]) ?? begun;
  const isReached = aliveUntil > now;
  const toldAt = isReached ? null : (known.get(id)?.toldAt ?? null);
  return { member: { isAlive: isReached, aliveUntil, toldAt }, ways };
};

const latest = (instants: readonly (Date | null | undefined)[]): Date | null => {
  const known = instants.flatMap((each) => (each == null ? [] : [each.getTime()]));
  return known.length === 0 ? null : new Date(Math.max(...known));
};

const untilOf = (since: Date | null): Date | null =>
  since === null ? null : new Date(since.getTime() + ALIVE_MS);

const feedOf = (seen: readonly (Date | null | undefined)[], now: Date): Way => {
  const since = latest(seen);
  const aliveUntil = untilOf(since);
  const isRead = aliveUntil !== null && aliveUntil >= now;
  return { endpoint: null, isAlive: isRead, since, aliveUntil, fault: isRead ? null : 'SILENT' };
};

const wayOf = (endpoint: Endpoint, now: Date): Way => {
  const since = signOfLife(endpoint);
  const isLive = isAlive(endpoint, now);
  return {
    endpoint,
    isAlive: isLive,
    since,
    aliveUntil: untilOf(since),
    fault: isLive ? null : faultOf(endpoint),
  };
};

const faultOf = ({ state }: Endpoint): WayFault =>
  state === 'UNPROVED' || state === 'PAUSED' || state === 'DISABLED' ? state : 'SILENT';
