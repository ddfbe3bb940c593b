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
import { cursorProblem, openBlock, sealBlock } from '../../cursor.ts';
import { readWarnings } from '../../item/read-warning.ts';
import { maySee } from '../endpoint/may-administer.ts';

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
  const binding = `channel-log:${actor.member.id}:${JSON.stringify(filter)}`;
  const place = after === null ? null : placeIn(openBlock(hub.cursorKey, binding, after));
  if (after !== null && place === null) return refused(cursorProblem(hub.cursorKey, binding, after));
  const rows = await hub.channelDeliveries.search(found.search, first + 1, place);
  const deliveries = rows.slice(0, first).flatMap((row) => {
    const endpoint = found.byId.get(row.endpoint);
    const cursor = sealBlock(hub.cursorKey, binding, placeOf(row));
    return endpoint === undefined ? [] : [{ row, endpoint, cursor }];
  });
  return accepted({ deliveries, hasNextPage: rows.length > first });
};

const PREFIX = 'delivery--';
const TIME_BYTES = 6;
/** Above every character of an id. */
const LAST = '\uffff';

/** The time, and the beginning of the id. */
const placeOf = ({ at, _id }: ChannelDeliveryRow): Buffer => {
  const place = Buffer.alloc(2 * TIME_BYTES);
  place.writeUIntBE(at.getTime(), 0, TIME_BYTES);
  Buffer.from(_id.slice(PREFIX.length).replaceAll('-', ''), 'hex').copy(place, TIME_BYTES, 0, TIME_BYTES);
  return place;
};

const placeIn = (place: Buffer | null) => {
  if (place === null) return null;
  const hex = place.toString('hex', TIME_BYTES);
  return {
    at: new Date(place.readUIntBE(0, TIME_BYTES)),
    id: `${PREFIX}${hex.slice(0, 8)}-${hex.slice(8)}${LAST}`,
  };
};

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
  return attempts.map(({ _id }) => texts.get(_id) ?? UNTOLD);
};
