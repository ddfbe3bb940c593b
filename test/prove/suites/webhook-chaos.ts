// T14: two hundred webhooks in thirteen behaviours. Each delivery ends as its receiver deserves, and those that behave get theirs
// about as fast as where all do.

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import { openOutbound } from '../../../src/outside/outbound/outbound.ts';
import { drainChannels, startChannels } from '../../../workers/delivery/channels.ts';
import type { CastName } from '../../support/cast.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { type Behaviour, makeAuthority, openReceiver } from '../../support/channels/receiver.ts';
import { type ChannelWorld, openChannelWorld } from '../../support/channels/world.ts';
import { publishBy, to } from '../../support/publish.ts';
import type { ChunkOptions, ChunkResult, Suite } from '../suite.ts';

const DAY = 24 * 3_600_000;
const READERS: readonly CastName[] = [
  'northGrid',
  'southGrid',
  'cityHospital',
  'riverWater',
  'metroRail',
  'xbCsirt',
];
const BIG_BYTES = 100 * 1024 * 1024;
const PART = Buffer.alloc(64 * 1024, 'x');

type Kind = {
  readonly name: string;
  /** What the first attempt comes to. */
  readonly first: readonly [state: string, cause: string | null];
  /** What it comes to in the end, if nothing changes. */
  readonly last: string;
  readonly behave?: Behaviour;
};

/** Of the thirteen three take what they get. */
const KINDS: readonly Kind[] = [
  { name: 'good', first: ['SENT', null], last: 'SENT' },
  {
    name: 'slow',
    first: ['SENT', null],
    last: 'SENT',
    behave: (_, response) => {
      setTimeout(() => response.writeHead(202).end(), 150);
    },
  },
  {
    name: 'big',
    first: ['SENT', null],
    last: 'SENT',
    behave: (_, response) => {
      let left = BIG_BYTES;
      const more = (): void => {
        while (left > 0 && !response.destroyed) {
          left -= PART.length;
          if (!response.write(PART)) return;
        }
        response.end();
      };
      response.writeHead(200).on('drain', more);
      more();
    },
  },
  {
    name: 'drips',
    first: ['RETRYING', 'ENDPOINT_TIMED_OUT'],
    last: 'DEAD',
    behave: (_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('.'), 50);
      response.on('close', () => clearInterval(timer));
    },
  },
  { name: 'mute', first: ['RETRYING', 'ENDPOINT_TIMED_OUT'], last: 'DEAD', behave: () => undefined },
  {
    name: 'breaks',
    first: ['RETRYING', 'ENDPOINT_UNREACHABLE'],
    last: 'DEAD',
    behave: ({ socket }) => socket.destroy(),
  },
  { name: 'closed', first: ['RETRYING', 'ENDPOINT_UNREACHABLE'], last: 'DEAD' },
  { name: 'tls', first: ['RETRYING', 'ENDPOINT_TLS'], last: 'DEAD' },
  {
    name: 'fails',
    first: ['RETRYING', 'ENDPOINT_FAILED'],
    last: 'DEAD',
    behave: (_, response) => response.writeHead(500).end(),
  },
  {
    name: 'busy',
    first: ['RETRYING', 'ENDPOINT_BUSY'],
    last: 'DEAD',
    behave: (_, response) => response.writeHead(429, { 'retry-after': '60' }).end(),
  },
  {
    name: 'refuses',
    first: ['RETRYING', 'ENDPOINT_REFUSED'],
    last: 'DEAD',
    behave: (_, response) => response.writeHead(404).end(),
  },
  {
    name: 'redirects',
    first: ['RETRYING', 'ENDPOINT_REDIRECTED'],
    last: 'DEAD',
    behave: (_, response) => response.writeHead(302, { location: 'https://127.0.0.1/' }).end(),
  },
  {
    name: 'gone',
    first: ['DEAD', 'ENDPOINT_GONE'],
    last: 'DEAD',
    behave: (_, response) => response.writeHead(410).end(),
  },
];

