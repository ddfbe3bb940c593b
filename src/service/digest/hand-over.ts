// What waits for a subscription that is over, or that was paused meanwhile, is decided anew: another one at its endpoint may ask for
// the same, and one row stood for both.
import { createHash } from 'node:crypto';
import type { Gathering } from '../../domain/channel/channel-delivery.ts';
import type { Endpoint } from '../../domain/channel/endpoint.ts';
import { hourOf } from '../../domain/subscription/local-time.ts';
import { isExpired, isPaused, type Subscription } from '../../domain/subscription/subscription.ts';
import type { Hub } from '../../hub.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { ChannelDeliveryRow } from '../../store/delivery/channel-deliveries.ts';
import { type DispatchDecision, decisionOf, NOT } from '../channel/dispatch-decision.ts';
import { precedenceOf } from '../record/append-entry.ts';
import {
  type DispatchDeps,
  decideDispatches,
  type KnownSubscriptions,
  subscriptionsAt,
} from '../subscription/decide-dispatch.ts';
import { endpointReader } from '../subscription/endpoint-reader.ts';

type Deps = DispatchDeps & Pick<Hub, 'gathered' | 'warnings'>;

/** In one go; what is left waits for the next. */
const MOST = 500;

export type Left = {
  readonly subscription: Pick<Subscription, 'id' | 'filter'>;
  readonly endpoint: Endpoint;
  /** OVER: what nothing else asks for ends. PAUSED: it waits on. */
  readonly by: 'OVER' | 'PAUSED';
};

export const handOver = async (hub: Deps, { subscription, endpoint, by }: Left, now: Date): Promise<void> => {
  const known = await subscriptionsAt(hub, [endpoint.id]);
  const standing = by === 'OVER' ? null : await standingAt(hub, endpoint, { known, now });
  const of = { unlessDecidedBy: standing, most: MOST };
  const rows = await hub.gathered.waitingFor(subscription.id, of);
  if (rows.length === 0) return;
  const told = await hub.gathered.singlesSince([endpoint.id], {
    since: hourOf(now).at,
    exercise: subscription.filter.exercise ?? null,
  });
  // What is released now counts against the limit of this hour, for the rows that follow.
  const toldThisHour = new Map(told);
  const ended: string[] = [];
  for (const row of rows) {
    const decided = await decidedAnew(hub, row, { endpoint, toldThisHour, known });
    const { to, isUrgent } = decided;
    const gathering = standing === null ? decided.gathering : waitsOn(row, decided, standing);
    if (to === 'NOW') {
      await hub.gathered.handOver(row._id, { at: now, isUrgent });
      toldThisHour.set(endpoint.id, (toldThisHour.get(endpoint.id) ?? 0) + 1);
    } else if (gathering === null) ended.push(row._id);
    else await hub.gathered.handOver(row._id, gathering);
  }
  await hub.gathered.letGo(ended, now);
};

/**
 * What the decision about a row that waits for a paused one came from. While it is the same the row is not read again; as soon as
 * another subscription goes on, is made or asks for something else, it is.
 */
const standingAt = async (
  hub: Deps,
  endpoint: Endpoint,
  { known, now }: { readonly known: KnownSubscriptions; readonly now: Date },
): Promise<string> => {
  const reader = endpointReader(await hub.directory.current(), endpoint);
  const at = known.at.map((each) => [each, isPaused(each, now), isExpired(each, now)]);
  const text = JSON.stringify([reader?.member.isActive === true, at]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
};

/** What nothing asks for now waits on for the one that is paused: nothing ended, and it is decided when that goes on. */
const waitsOn = (
  { gathering }: ChannelDeliveryRow,
  decided: DispatchDecision,
  standing: string,
): Gathering | null => {
  if (decided.gathering !== null) return { ...decided.gathering, standing };
  return gathering == null ? null : { ...gathering, cause: 'PAUSED', isHeld: false, standing };
};

type At = {
  readonly endpoint: Endpoint;
  readonly toldThisHour: ReadonlyMap<string, number>;
  readonly known: KnownSubscriptions;
};

const decidedAnew = async (
  hub: Deps,
  { warning, version }: ChannelDeliveryRow,
  { endpoint, toldThisHour, known }: At,
): Promise<DispatchDecision & { readonly isUrgent: boolean }> => {
  const row = await hub.warnings.version(warning ?? '', version ?? 0);
  if (row === null) return { ...NOT, isUrgent: false };
  const content = contentOf(row.content);
  const request = { row, endpoints: [endpoint], wasTold: new Set<string>(), toldThisHour };
  const found = await decideDispatches(hub, request, known);
  const { isUrgent } = precedenceOf(content, row);
  return { ...decisionOf(endpoint, found.get(endpoint.id), content), isUrgent };
};
