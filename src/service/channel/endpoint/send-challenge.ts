// Sends the challenge that proves an endpoint. Whoever registers an address has not shown that it is theirs, so that a stranger gets a
// few of these a day at most, whoever asks for them, and one where its mail came back or its reader complained.
import { createHash } from 'node:crypto';
import { ENDPOINT_STATES, type Endpoint } from '../../../domain/channel/endpoint.ts';
import { type Problem, problem } from '../../../domain/problem.ts';
import type { Hub } from '../../../hub.ts';
import type { Session } from '../../../store/connect.ts';
import { addressDigest } from '../address-digest.ts';
import { newMessage } from '../new-channel-delivery.ts';

type Deps = Pick<
  Hub,
  'endpoints' | 'channelDeliveries' | 'suppressions' | 'recoveries' | 'nameKey' | 'clock' | 'entropy'
>;

const DAY_MS = 24 * 3_600_000;
const MOST_AT_ADDRESS = 6;
const MOST_AT_SUPPRESSED = 1;
const MOST_OF_MEMBER = 50;

/** Null where one may be sent now; it then counts, unless it `isTrial`. */
export const challengeProblem = async (
  hub: Deps,
  { member, address }: Pick<Endpoint, 'member' | 'address'>,
  path: string,
  { isTrial = false }: { readonly isTrial?: boolean } = {},
): Promise<Problem | null> => {
  const now = hub.clock.now();
  const own = await hub.endpoints.ofMembers([member], ENDPOINT_STATES);
  const since = new Date(now.getTime() - DAY_MS);
  const sent = await hub.channelDeliveries.countSince(
    own.map(({ id }) => id),
    'CHALLENGE',
    since,
  );
  if (sent >= MOST_OF_MEMBER) return tooMany(path);
  const digest = addressDigest(hub, address);
  const isSuppressed = await hub.suppressions.has(digest);
  const most = isSuppressed ? MOST_AT_SUPPRESSED : MOST_AT_ADDRESS;
  const day = now.toISOString().slice(0, 'YYYY-MM-DD'.length);
  const until = new Date(now.getTime() + 2 * DAY_MS);
  const { isUsed, useOnce: takeOnce } = hub.recoveries;
  const isFree = async (place: string): Promise<boolean> =>
    isTrial ? !(await isUsed(place)) : takeOnce(place, until);
  for (let count = 0; count < most; count += 1) {
    const place = createHash('sha256')
      .update(`challenge ${digest} ${day} ${isSuppressed} ${count}`)
      .digest('hex');
    if (await isFree(place)) return null;
  }
  return tooMany(path);
};

const tooMany = (path: string): Problem =>
  problem(
    'TOO_MANY',
    path,
    'So many codes and challenges were sent there, or by your organisation, that no further one is sent today.',
    'Use the last one, or ask again tomorrow.',
  );

/** After what waits already. */
export const sendChallenge = async (hub: Deps, endpoint: Endpoint, session?: Session): Promise<void> => {
  const now = hub.clock.now();
  const message = { occasion: 'CHALLENGE', key: hub.entropy.uuid(), dueAt: now } as const;
  await hub.channelDeliveries.ensure([newMessage(endpoint, message, now)], session);
};