/** What the first attempts come to, by name. */
export const firstCauses = (): readonly string[] =>
  KINDS.flatMap(({ first: [, cause] }) => (cause === null ? [] : [cause]));

type Planted = { readonly endpoint: Endpoint; readonly kind: Kind; readonly path: string };
type Place = { readonly world: ChannelWorld; readonly planted: readonly Planted[]; close(): Promise<void> };

const isReached = ({ name }: Kind): boolean => name !== 'closed' && name !== 'tls';

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** Takes a port and lets it go: nobody listens there. */
const closedPort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
};

const openPlace = async (count: number, timeoutMs: number): Promise<Place> => {
  const world = await openChannelWorld({ timeoutMs, isRunning: true });
  const stranger = await openReceiver(makeAuthority());
  const closed = await closedPort();
  const ports = [world.receiver.port, stranger.port, closed];
  const range = { range: '127.0.0.0/8', ports };
  await world.hub.database.transaction((session) =>
    world.hub.allowedRanges.put(range, world.clock.now(), session),
  );
  const portFor = ({ name }: Kind): number =>
    name === 'closed' ? closed : name === 'tls' ? stranger.port : world.receiver.port;
  const planted: Planted[] = [];
  for (let at = 0; at < count; at += 1) {
    const kind = KINDS[at % KINDS.length] as Kind;
    const path = `/${kind.name}/${at}`;
    const address = `https://127.0.0.1:${portFor(kind)}${path}`;
    if (kind.behave !== undefined) world.receiver.behaviours.set(path, kind.behave);
    const endpoint = await plantEndpoint(world, READERS[at % READERS.length] as CastName, { address });
    planted.push({ endpoint, kind, path });
  }
  return {
    world,
    planted,
    close: async () => {
      await stranger.close();
      await world.close();
    },
  };
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends as a worker does until no delivery waits that was never tried. */
const runUntil = async ({ world }: Place, isDone: () => Promise<boolean>): Promise<void> => {
  const channels = await startChannels(
    world.hub,
    async () => true,
    () => () => undefined,
  );
  channels.wake();
  while (!(await isDone())) await pause(20);
  await channels.close();
};

/** Not what tells the owners of an endpoint that was disabled: that waits at endpoints that rest, for as long as they do. */
const isTried =
  ({ world }: Place) =>
  async (): Promise<boolean> =>
    (await world.hub.channelDeliveries.rows.countDocuments({ occasion: 'WARNING', state: 'PENDING' })) === 0;

/** Milliseconds from the start of sending to the arrival at each good receiver. */
const arrivals = async (place: Place, warnings: number): Promise<number[]> => {
  const { world, planted } = place;
  const good = new Set(planted.filter(({ kind }) => kind.name === 'good').map(({ path }) => path));
  const times: number[] = [];
  for (let count = 0; count < warnings; count += 1) {
    // Numbered and targeted, not sent.
    world.receiver.got.length = 0;
    await publishUnsent(place);
    const startedAt = performance.now();
    const seen = new Map<string, number>();
    for (const path of good) {
      world.receiver.behaviours.set(path, (_, response, { json }) => {
        // They are told of endpoints that were disabled as well, later.
        if (json.type.startsWith('warning.')) seen.set(path, performance.now() - startedAt);
        response.writeHead(204).end();
      });
    }
    await runUntil(place, isTried(place));
    times.push(...seen.values());
  }
  return times;
};

/** A drain would send: endpoints take nothing meanwhile. */
const publishUnsent = async ({ world }: Place): Promise<void> => {
  const { hub } = world;
  const { due } = hub.channelDeliveries;
  const deliveries = hub.channelDeliveries as { due: typeof due };
  deliveries.due = async () => [];
  await publishBy(world, 'cyberAgency', { audience: to(...READERS) });
  deliveries.due = due;
};

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0;

/** Those at which nobody could behave are held back, and the others answer like good ones; or each does as it does. */
const letBehave = async ({ world, planted }: Place, isWell: boolean): Promise<void> => {
  for (const { path, kind } of planted) {
    if (isWell) world.receiver.behaviours.delete(path);
    else if (kind.behave !== undefined) world.receiver.behaviours.set(path, kind.behave);
  }
  const ids = planted.filter(({ kind }) => !isReached(kind)).map(({ endpoint }) => endpoint.id);
  const state = isWell ? 'UNPROVED' : 'ACTIVE';
  await world.hub.database.transaction(async (session) => {
    for (const each of await world.hub.endpoints.byIds(ids))
      await world.hub.endpoints.save({ ...each, state }, session);
  });
};

const faultsIn = async (
  { world, planted }: Place,
  expected: (kind: Kind) => readonly (string | null)[],
): Promise<string[]> => {
  const rows = await world.hub.channelDeliveries.rows.find({ occasion: 'WARNING' }).sort({ at: 1 }).toArray();
  const byEndpoint = Map.groupBy(rows, ({ endpoint }) => endpoint);
  return planted.flatMap(({ endpoint, kind }) => {
    const row = byEndpoint.get(endpoint.id)?.at(-1);
    const [state, cause] = expected(kind);
    const isRight = row?.state === state && (cause === undefined || row?.cause === cause);
    return isRight ? [] : [`${kind.name}: ${row?.state} ${row?.cause}, not ${state} ${cause ?? ''}`];
  });
};

/** Whoever never answers does so in this time as well; only how the first attempts end is asked with the time of the product. */
const RUN_OUT_TIMEOUT_MS = 500;

/** Moves the clock on until the table of retries is over for every warning. */
const runOut = async ({ world }: Place): Promise<void> => {
  const { rows } = world.hub.channelDeliveries;
  const waiting = () => rows.countDocuments({ occasion: 'WARNING', state: { $in: ['PENDING', 'RETRYING'] } });
  const outbound = openOutbound({
    mail: { url: null, from: 'Tocsin <hub@hub.example>', bounces: null },
    ca: world.authority.ca,
    resolve: async () => ['127.0.0.1'],
    timeoutMs: RUN_OUT_TIMEOUT_MS,
  });
  for (let round = 0; round < 30 && (await waiting()) > 0; round += 1) {
    world.clock.add(2 * DAY);
    await drainChannels({ ...world.hub, outbound });
  }
  await outbound.close();
};

const RATIO = 'good p99 / where all behave';

export type Chaos = { readonly endpoints: number; readonly warnings: number; readonly timeoutMs: number };

export const chaosChunk = async (
  { seed, say }: Pick<ChunkOptions, 'seed' | 'say'>,
  { endpoints, warnings, timeoutMs }: Chaos,
): Promise<ChunkResult> => {
  const place = await openPlace(endpoints, timeoutMs);
  try {
    await letBehave(place, true);
    const well = await arrivals(place, warnings);
    await letBehave(place, false);
    const together = await arrivals(place, 1);
    const failures = await faultsIn(place, ({ first }) => first);
    if (together.length !== well.length / warnings) failures.push(`${together.length} good ones got theirs`);
    await runOut(place);
    failures.push(...(await faultsIn(place, ({ last }) => [last])));
    const [baseline, p99] = [percentile(well, 0.99), percentile(together, 0.99)];
    say(
      `${endpoints} endpoints: good ones p99 ${p99.toFixed(0)} ms, ${baseline.toFixed(0)} ms where all behave`,
    );
    return {
      counted: endpoints,
      failures: failures.map((each) => `${each} (seed ${seed})`),
      figures: { [RATIO]: p99 / baseline },
    };
  } finally {
    await place.close();
  }
};

export const suite: Suite = {
  id: 'T14',
  promise:
    'Two hundred webhooks in thirteen behaviours each end as they should, and the good ones have a p99 of at most twice that where all behave.',
  chunks: 3,
  runChunk: async (options) => {
    const result = await chaosChunk(options, { endpoints: 208, warnings: 3, timeoutMs: 10_000 });
    const ratio = result.figures?.[RATIO] ?? 0;
    return ratio <= 2
      ? result
      : { ...result, failures: [...result.failures, `good ones took ${ratio.toFixed(2)} times as long`] };
  },
};
