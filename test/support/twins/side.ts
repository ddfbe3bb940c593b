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
  /** Writes what was noted of the reader; not while it has a stream, which notes as it sends. */
  write(): Promise<void>;
  /** The workers run dry, and what was published has reached the streams. */
  settle(): Promise<void>;
  close(): Promise<void>;
};

/** The machine was too busy for the limits of time of the hub: the pair says nothing. */
export class TooBusy extends Error {}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export const openSide = async (place: Place, seed: number, clock: Clock): Promise<Side> => {
  const draws = openDraws(seed);
  const memory = openMemory();
  const overrides = { log: silent, clock, entropy: draws.entropy };
  const { hub, broker, url, write, settled, close } = await place.open(overrides, memory.around);
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
    write,
    settle: () => settled(() => drain(hub)),
  };
};

const isWriting = ({ body }: TwinRequest): boolean => body.startsWith('{"query":"mutation');
