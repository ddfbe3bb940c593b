// Makes the digests that are due, and says of gathered deliveries what became of theirs. A digest has one id for its subscription
// and period, and takes what waits in the transaction that makes it: whatever happens, there is one for a period, and nothing is in
// two of them. Nothing is decided here of what is in it; that is done when it is sent.

import { messageId } from '../../domain/channel/channel-delivery.ts';
import type { Endpoint } from '../../domain/channel/endpoint.ts';
import { hourOf, isQuiet, lastPeriod, type Period } from '../../domain/subscription/local-time.ts';
import { isExpired, isPaused, type Subscription } from '../../domain/subscription/subscription.ts';
import type { Hub } from '../../hub.ts';
import type { Gathered, Waiting } from '../../store/subscription/gathered.ts';
import { newMessage } from '../channel/new-channel-delivery.ts';
import { type TrialDeps, tryEach } from '../job/try-each.ts';
import type { DispatchDeps } from '../subscription/decide-dispatch.ts';
import { handOver } from './hand-over.ts';

type Deps = TrialDeps &
  DispatchDeps &
  Pick<Hub, 'subscriptions' | 'endpoints' | 'channelDeliveries' | 'gathered' | 'warnings' | 'database'>;

const MOST_AT_ONCE = 500;

/** Returns how many digests were made. */
export const gatherDigests = async (hub: Deps): Promise<number> => {
  await hub.gathered.settle(hub.clock.now());
  const waiting = await hub.gathered.waiting();
  let made = 0;
  for (let from = 0; from < waiting.length; from += MOST_AT_ONCE) {
    const part = waiting.slice(from, from + MOST_AT_ONCE);
    const found = await hub.subscriptions.byIds(part.map(({ subscription }) => subscription));
    const known = new Map(found.map((each) => [each.id, each]));
    const ids = [...new Set(found.map(({ endpoint }) => endpoint))];
    const endpoints = new Map((await hub.endpoints.byIds(ids)).map((each) => [each.id, each]));
    const pieces = part.map((each) => {
      const subscription = known.get(each.subscription);
      const endpoint = endpoints.get(subscription?.endpoint ?? '');
      const act = (): Promise<number> => gatherOne(hub, each, { subscription, endpoint });
      return { about: each.subscription, subject: {}, exercise: null, act };
    });
    for (const count of await tryEach(hub, 'make-digest', pieces)) made += count;
  }
  return made;
};

type Whose = { readonly subscription: Subscription | undefined; readonly endpoint: Endpoint | undefined };

const gatherOne = async (hub: Deps, waiting: Waiting, { subscription, endpoint }: Whose): Promise<number> => {
  const now = hub.clock.now();
  if (subscription === undefined || endpoint === undefined || endpoint.state === 'REMOVED') {
    await hub.gathered.drop(waiting.subscription, 'SUBSCRIPTION_ENDED', now);
    return 0;
  }
  const left = { subscription, endpoint };
  if (subscription.state !== 'ACTIVE') {
    await handOver(hub, { ...left, by: 'OVER' }, now);
    return 0;
  }
  // What waits at an endpoint that is paused or disabled waits until it is active again.
  if (endpoint.state !== 'ACTIVE') return 0;
  if (isExpired(subscription, now)) return makeLast(hub, left, now);
  if (isPaused(subscription, now)) {
    await handOver(hub, { ...left, by: 'PAUSED' }, now);
    return 0;
  }
  let made = 0;
  for (const due of dueParts(subscription, now).filter((part) => isDue(waiting, part)))
    if ((await makeDigest(hub, { ...left, due }, now)) === 'MADE') made += 1;
  return made;
};

export type DuePart = {
  readonly period: Period;
  /** HELD: by quiet hours or a limit. */
  readonly what: 'HELD' | 'ALL';
  /** Only what is severe: it waits for no quiet hours. */
  readonly onlySevere: boolean;
};

/** What is due now: what is held by the hour, and what waits for a period that has begun. */
export const dueParts = (subscription: Subscription, now: Date): readonly DuePart[] => {
  const { quietHours, timeZone, cadence } = subscription;
  const hour = hourOf(now);
  const isQuietNow = isQuiet(quietHours, timeZone, now);
  if (cadence === 'AT_ONCE') return [{ period: hour, what: 'ALL', onlySevere: isQuietNow }];
  return [
    { period: lastPeriod(subscription, now), what: 'ALL', onlySevere: false },
    { period: hour, what: 'HELD', onlySevere: isQuietNow },
  ];
};

/**
 * What came before it expired was asked for, and comes at the end: all of it, since there is no next one. Nobody chose the hour of
 * the end for a digest, so in quiet hours only what is severe comes, and the rest when they are over.
 */
const makeLast = async (hub: Deps, left: Omit<Made, 'due'>, now: Date): Promise<number> => {
  let made = 0;
  for (let part = 1; ; part += 1) {
    const came = await makeDigest(hub, { ...left, due: lastPart(left.subscription, part, now) }, now);
    if (came === 'NOTHING') return made;
    if (came === 'MADE') made += 1;
  }
};

const lastPart = (subscription: Subscription, part: number, now: Date): DuePart => {
  const { expiresAt, quietHours, timeZone } = subscription;
  const name = `end ${expiresAt?.toISOString()}${part === 1 ? '' : ` ${part}`}`;
  const onlySevere = isQuiet(quietHours, timeZone, now);
  return { period: { name, at: new Date(now.getTime() + 1) }, what: 'ALL', onlySevere };
};

const isDue = (waiting: Waiting, { what, onlySevere, period }: DuePart): boolean => {
  const { oldest, oldestSevere, oldestHeld, oldestHeldSevere } = waiting;
  const ofAll = onlySevere ? oldestSevere : oldest;
  const ofHeld = onlySevere ? oldestHeldSevere : oldestHeld;
  const since = what === 'HELD' ? ofHeld : ofAll;
  return since !== null && since < period.at;
};

type Made = { readonly subscription: Subscription; readonly endpoint: Endpoint; readonly due: DuePart };

/** TAKEN: the period has its digest already. NOTHING: it has none, and nothing is due. */
const makeDigest = async (
  hub: Deps,
  { subscription, endpoint, due }: Made,
  now: Date,
): Promise<'MADE' | 'TAKEN' | 'NOTHING'> => {
  const { id } = subscription;
  const { name, at } = due.period;
  const before: Gathered = { subscription: id, before: at, what: due.what, onlySevere: due.onlySevere };
  const key = `${id} ${name}`;
  const digest = messageId(endpoint.id, 'DIGEST', key);
  if ((await hub.channelDeliveries.byId(digest)) !== null) return 'TAKEN';
  const details = { subscription: id, period: name };
  const row = newMessage(endpoint, { occasion: 'DIGEST', key, dueAt: now, details }, now);
  const taken = await hub.database.transactionUnlessTaken(async (session) => {
    const count = await hub.gathered.take(before, digest, session);
    if (count > 0) await hub.gathered.make(row, session);
    return count;
  });
  // Null: another worker made it.
  if (taken === null) return 'TAKEN';
  return taken > 0 ? 'MADE' : 'NOTHING';
};
