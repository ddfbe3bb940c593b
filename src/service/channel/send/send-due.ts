// Sends what is due. MongoDB says what that is; a delivery is held for the time of one attempt, so that what a dead worker held
// is due again within 15 s, under the same id (I15). An endpoint that is slow or dead delays nobody else (I20).
import { isServerAway } from '../../../domain/channel/attempt.ts';
import type { Endpoint } from '../../../domain/channel/endpoint.ts';
import { restFor } from '../../../domain/channel/retry.ts';
import type { Hub } from '../../../hub.ts';
import {
  AT_FIRST,
  type ChannelDeliveryRow,
  isStillFirst,
} from '../../../store/delivery/channel-deliveries.ts';
import { carryingNow } from '../carrying-now.ts';
import { openedSecrets } from '../endpoint/secrets.ts';
import { type ChannelObserver, UNOBSERVED_CHANNELS } from '../observer.ts';
import { openEnoughRoom } from './enough-room.ts';
import { openLedger } from './ledger.ts';
import { openNothingDue } from './nothing-due.ts';
import { openPlaces, type Places } from './places.ts';
import { BROKEN, type Done, type Held, sendOne } from './send-one.ts';
import { openTurn, type Turn } from './turn.ts';
import { HELD_MS, openUnderWay, type Way } from './under-way.ts';

export type Sender = {
  /** Begins what is due and has room; returns how many deliveries it took. `onRoom` runs when attempts have ended. */
  turn(onRoom?: () => void): Promise<number>;
  /** Something new may be due. */
  anew(): void;
  /** Resolves when what is under way now has ended and is written. */
  settled(): Promise<void>;
  /** The same after a second, but only for what may not go any more: its webhooks are broken off, and put back. */
  settledSoon(): Promise<void>;
};

/** Candidates for each free place: those of endpoints without room are passed over. */
const LOOK_AHEAD = 4;
/** Until the key is there that opens the secret of an endpoint. */
const LOCKED_MS = 30_000;
/** Until a paused endpoint is looked at again; who resumes it need not wait for that. */
const PAUSED_MS = 3_600_000;
/** Until there is room for another mail. */
const NO_ROOM_MS = 200;

export const openSender = (hub: Hub, observer: ChannelObserver = UNOBSERVED_CHANNELS): Sender => {
  const places = openPlaces();
  const ledger = openLedger(hub, observer);
  const underWay = openUnderWay(hub);
  const leave = openEnoughRoom(places);
  const nothing = openNothingDue();
  const send = (way: Way, turn: Turn, onRoom: () => void): void => {
    const { held, holder } = way;
    const { row, endpoint } = held;
    const sent = tried(hub, sendOne(hub, turn, way), row).then((done) => {
      noteServer(places, endpoint, done, hub.clock.now());
      leave(endpoint, onRoom);
      const now = hub.clock.now();
      if (done.kind === 'ABORTED') return ledger.putBack(holder, row, now, true);
      if (done.kind === 'WAITS') return ledger.putBack(holder, row, new Date(now.getTime() + PAUSED_MS));
      return ledger.note(holder, held, done);
    });
    underWay.send(way, sent);
  };
  const takeDue = async (onRoom: () => void): Promise<number> => {
    const free = places.free();
    if (free <= 0) return 0;
    const now = hub.clock.now();
    const without = places.full(now);
    const asked = nothing.ask(without, now);
    if (asked === null) return 0;
    const due = await hub.channelDeliveries.due(now, without, free * LOOK_AHEAD);
    if (due.length === 0) asked.note();
    const chosen = places.chosen(due);
    if (chosen.length === 0) return 0;
    const holder = hub.entropy.uuid();
    const until = new Date(now.getTime() + HELD_MS);
    const rows = await hub.channelDeliveries.hold(chosen, holder, { now, until });
    const turn = await openTurn(hub, rows);
    for (const held of await withFacts(hub, rows)) {
      const { row, endpoint } = held;
      const rest = restOf(held, now);
      if (rest !== null || !places.take(endpoint)) {
        const later = rest ?? new Date(now.getTime() + NO_ROOM_MS);
        // What goes first stays before others; its endpoint rests, so that it is not looked at again at once.
        const staysFirst = rest === null && isStillFirst(row);
        if (rest !== null || staysFirst) places.rest(endpoint.id, later, row.isUrgent || rest === null);
        underWay.begin(ledger.putBack(holder, row, staysFirst ? AT_FIRST : later));
        continue;
      }
      const begunAt = performance.now();
      send({ held, holder, stop: new AbortController(), begunAt, letter: null }, turn, onRoom);
    }
    return rows.length;
  };
  return {
    turn: (onRoom = () => undefined) => underWay.preparing(takeDue(onRoom)),
    anew: nothing.forget,
    settled: underWay.settled,
    settledSoon: underWay.settledSoon,
  };
};

/** One that the hub cannot make fails by itself. */
const tried = (hub: Hub, sending: Promise<Done>, { _id: delivery }: ChannelDeliveryRow): Promise<Done> =>
  sending.then(undefined, (error: unknown) => {
    hub.log.error({ err: error, delivery }, 'a delivery to an endpoint could not be made');
    return { kind: 'TRIED', attempt: BROKEN };
  });

/** The hub's own mail server is probed by one mail at a time while it is away, so that the others wait without attempts. */
const noteServer = (places: Places, { channel }: Endpoint, done: Done, now: Date): void => {
  if (channel !== 'MAIL' || done.kind !== 'TRIED') return;
  if (isServerAway(done.attempt)) places.away(channel, now);
  else if (done.attempt.status !== null) places.isBack(channel);
};

/** Null: now. A challenge waits for no breaker, and nothing is sent without its signature. */
const restOf = ({ row, endpoint, isLocked }: Held, now: Date): Date | null => {
  if (isLocked) return new Date(now.getTime() + LOCKED_MS);
  if (row.occasion === 'CHALLENGE') return null;
  return restFor(endpoint, { isUrgent: row.isUrgent, now });
};

const withFacts = async (hub: Hub, rows: readonly ChannelDeliveryRow[]): Promise<Held[]> => {
  const ids = [...new Set(rows.map(({ endpoint }) => endpoint))];
  const [endpoints, secrets, allowed] = await Promise.all([
    hub.endpoints.byIds(ids),
    hub.endpointSecrets.of(ids),
    hub.allowedRanges.all(),
  ]);
  const now = hub.clock.now();
  const byId = new Map(endpoints.map((each) => [each.id, carryingNow(each, now)]));
  const opened = await openedSecrets(hub, secrets);
  const secretsOf = Map.groupBy(opened, ({ endpoint }) => endpoint);
  const locked = new Set(
    secrets.flatMap(({ _id, endpoint, endsAt }) =>
      endsAt === null && !opened.some((each) => each._id === _id) ? [endpoint] : [],
    ),
  );
  if (locked.size > 0) hub.log.warn({ count: locked.size }, 'no key here opens the secrets of some webhooks');
  return rows.flatMap((row) => {
    const endpoint = byId.get(row.endpoint);
    if (endpoint === undefined) return [];
    const facts = { secrets: secretsOf.get(endpoint.id) ?? [], allowed };
    return [{ row, endpoint, facts, isLocked: locked.has(endpoint.id) }];
  });
};
