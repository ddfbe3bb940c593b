// What a hub does beside its answers, by the real clock: it writes what it noted of its readers, pings its streams, and reads for
// them what was published. Twins do it when the pair says so, since which answer it falls into would be chance.
import { type HttpDeps, openHttpDeps } from '../../../src/http/http-deps.ts';
import type { Hub } from '../../../src/hub.ts';
import { openUses } from '../../../src/service/access/note-uses.ts';
import { openOpenings } from '../../../src/service/audit/note-openings.ts';
import { openReceipts } from '../../../src/service/delivery/mark-received.ts';
import { type Broker, openBroker } from '../../../src/service/live/broker.ts';

/** What a hub notes while it answers, and writes later. */
export type Noting = Pick<HttpDeps, 'receipts' | 'openings' | 'uses'>;

/** Longer than any pair: nothing is written by itself. */
const NEVER_MS = 2 ** 31 - 1;

export const openNoting = (hub: Hub): Noting => ({
  receipts: openReceipts(hub, NEVER_MS),
  openings: openOpenings(hub, NEVER_MS),
  uses: openUses(hub, NEVER_MS),
});

export const allOf = ({ receipts, openings, uses }: Noting) => [receipts, openings, uses];

/** What a server has, which notes with what is open `now`. */
export const notingDeps = (hub: Hub, broker: Broker, now: () => Noting): HttpDeps => {
  const own = openHttpDeps(hub, broker);
  for (const each of allOf(own)) void each.close();
  own.pings.close();
  const rest = { flush: () => Promise.resolve(), close: () => Promise.resolve() };
  return {
    ...own,
    receipts: { ...rest, note: (...given) => now().receipts.note(...given) },
    openings: { ...rest, note: (...given) => now().openings.note(...given) },
    uses: { ...rest, note: (...given) => now().uses.note(...given) },
    // A ping says how long a stream was open on the real clock.
    pings: { add: () => () => undefined, close: () => undefined },
  };
};

type Settled = {
  readonly broker: Broker;
  /** Lets `act` run while the broker reads nothing; then it reads what there is. */
  settled(act: () => Promise<void>): Promise<void>;
};

/** A broker that also looks by the clock, but never at what is half done. */
export const openSettledBroker = async (hub: Hub): Promise<Settled> => {
  let passing: Promise<void> = Promise.resolve();
  const whenPassed =
    <Given extends unknown[], Value>(read: (...given: Given) => Promise<Value>) =>
    async (...given: Given): Promise<Value> => {
      await passing;
      return read(...given);
    };
  const { feed, counters } = hub;
  const broker = await openBroker({
    ...hub,
    feed: { ...feed, since: whenPassed(feed.since), noticesSince: whenPassed(feed.noticesSince) },
    counters: { ...counters, current: whenPassed(counters.current) },
  });
  return {
    broker,
    settled: async (act) => {
      const done = act();
      passing = done.catch(() => undefined);
      await done;
      // The first may be a reading that began before.
      await broker.wake();
      await broker.wake();
    },
  };
};
