// A hub whose webhooks may reach this machine, as after two operators allowed it, and whose mail goes to a server of the test.
import { type Outbound, type OutboundOptions, openOutbound } from '../../../src/outside/outbound/outbound.ts';
import { openTestHub, type TestHub, type TestOverrides } from '../hub.ts';
import { type Authority, makeAuthority, openReceiver, type Receiver } from './receiver.ts';

export type ChannelWorld = TestHub & {
  readonly authority: Authority;
  readonly receiver: Receiver;
  /** The hub's clock, which moves by hand alone unless it was made to run. */
  readonly clock: { now(): Date; add(ms: number): void };
};

const NO_MAIL: OutboundOptions['mail'] = { url: null, from: 'Tocsin <hub@hub.example>', bounces: null };

export type WorldOptions = TestOverrides & {
  readonly mail?: OutboundOptions['mail'];
  /** Of one post to a webhook. */
  readonly timeoutMs?: number;
  /** The clock runs by itself too. */
  readonly isRunning?: boolean;
  /** What stands before what leaves. */
  readonly within?: (outbound: Outbound) => Outbound;
};

export const openChannelWorld = async ({
  mail = NO_MAIL,
  timeoutMs = 10_000,
  isRunning = false,
  within = (outbound) => outbound,
  ...overrides
}: WorldOptions = {}): Promise<ChannelWorld> => {
  const authority = makeAuthority();
  const receiver = await openReceiver(authority);
  const startMs = Date.now();
  let nowMs = startMs;
  const clock = {
    now: () => new Date(isRunning ? Date.now() + nowMs - startMs : nowMs),
    add: (ms: number) => {
      nowMs += ms;
    },
  };
  const resolve = async (): Promise<readonly string[]> => ['127.0.0.1'];
  const outbound = within(openOutbound({ mail, ca: authority.ca, resolve, timeoutMs }));
  const world = await openTestHub({ clock, outbound, ...overrides });
  // The followed place of the record begins where the hub is when it first looks.
  await world.drain();
  return {
    ...world,
    authority,
    receiver,
    clock,
    // What follows has a later time.
    drain: async () => {
      await world.drain();
      clock.add(10);
    },
    close: async () => {
      await receiver.close();
      await world.close();
    },
  };
};

/** As two operators would have it. */
export const allowThisMachine = async ({
  hub,
  receiver,
}: Pick<ChannelWorld, 'hub' | 'receiver'>): Promise<void> => {
  const range = { range: '127.0.0.0/8', ports: [receiver.port] };
  await hub.database.transaction((session) => hub.allowedRanges.put(range, hub.clock.now(), session));
};
