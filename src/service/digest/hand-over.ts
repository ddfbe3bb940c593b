// What waits for a subscription that is over, or that was paused meanwhile, is decided anew: another one at its endpoint may ask for
// the same, and one row stood for both.
import type { Endpoint } from '../../domain/channel/endpoint.ts';
import { hourOf } from '../../domain/subscription/local-time.ts';
import type { Subscription } from '../../domain/subscription/subscription.ts';
import type { Hub } from '../../hub.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { ChannelDeliveryRow } from '../../store/delivery/channel-deliveries.ts';
import { type DispatchDecision, decisionOf, NOT } from '../channel/dispatch-decision.ts';
import { type DispatchDeps, decideDispatches, subscriptionsAt } from '../subscription/decide-dispatch.ts';

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
  const of = { hasPaused: by === 'OVER', most: MOST };
  const rows = await hub.gathered.waitingFor(subscription.id, of);
  if (rows.length === 0) return;
  const [told, known] = await Promise.all([
    hub.gathered.singlesSince([endpoint.id], {
      since: hourOf(now).at,
      exercise: subscription.filter.exercise ?? null,
    }),
    subscriptionsAt(hub, [endpoint.id]),
  ]);
  // What is released now counts against the limit of this hour, for the rows that follow.
  const toldThisHour = new Map(told);
  const ended: string[] = [];
  for (const row of rows) {
    const { to, gathering } = await decidedAnew(hub, row, { endpoint, toldThisHour, known });
    if (to === 'NOT') ended.push(row._id);
    else await hub.gathered.handOver(row._id, gathering, now);
    if (to === 'NOW') toldThisHour.set(endpoint.id, (toldThisHour.get(endpoint.id) ?? 0) + 1);
  }
  await hub.gathered.end(ended, { state: 'CANCELLED', cause: 'SUBSCRIPTION_ENDED', at: now });
};

type At = {
  readonly endpoint: Endpoint;
  readonly toldThisHour: ReadonlyMap<string, number>;
  readonly known: Awaited<ReturnType<typeof subscriptionsAt>>;
};

const decidedAnew = async (
  hub: Deps,
  { warning, version }: ChannelDeliveryRow,
  { endpoint, toldThisHour, known }: At,
): Promise<DispatchDecision> => {
  const row = await hub.warnings.version(warning ?? '', version ?? 0);
  if (row === null) return NOT;
  const request = { row, endpoints: [endpoint], wasTold: new Set<string>(), toldThisHour };
  const found = await decideDispatches(hub, request, known);
  return decisionOf(endpoint, found.get(endpoint.id), contentOf(row.content));
};
