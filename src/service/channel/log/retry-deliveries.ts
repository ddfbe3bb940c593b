// Has deliveries tried again, by id or by a range of time: each under its own id, decided anew when it is sent. What arrived may
// be sent again too: the receiver knows it by its id.
import type { Actor } from '../../../domain/member.ts';
import { accepted, notFound, type Outcome, problem, refused } from '../../../domain/problem.ts';
import type { Hub } from '../../../hub.ts';
import type { ChannelDeliveryRow } from '../../../store/delivery/channel-deliveries.ts';
import { recordAct } from '../../audit/record-act.ts';
import { type LogFilter, searched } from './read-log.ts';

type Deps = Pick<
  Hub,
  'endpoints' | 'channelDeliveries' | 'gathered' | 'members' | 'acts' | 'entries' | 'clock' | 'entropy'
>;

export type RetryRequest =
  | { readonly ids: readonly string[] }
  | { readonly range: LogFilter & { readonly endpoint: string } };

/** In one act; a longer range is asked for in parts, the newest first. */
export const MOST_RETRIED = 1_000;

/** How many are tried again. Those that still wait are left alone. */
export const retryDeliveries = async (
  hub: Deps,
  actor: Actor,
  request: RetryRequest,
): Promise<Outcome<number>> => {
  const chosen =
    'ids' in request ? await byIds(hub, actor, request.ids) : await byRange(hub, actor, request.range);
  if (!chosen.ok) return chosen;
  const { ids, endpoints, digests } = chosen.value;
  const inactive = (await hub.endpoints.byIds(endpoints)).some(
    ({ state }) => state !== 'ACTIVE' && state !== 'PAUSED',
  );
  if (inactive) {
    return refused(
      problem(
        'ENDPOINT_UNPROVED',
        '$.endpoint',
        'The endpoint is not proved, or is disabled.',
        'Prove it first, then retry.',
      ),
    );
  }
  const now = hub.clock.now();
  const count = await hub.members.write(async (session) => {
    const retried = await hub.channelDeliveries.retry(ids, now, session);
    await hub.gathered.gatherAgain(digests, session);
    if (retried > 0) {
      const about = {
        members: [actor.member.id],
        ...(endpoints.length === 1 ? { subject: endpoints[0] ?? '' } : {}),
      };
      await recordAct(hub, { event: 'endpoint.retried', by: actor, ...about, facts: { retried } }, session);
    }
    return retried;
  });
  return accepted(count);
};

type Chosen = {
  readonly ids: readonly string[];
  readonly endpoints: readonly string[];
  /** Of the ids those of digests that have ended. */
  readonly digests: readonly ChannelDeliveryRow[];
};

const byIds = async (hub: Deps, actor: Actor, ids: readonly string[]): Promise<Outcome<Chosen>> => {
  if (ids.length > MOST_RETRIED) return refused(tooMany());
  const seen = await searched(hub, actor, { endpoint: null, states: null, from: null, until: null });
  const rows = await hub.channelDeliveries.byIds(ids);
  const known = new Map(rows.map((row) => [row._id, row]));
  const missing = ids.findIndex((id) => seen?.byId.has(known.get(id)?.endpoint ?? '') !== true);
  if (missing >= 0) return notFound(`$.ids[${missing}]`);
  return accepted({
    ids,
    endpoints: [...new Set(rows.map(({ endpoint }) => endpoint))],
    digests: endedDigests(rows),
  });
};

const byRange = async (
  hub: Deps,
  actor: Actor,
  range: LogFilter & { readonly endpoint: string },
): Promise<Outcome<Chosen>> => {
  const found = await searched(hub, actor, range);
  if (found === null) return notFound('$.endpoint');
  const rows = await hub.channelDeliveries.search(found.search, MOST_RETRIED + 1, null);
  if (rows.length > MOST_RETRIED) return refused(tooMany());
  // What a digest of the range brings comes with it.
  const digests = endedDigests(rows);
  const taken = new Set(digests.map(({ _id }) => _id));
  const ids = rows.flatMap(({ _id, gathering }) => (taken.has(gathering?.digest ?? '') ? [] : [_id]));
  return accepted({ ids, endpoints: [range.endpoint], digests });
};

const endedDigests = (rows: readonly ChannelDeliveryRow[]): ChannelDeliveryRow[] =>
  rows.filter(({ occasion, endedAt }) => occasion === 'DIGEST' && endedAt !== null);

const tooMany = () =>
  problem(
    'TOO_MANY',
    '$',
    `At most ${MOST_RETRIED.toLocaleString('en')} deliveries at a time.`,
    'Ask for a shorter range.',
  );
