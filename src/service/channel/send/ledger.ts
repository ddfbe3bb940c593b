// Writes what came of attempts, many at a time: the end of each delivery, its line in the log, and the health of its endpoint. The
// end comes last: what a crash leaves out of it is sent again under the same id.
import {
  type Attempt,
  followsFor,
  type Health,
  healthAfter,
  isGivenUp,
} from '../../../domain/channel/attempt.ts';
import type { Endpoint } from '../../../domain/channel/endpoint.ts';
import type { Hub } from '../../../hub.ts';
import { type AttemptRow, MOST_LOGGED_BYTES } from '../../../store/delivery/attempts.ts';
import type { ChannelDeliveryRow, DeliveryEnd } from '../../../store/delivery/channel-deliveries.ts';
import type { EndpointHealth, SeenEndpoint } from '../../../store/delivery/endpoints.ts';
import { heldLog } from '../../endpoint/held-log.ts';
import { afterEnd, owedAfter } from '../after-end.ts';
import type { ChannelObserver } from '../observer.ts';
import type { Done } from './send-one.ts';

type Outcome = Exclude<Done, { readonly kind: 'ABORTED' | 'WAITS' }>;

export type Ledger = {
  /** Resolves when it is written. */
  note(
    holder: string,
    of: { readonly row: ChannelDeliveryRow; readonly endpoint: Endpoint },
    done: Outcome,
  ): Promise<void>;
  /** Puts a delivery back without an attempt; `wasBegun` where one was broken off, which may have arrived. */
  putBack(holder: string, row: ChannelDeliveryRow, until: Date, wasBegun?: boolean): Promise<void>;
};

type Line = {
  readonly holder: string;
  readonly end: DeliveryEnd;
  readonly attempt: AttemptRow | null;
  readonly health: { readonly health: EndpointHealth; readonly seen: SeenEndpoint } | null;
};

/** Lines that came while the ones before were written go together. */
export const openLedger = (hub: Hub, observer: ChannelObserver): Ledger => {
  const enqueue = openQueue(hub);
  const health = openHealth();

  return {
    note: async (holder, { row, endpoint }, done) => {
      const now = hub.clock.now();
      const { channel } = row;
      if (done.kind === 'ENDED') {
        observer.delivery({ channel, state: done.state, cause: done.cause });
        const end = { ...asItWas(row), state: done.state, cause: done.cause, nextAt: null, endedAt: now };
        await enqueue({ holder, end, attempt: null, health: null });
        return;
      }
      const { attempt } = done;
      const follows = followsFor(row, attempt, { now, random: chance(hub) });
      observer.delivery({ channel, state: follows.state, cause: follows.cause });
      const isSent = follows.state === 'SENT';
      const after = health.note(endpoint, attempt, now);
      const isLast = attempt.isOurs !== true && isGivenUp(after, now);
      const owed = owedAfter({ row, endpoint, attempt, follows, isGivenUp: isLast }, now);
      await enqueue({
        holder,
        end: {
          id: row._id,
          ...follows,
          sentAt: isSent ? now : row.sentAt,
          endedAt: follows.state === 'RETRYING' ? null : now,
          wasTried: true,
          ...(owed === null ? {} : { owed }),
        },
        attempt: attemptRow(hub, row, done),
        health: { health: { ...after, ...(isSent ? { lastDeliveredAt: now } : {}) }, seen: endpoint },
      });
      if (owed === null) return;
      await afterEnd(hub, { row, endpoint, cause: attempt.cause, owed });
      await hub.channelDeliveries.followed(row._id, owed.at);
    },
    putBack: (holder, row, until, wasBegun = false) => {
      const begun = wasBegun ? { mayHaveArrived: true as const } : {};
      const end = { ...asItWas(row), nextAt: until, ...begun };
      return enqueue({ holder, end, attempt: null, health: null });
    },
  };
};

/** Resolves when the line is written, with those that came while the ones before were. */
const openQueue = (hub: Hub): ((line: Line) => Promise<void>) => {
  let waiting: Line[] = [];
  /** Will write what waits; null where nothing waits. */
  let next: Promise<void> | null = null;
  let last: Promise<void> = Promise.resolve();
  return (line) => {
    waiting.push(line);
    if (next !== null) return next;
    const turn = async (): Promise<void> => {
      const lines = waiting;
      waiting = [];
      next = null;
      await writeLines(hub, lines);
    };
    next = last.then(turn, turn);
    last = next;
    return next;
  };
};

