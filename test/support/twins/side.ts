// One of two twin worlds: a hub behind its real HTTP endpoints, in this process, and a client that sees raw answers.
import type { Hub } from '../../../src/hub.ts';
import type { Clock } from '../../../src/outside/clock.ts';
import type { Broker } from '../../../src/service/live/broker.ts';
import { drain } from '../../../workers/worker.ts';
import { type Answer, answerOf, isBusy, type Names, openNames } from './answer.ts';
import { type Draws, openDraws } from './draws.ts';
import type { Place } from './place.ts';
import { openMemory } from './remembered.ts';
import { readSocket, type Subscribing } from './requests/read-socket.ts';
import { STREAM_MS, sendTo, type TwinRequest } from './requests/send.ts';

export type Side = {
  readonly hub: Hub;
  readonly draws: Draws;
  readonly broker: Broker;
  readonly names: Names;
  /** The answer as it is compared. Throws `TooBusy`. */
  ask(request: TwinRequest): Promise<Answer>;
  /** The events until one contains `last`, or until it is late. */
  stream(request: TwinRequest, last: string): Promise<Answer>;
  /** The same over WebSocket; `subscription` has its variables with names of cursors. */
  socket(subscription: Omit<Subscribing, 'url'>, last: string): Promise<Answer>;
  /** The workers run dry, and what was published has reached the streams. */
  settle(): Promise<void>;
  /** Writes that warnings were received, which otherwise happens at a moment that differs between the twins. */
  writeReceipts(): Promise<void>;
  close(): Promise<void>;
};

/** The machine was too busy for the limits of time of the hub: the pair says nothing. */
export class TooBusy extends Error {}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** A little above the time after which a hub writes the receipts that it has collected. */
const RECEIPTS_MS = 400;

export const openSide = async (place: Place, seed: number, clock: Clock): Promise<Side> => {
  const draws = openDraws(seed);
  const held: string[] = [];
  const memory = openMemory();
  const { hub, broker, url, close } = await place.open(
    { log: silent, clock, entropy: draws.entropy },
    (opened) => memory.around({ ...opened, deliveries: withHeldReceipts(opened.deliveries, held) }),
  );
  const names = openNames();
  const send = (request: TwinRequest) =>
    sendTo(url, place.agent, {
      ...request,
      path: names.inserted(request.path),
      body: names.inserted(request.body),
    });
  return {
    hub,
    draws,
    broker,
    names,
    close,
    ask: async (request) => {
      const whole = () => send(request).whole();
      const raw = await (isWriting(request) ? whole() : memory.during(whole));
      if (isBusy(raw)) throw new TooBusy(`${raw.status}: ${raw.body.slice(0, 200)}`);
      return answerOf(raw, names);
    },
    stream: async (request, last) => ({
      head: 'a stream',
      body: names.named(await send(request).until(last)),
    }),
    socket: async (subscription, last) => {
      const variables = JSON.parse(names.inserted(JSON.stringify(subscription.variables)));
      const body = await readSocket({ ...subscription, url, variables }, last, STREAM_MS);
      return { head: 'a socket', body: names.named(body) };
    },
    settle: async () => {
      await drain(hub);
      await broker.wake();
    },
    writeReceipts: async () => {
      await new Promise((resolve) => setTimeout(resolve, RECEIPTS_MS));
      await hub.deliveries.advance(held.splice(0), { to: 'RECEIVED', at: clock.now(), failure: null });
    },
  };
};

const isWriting = ({ body }: TwinRequest): boolean => body.startsWith('{"query":"mutation');

const withHeldReceipts = (deliveries: Hub['deliveries'], held: string[]): Hub['deliveries'] => ({
  ...deliveries,
  advance: (ids, move, session) => {
    if (move.to !== 'RECEIVED') return deliveries.advance(ids, move, session);
    held.push(...ids);
    return Promise.resolve(0);
  },
});
