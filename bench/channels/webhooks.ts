// B17: 10,000 webhooks to 1,000 origins, of which one in twenty refuses connections, next to a loop of undici that posts the same
// bytes to the same receivers with 50 in flight. Ours decides each delivery, signs it, logs it and writes its end.
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { Agent, request } from 'undici';
import { readConfig } from '../../src/config/config.ts';
import type { Endpoint } from '../../src/domain/channel/endpoint.ts';
import { actorOf } from '../../src/domain/directory.ts';
import { type Hub, openHub } from '../../src/hub.ts';
import { noJournal } from '../../src/outside/journal.ts';
import { openOutbound } from '../../src/outside/outbound/outbound.ts';
import { dispatchTargeted } from '../../src/service/channel/dispatch-targeted.ts';
import { freshSecret } from '../../src/service/channel/endpoint/secrets.ts';
import { UNOBSERVED_CHANNELS } from '../../src/service/channel/observer.ts';
import { memberId } from '../../src/service/member/admit-member.ts';
import { publishWarning } from '../../src/service/warning/publish-warning.ts';
import { makeAuthority } from '../../test/support/channels/receiver.ts';
import { startChannels } from '../../workers/delivery/channels.ts';
import { drain } from '../../workers/worker.ts';
import { atLeast, type Row, reported } from '../figures.ts';
import { draftFor } from '../generator.ts';
import { type Remote, startRemote } from '../load/remote.ts';
import { openPartnership } from '../partnership.ts';
import { cpuOf } from '../processes.ts';
import type { Stage } from '../stage.ts';

const ORIGINS = 1_000;
const REFUSING_EACH = 20;
const IN_FLIGHT = 50;
const OWNER = 'north-grid';

type Place = {
  readonly hub: Hub;
  readonly receiver: Remote;
  readonly ca: string;
  /** Addresses in the order of their endpoints. */
  readonly addresses: readonly string[];
  readonly each: number;
  close(): Promise<void>;
};

/** Takes a port and lets it go: nobody listens there. */
const closedPort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const refuses = (index: number): boolean => index % REFUSING_EACH === 0;

const openPlace = async (stage: Stage): Promise<Place> => {
  const { ca, certificate, key } = makeAuthority(['*.hooks.example']);
  const receiver = startRemote('channels/receiver.ts');
  const ports = [await receiver.call<number>('open', certificate, key), await closedPort()];
  const resolve = async (): Promise<readonly string[]> => ['127.0.0.1'];
  const mail = { url: null, from: 'Tocsin <hub@hub.example>', bounces: null };
  const config = readConfig({
    ...process.env,
    ...stage.hubEnv,
    TOCSIN_DATABASE: 'tocsin_bench_webhooks',
    TOCSIN_LOG_LEVEL: 'silent',
    TOCSIN_SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
  });
  const hub = await openHub(config, 'bench', {
    journal: noJournal,
    outbound: openOutbound({ mail, ca, resolve }),
  });
  await openPartnership(hub);
  await hub.database.transaction((session) =>
    hub.allowedRanges.put({ range: '127.0.0.0/8', ports }, hub.clock.now(), session),
  );
  await drain(hub);
  const addresses = Array.from(
    { length: ORIGINS },
    (_, index) => `https://h${index}.hooks.example:${ports[refuses(index) ? 1 : 0]}/hook`,
  );
  await plantEndpoints(hub, addresses);
  const close = async (): Promise<void> => {
    await hub.database.connection.db?.dropDatabase();
    await hub.close();
    await receiver.stop();
  };
  return { hub, receiver, ca, addresses, each: stage.isQuick ? 3 : 10, close };
};

const plantEndpoints = async (hub: Hub, addresses: readonly string[]): Promise<void> => {
  const now = hub.clock.now();
  const facts = {
    ...{ member: memberId(OWNER), person: null, channel: 'WEBHOOK', label: 'bench', form: 'FULL' },
    ...{ ceiling: 'AMBER', state: 'ACTIVE', cause: null, certificate: null, createdAt: now, createdBy: null },
    ...{ verifiedAt: now, lastDeliveredAt: null, failures: 0, failingSince: null, restsUntil: null },
  } as const satisfies Partial<Endpoint>;
  await hub.database.transaction(async (session) => {
    for (const address of addresses) {
      const id = `endpoint--${hub.entropy.uuid()}`;
      const fresh = await freshSecret(hub, id, 'HMAC');
      if (!fresh.ok) throw new Error(fresh.problems[0]?.message);
      await hub.endpoints.save({ ...facts, id, address }, session);
      await hub.endpointSecrets.put({ ...fresh.value.row, createdAt: now }, session);
    }
  });
};