/** What is left as it stands where there was no attempt. */
const asItWas = ({ _id: id, state, cause, nextAt, sentAt, endedAt }: ChannelDeliveryRow): DeliveryEnd => ({
  id,
  state,
  cause,
  nextAt,
  sentAt,
  endedAt,
  wasTried: false,
});

const writeLines = async (hub: Hub, lines: readonly Line[]): Promise<void> => {
  const attempts = lines.flatMap(({ attempt }) => (attempt === null ? [] : [attempt]));
  await hub.attempts.append(attempts, () => heldLog(hub));
  await forgetWithdrawn(hub, lines, attempts);
  await hub.endpoints.noteHealth(lines.flatMap(({ health }) => (health === null ? [] : [health])));
  for (const [holder, of] of Map.groupBy(lines, (line) => line.holder))
    await hub.channelDeliveries.settle(
      holder,
      of.map(({ end }) => end),
    );
};

/** What is sent was composed at most so long before. */
const COMPOSED_MS = 60_000;

/** A recall that came while it was sent has emptied the log already, and finds no later line in it. */
const forgetWithdrawn = async (
  hub: Hub,
  lines: readonly Line[],
  attempts: readonly AttemptRow[],
): Promise<void> => {
  const ids = attempts.flatMap(({ delivery, request }) => (request === null ? [] : [delivery]));
  const since = new Date(Math.min(...attempts.map(({ at }) => at.getTime())) - COMPOSED_MS);
  const holders = [...new Set(lines.map(({ holder }) => holder))];
  const withdrawn = await hub.channelDeliveries.endedUnderWay(holders, ids, since);
  if (withdrawn.length > 0) await hub.attempts.forgetDeliveries(withdrawn, await heldLog(hub));
};

/** From 0 to 1. */
const chance = ({ entropy }: Pick<Hub, 'entropy'>): number => entropy.bytes(4).readUInt32BE() / 0xffff_ffff;

type Tried = Extract<Done, { readonly kind: 'TRIED' }>;

const attemptRow = (hub: Hub, row: ChannelDeliveryRow, { attempt, brings }: Tried): AttemptRow => ({
  _id: hub.entropy.uuid(),
  delivery: row._id,
  endpoint: row.endpoint,
  member: row.member,
  warning: row.warning,
  ...(brings === undefined ? {} : { brings }),
  number: row.attempts + 1,
  at: new Date(hub.clock.now().getTime() - attempt.tookMs),
  tookMs: attempt.tookMs,
  status: attempt.status,
  cause: attempt.cause,
  ...(row.occasion === 'CHALLENGE'
    ? UNTOLD
    : { request: beginning(attempt.request), answer: beginning(attempt.answer) }),
});

/** Only who reads at the address gets the code that proves it. */
const UNTOLD = { request: null, answer: null } as const;

/** A receiver answers what it likes: what JSON writes six-fold is not kept. */
const CONTROL = /[^\P{Cc}\t\n\r]/gu;

const beginning = (text: string): string => cut(text).replace(CONTROL, '\uFFFD');

const cut = (text: string): string =>
  text.length <= MOST_LOGGED_BYTES / 4
    ? text
    : Buffer.from(text)
        .subarray(0, MOST_LOGGED_BYTES)
        .toString('utf8')
        .replace(/\uFFFD$/, '');

/** As long as an attempt lasts that began before. */
const OVERLAP_MS = 15_000;

/** Whether another worker saw a success, or its owner proved it, later than that. */
const wasWellSince = ({ verifiedAt, lastDeliveredAt }: Endpoint, atMs: number): boolean =>
  [verifiedAt, lastDeliveredAt].some((at) => at !== null && at.getTime() > atMs);

/**
 * Attempts at one endpoint overlap, and each read it before the other had ended: what this process knows of it since counts for
 * that long. Later the row counts, since another worker may have seen a success, or its owner proved it.
 */
const openHealth = () => {
  const known = new Map<string, Health & { readonly at: number }>();
  return {
    note: (endpoint: Endpoint, attempt: Attempt, now: Date) => {
      const before = known.get(endpoint.id);
      const isNewer =
        before !== undefined &&
        now.getTime() - before.at < OVERLAP_MS &&
        !wasWellSince(endpoint, before.at) &&
        before.failures >= endpoint.failures;
      const after = healthAfter(isNewer ? before : endpoint, attempt, now);
      if (after.failures === 0) known.delete(endpoint.id);
      else known.set(endpoint.id, { ...after, at: now.getTime() });
      return after;
    },
  };
};
