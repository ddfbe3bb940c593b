// Whether a version goes to an endpoint now, in a digest, or not at all: what its subscriptions say of it (service/subscription),
// what was told there before, and what was told within the hour.
import type { Gathering } from '../../domain/channel/channel-delivery.ts';
import type { Endpoint } from '../../domain/channel/endpoint.ts';
import { type Dispatch, type DispatchCause, isHeld, isSevere } from '../../domain/subscription/dispatch.ts';
import { hourOf } from '../../domain/subscription/local-time.ts';
import type { Hub } from '../../hub.ts';
import type { Content, WarningRow } from '../../store/warnings.ts';
import { type Dispatched, decideDispatches } from '../subscription/decide-dispatch.ts';

export type DispatchQuestion = {
  readonly row: WarningRow;
  readonly content: Content;
  /** Endpoints of addressed members. */
  readonly endpoints: readonly Endpoint[];
  readonly now: Date;
};

export type DispatchDecision = {
  readonly to: Dispatch;
  readonly gathering: Gathering | null;
  /** Whether it is about something that was told there before. */
  readonly corrects: boolean;
};

/** By id of the endpoint, each of them. */
export const decideDispatch = async (
  hub: Hub,
  { row, content, endpoints, now }: DispatchQuestion,
): Promise<ReadonlyMap<string, DispatchDecision>> => {
  const ids = endpoints.map(({ id }) => id);
  const [wasTold, toldThisHour] = await Promise.all([
    hub.gathered.told(formerOf(row, content), ids),
    hub.gathered.singlesSince(ids, { since: hourOf(now).at, exercise: content.access.exercise }),
  ]);
  const found = await decideDispatches(hub, { row, endpoints, wasTold, toldThisHour });
  return new Map(
    endpoints.map((endpoint) => [endpoint.id, decisionOf(endpoint, found.get(endpoint.id), content)]),
  );
};

/** What went before: former versions, or of a notice to those who lose a warning every version of that. */
const formerOf = (
  { warning, version }: WarningRow,
  { summary: { recall } }: Content,
): { readonly warning: string; readonly version: number } =>
  recall === undefined || recall.warning === warning
    ? { warning, version }
    : { warning: recall.warning, version: Number.MAX_SAFE_INTEGER };

export const NOT: DispatchDecision = { to: 'NOT', gathering: null, corrects: false };

/** What no schedule stops no digest brings either: of TLP:RED none may, and the others are worth most by themselves. */
const BY_ITSELF: ReadonlySet<DispatchCause> = new Set([
  'NAMED',
  'ADDRESSED_AND_SEVERE',
  'SEVERE_AND_IMMEDIATE',
  'ANSWER_DUE',
]);

/**
 * A paused endpoint gets corrections of what went out; what its subscriptions ask for waits for a digest, and what comes by itself
 * or without any waits as it is, until the endpoint goes on.
 */
export const decisionOf = (
  { state }: Pick<Endpoint, 'state'>,
  dispatched: Dispatched | undefined,
  { summary }: Content,
): DispatchDecision => {
  if (dispatched === undefined || dispatched.to === 'NOT') return NOT;
  const corrects = dispatched.cause === 'CORRECTS';
  const isOff = state === 'PAUSED' && !corrects;
  if (dispatched.to === 'NOW' && !isOff) return { to: 'NOW', gathering: null, corrects };
  const { subscription } = dispatched;
  if (subscription === null || BY_ITSELF.has(dispatched.cause))
    return dispatched.to === 'NOW' ? { to: 'NOW', gathering: null, corrects } : NOT;
  const cause = isOff ? 'PAUSED' : dispatched.cause;
  const gathering = {
    subscription,
    cause,
    isHeld: isHeld(cause),
    isSevere: isSevere(summary.severity),
    digest: null,
  };
  return { to: 'DIGEST', gathering, corrects: false };
};