/** Makes the deliveries of so many warnings, and sends none. */
const queue = async ({ hub, each }: Place, seed: number, round: number): Promise<void> => {
  // As if those that refuse had been repaired, and nothing waited of the round before.
  const native = hub.database.native();
  await native.collection('channel_deliveries').deleteMany({});
  const health = { failures: 0, failingSince: null, restsUntil: null };
  await native.collection('endpoints').updateMany({}, { $set: health });
  const key = { id: 'bench', member: memberId('cyber-agency'), roles: ['publisher'], person: null } as const;
  const actor = actorOf(await hub.directory.current(), key);
  if (actor === null) throw new Error('no publisher');
  const { due } = hub.channelDeliveries;
  const deliveries = hub.channelDeliveries as { due: typeof due };
  deliveries.due = async () => [];
  for (let index = 0; index < each; index += 1) {
    const audience = { alternatives: [{ members: [OWNER] }], excludes: [] };
    const draft = draftFor(seed, 1_000 * round + index, { audience, marking: 'GREEN' });
    const published = await publishWarning(hub, actor, draft);
    if (!published.ok) throw new Error(JSON.stringify(published.problems));
  }
  await drain(hub);
  while (await dispatchTargeted(hub));
  deliveries.due = due;
};

type Sent = { readonly wallMs: number; readonly cpuMs: number };

const timed = async (act: () => Promise<void>): Promise<Sent> => {
  const before = cpuOf(process.pid);
  const startedAt = performance.now();
  await act();
  return { wallMs: performance.now() - startedAt, cpuMs: cpuOf(process.pid) - before };
};

const ours = async (place: Place): Promise<{ readonly sent: Sent; readonly dead: number }> => {
  const { hub, each } = place;
  let left = (ORIGINS - ORIGINS / REFUSING_EACH) * each;
  let finish = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const observer = {
    ...UNOBSERVED_CHANNELS,
    delivery: ({ state }: { readonly state: string }): void => {
      if (state !== 'SENT') return;
      left -= 1;
      if (left === 0) finish();
    },
  };
  let channels: Awaited<ReturnType<typeof startChannels>> | null = null;
  const sent = await timed(async () => {
    channels = await startChannels(
      hub,
      async () => true,
      () => () => undefined,
      observer,
    );
    channels.wake();
    await done;
    await channels.close();
  });
  return { sent, dead: await hub.channelDeliveries.rows.countDocuments({ state: 'DEAD' }) };
};

/** What one of ours had as its body. */
const bodyOf = async ({ hub }: Place): Promise<string> => {
  const [row] = await hub.database.native().collection('attempts').find().limit(1).toArray();
  return String(row?.['request'] ?? '{}');
};

const plain = async (place: Place): Promise<Sent> => {
  const { ca, addresses, each } = place;
  const body = await bodyOf(place);
  const lookup = (_: string, __: object, done: (error: null, found: object[]) => void): void =>
    done(null, [{ address: '127.0.0.1', family: 4 }]);
  const agent = new Agent({ connections: 2, connect: { ca, lookup: lookup as never } });
  const all = Array.from({ length: each }, () => addresses).flat();
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < all.length) {
      const address = all[next] ?? '';
      next += 1;
      const headers = { 'content-type': 'application/json', 'webhook-id': `delivery--${next}` };
      await request(address, { method: 'POST', headers, body, dispatcher: agent }).then(
        ({ body: answer }) => answer.dump(),
        () => undefined,
      );
    }
  };
  const sent = await timed(async () => {
    await Promise.all(Array.from({ length: IN_FLIGHT }, one));
  });
  await agent.destroy();
  return sent;
};

export const webhooks = async (stage: Stage): Promise<readonly Row[]> => {
  const place = await openPlace(stage);
  const [own, rival]: [Sent[], Sent[]] = [[], []];
  let dead = 0;
  try {
    // The first round is a warm-up.
    for (let round = 0; round <= Math.min(5, stage.repetitions); round += 1) {
      await queue(place, stage.seed, round);
      const found = await ours(place);
      const loop = await plain(place);
      dead += found.dead;
      stage.say(`B17: ours ${Math.round(found.sent.wallMs)} ms, the loop ${Math.round(loop.wallMs)} ms`);
      if (round === 0) continue;
      own.push(found.sent);
      rival.push(loop);
    }
  } finally {
    await place.close();
  }
  const what = `${ORIGINS * place.each} webhooks to ${ORIGINS} origins, 5 % refusing`;
  const of = (sent: readonly Sent[], name: keyof Sent): number[] => sent.map((each) => each[name]);
  return [
    atLeast(0.6, { id: 'B17', what, unit: 'ms', ours: of(own, 'wallMs'), rival: of(rival, 'wallMs') }),
    reported(
      { id: 'B17', what: `${what}: CPU of the sender`, unit: 'ms' },
      of(own, 'cpuMs'),
      of(rival, 'cpuMs'),
    ),
    reported({ id: 'B17', what: `${what}: dead`, unit: 'deliveries' }, [dead]),
  ];
};
