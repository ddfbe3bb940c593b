// The log of an endpoint for its owner: deliveries, the newest first, and the attempts of each with what was sent and answered.
// What was sent of a warning is shown to whoever may read that warning now; what was recalled or removed is not in the log.
import type { ChannelDeliveryState } from '../../../domain/channel/channel-delivery.ts';
import type { Endpoint } from '../../../domain/channel/endpoint.ts';
import { pageSizeProblem } from '../../../domain/limit/page-size.ts';
import type { Actor } from '../../../domain/member.ts';
import { accepted, notFound, type Outcome, refused } from '../../../domain/problem.ts';
import type { Hub } from '../../../hub.ts';
import { type AttemptTexts, KEPT_ATTEMPTS, type ListedAttempt } from '../../../store/delivery/attempts.ts';
import type { ChannelDeliveryRow, DeliverySearch } from '../../../store/delivery/channel-deliveries.ts';
import { readWarnings } from '../../item/read-warning.ts';
import { openTimed, sealTimed } from '../../timed-cursor.ts';
import { maySee } from '../endpoint/may-administer.ts';
import { withoutLinks } from './left-out.ts';

type Deps = Pick<
  Hub,
  'endpoints' | 'channelDeliveries' | 'attempts' | 'warnings' | 'config' | 'cursorKey' | 'clock'
>;

export type LogFilter = {
  /** Null: every endpoint that the reader may see. */
  readonly endpoint: string | null;
  readonly states: readonly ChannelDeliveryState[] | null;
  readonly from: Date | null;
  readonly until: Date | null;
};

export type LoggedDelivery = { readonly row: ChannelDeliveryRow; readonly endpoint: Endpoint };
export type LogPage = {
  readonly deliveries: readonly (LoggedDelivery & { readonly cursor: string })[];
  readonly hasNextPage: boolean;
};

/** Null for an endpoint that the reader may not see. */
export const searched = async (
  hub: Pick<Hub, 'endpoints'>,
  actor: Actor,
  { endpoint, states, from, until }: LogFilter,
): Promise<{ readonly search: DeliverySearch; readonly byId: ReadonlyMap<string, Endpoint> } | null> => {
  const seen = (await hub.endpoints.listed(actor.member.id)).filter((each) => maySee(actor, each));
  const chosen = endpoint === null ? seen : seen.filter(({ id }) => id === endpoint);
  if (endpoint !== null && chosen.length === 0) return null;
  const ids = chosen.map(({ id }) => id);
  return {
    search: { endpoints: ids, states, from, until },
    byId: new Map(chosen.map((each) => [each.id, each])),
  };
};

export const readLog = async (
  hub: Deps,
  actor: Actor,
  filter: LogFilter,
  { first, after }: { readonly first: number; readonly after: string | null },
): Promise<Outcome<LogPage>> => {
  const wrongSize = pageSizeProblem(first, hub.config.limits);
  if (wrongSize !== null) return refused(wrongSize);
  const found = await searched(hub, actor, filter);
  if (found === null) return notFound('$.filter.endpoint');
  const list = {
    binding: `channel-log:${actor.member.id}:${JSON.stringify(filter)}`,
    prefix: 'delivery--',
  };
  const place = openTimed(hub.cursorKey, list, after);
  if (!place.ok) return place;
  const { value } = place;
  // Of one instant the smaller id comes first here.
  const from = value === null ? null : { ...value, id: `${value.id}${LAST}` };
  const rows = await hub.channelDeliveries.search(found.search, first + 1, from);
  const deliveries = rows.slice(0, first).flatMap((row) => {
    const endpoint = found.byId.get(row.endpoint);
    const cursor = sealTimed(hub.cursorKey, list, { at: row.at, id: row._id });
    return endpoint === undefined ? [] : [{ row, endpoint, cursor }];
  });
  return accepted({ deliveries, hasNextPage: rows.length > first });
};

/** Above every character of an id. */
const LAST = '\uffff';

export const readLogged = async (hub: Deps, actor: Actor, id: string): Promise<LoggedDelivery | null> => {
  const row = await hub.channelDeliveries.byId(id);
  // Asked for in any case, so that one of another member costs what an absent one costs (I34).
  const endpoint = await hub.endpoints.byId(row?.endpoint ?? '');
  return row === null || endpoint === null || !maySee(actor, endpoint) ? null : { row, endpoint };
};

const broughtBy = ({ warning, brings = [] }: ListedAttempt): readonly string[] =>
  warning === null ? brings : [warning, ...brings];

/** Without its texts, which are read where somebody asks for them. */
export type ShownAttempt = ListedAttempt & {
  /** Whether what was sent and answered may be shown. */
  readonly isShown: boolean;
};

/** Of each delivery its newest first, in the order of the deliveries. Call it with what `readLogged` or `readLog` gave. */
export const attemptsOf = async (
  hub: Deps,
  actor: Actor,
  logged: readonly LoggedDelivery[],
): Promise<ShownAttempt[][]> => {
  const found = await hub.attempts.listed(logged.map(({ row }) => row._id));
  const readable = await readWarnings(hub, actor, [...new Set(found.flatMap(broughtBy))]);
  const byDelivery = Map.groupBy(found, ({ delivery }) => delivery);
  return logged.map(({ row }) =>
    (byDelivery.get(row._id) ?? []).slice(0, KEPT_ATTEMPTS).map((each) => {
      // An earlier release logged the code that proves the address, and not what a digest lists.
      const isUntold =
        row.occasion === 'CHALLENGE' || (row.occasion === 'DIGEST' && each.brings === undefined);
      return { ...each, isShown: !isUntold && broughtBy(each).every((warning) => readable.has(warning)) };
    }),
  );
};

export type ShownTexts = AttemptTexts;

const UNTOLD: ShownTexts = { request: null, answer: null };

/** In their order; of what `attemptsOf` gave. */
export const textsOf = async (
  hub: Pick<Hub, 'attempts'>,
  attempts: readonly ShownAttempt[],
): Promise<ShownTexts[]> => {
  const ids = attempts.flatMap(({ _id, isShown }) => (isShown ? [_id] : []));
  const texts = ids.length === 0 ? new Map<string, AttemptTexts>() : await hub.attempts.texts(ids);
  return attempts.map(({ _id }) => {
    const { request, answer } = texts.get(_id) ?? UNTOLD;
    return { request: withoutLinks(request), answer };
  });
};
