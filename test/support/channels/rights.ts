// Takes rights away while a thousand webhooks and mails are queued and sent: what leaves after the act is answered.
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import { changeEndpoint, removeEndpoint } from '../../../src/service/channel/endpoint/change-endpoint.ts';
import { newVersionDelivery } from '../../../src/service/channel/new-channel-delivery.ts';
import { endMembership, suspendMember } from '../../../src/service/member/suspend-member.ts';
import { deactivatePerson } from '../../../src/service/person/deactivate-person.ts';
import { startChannels } from '../../../workers/delivery/channels.ts';
import { CAST } from '../cast.ts';
import { good } from '../outcome.ts';
import { eventually } from '../processes.ts';
import { letSignIn, publishBy, to } from '../publish.ts';
import { plantEndpoint } from './endpoints.ts';
import { openGate } from './gate.ts';
import { openMailServer } from './mail-server.ts';
import { allowThisMachine, type ChannelWorld, openChannelWorld } from './world.ts';

/** What is taken: the member's part, for a time or for good, the persons' accounts, or the endpoints, all or for new things. */
export const QUEUE_TAKINGS = ['SUSPENSION', 'LEAVING', 'DEACTIVATION', 'REMOVAL', 'PAUSE'] as const;
export type QueueTaking = (typeof QUEUE_TAKINGS)[number];

export type QueueFinding = {
  /** Queued for who lost the right. */
  readonly queued: number;
  /** Under way to who lost it, when it was taken. */
  readonly underWay: number;
  readonly before: number;
  /** What left, or came, after the act was answered. */
  readonly late: number;
  readonly answeredMs: number;
};

/** A delivery that is held for an attempt is due again within that time. */
const DUE_SOON_MS = 60_000;
const PERSONS = 5;
const HOOKS = 5;
/** What was on its way when the act was answered has been read by then. */
const ON_ITS_WAY_MS = 200;

type Queue = {
  readonly world: ChannelWorld;
  readonly endpoints: readonly Endpoint[];
  readonly count: number;
};

/** Half by webhooks of the member, half by mail to its persons; of one warning that was targeted long ago. */
const fill = async (world: ChannelWorld, queued: number): Promise<Queue> => {
  const persons = Array.from({ length: PERSONS }, (_, at) => `${CAST.southGrid.slug}/reader-${at}`);
  await letSignIn(world, ...persons);
  const endpoints: Endpoint[] = [];
  for (let at = 0; at < HOOKS; at += 1)
    endpoints.push(await plantEndpoint(world, 'southGrid', { address: world.receiver.url(`/hook/${at}`) }));
  for (const person of persons) {
    const facts = {
      channel: 'MAIL',
      person: personIdOf(person),
      address: `${person.slice(-8)}@mail.example`,
    };
    endpoints.push(await plantEndpoint(world, 'southGrid', facts as Partial<Endpoint>));
  }
  const each = Math.ceil(queued / endpoints.length);
  const warnings: string[] = [];
  const { due } = world.hub.channelDeliveries;
  const deliveries = world.hub.channelDeliveries as { due: typeof due };
  deliveries.due = async () => [];
  for (let count = 0; count < each; count += 1)
    warnings.push(await publishBy(world, 'cyberAgency', { audience: to('southGrid') }));
  deliveries.due = due;
  const at = world.clock.now();
  const version = (warning: string) => ({ warning, version: 1, exercise: null, isUrgent: true });
  // Those that are there already stay: their ids follow from what they bring.
  await world.hub.channelDeliveries.ensure(
    endpoints.flatMap((endpoint) =>
      warnings.map((warning) => newVersionDelivery(endpoint, version(warning), { at, gathering: null })),
    ),
  );
  return { world, endpoints, count: endpoints.length * warnings.length };
};

/** When the act about each address was answered. */
type Answered = ReadonlyMap<string, number>;

const take = async ({ world, endpoints }: Queue, taking: QueueTaking): Promise<Answered> => {
  const { hub } = world;
  const { slug } = CAST.southGrid;
  const admin = await world.actor('southGrid', 'member-admin');
  const answered = new Map<string, number>();
  const answer = (...of: readonly Endpoint[]): void => {
    for (const { address } of of) answered.set(address, performance.now());
  };
  switch (taking) {
    case 'SUSPENSION':
      good(await suspendMember(hub, await world.actor('energyCentre', 'hub-operator'), slug, 'a drill'));
      answer(...endpoints);
      break;
    case 'LEAVING':
      good(await endMembership(hub, admin, null));
      answer(...endpoints);
      break;
    case 'DEACTIVATION':
      for (const each of endpoints) {
        if (each.person === null) continue;
        good(await deactivatePerson(hub, { way: 'HOST' }, each.person));
        answer(each);
      }
      break;
    case 'REMOVAL':
      for (const each of endpoints) {
        good(await removeEndpoint(hub, admin, each.id));
        answer(each);
      }
      break;
    case 'PAUSE':
      for (const each of endpoints) {
        if (each.person !== null) continue;
        good(await changeEndpoint(hub, admin, each.id, { isPaused: true }));
        answer(each);
      }
  }
  return answered;
};

/** Whether an arrival there may come after the act was answered. */
const isTakenFrom = (taking: QueueTaking, isPersons: boolean): boolean => {
  if (taking === 'DEACTIVATION') return isPersons;
  return taking === 'PAUSE' ? !isPersons : true;
};

export const takeWithQueue = async (taking: QueueTaking, queued: number): Promise<QueueFinding> => {
  const server = await openMailServer();
  const mail = { url: server.url, from: 'Tocsin <hub@hub.example>', bounces: null };
  const gate = openGate();
  const world = await openChannelWorld({ mail, isRunning: true, within: gate.within });
  try {
    await allowThisMachine(world);
    const queue = await fill(world, queued);
    const arrived = (): number =>
      (isTakenFrom(taking, false) ? world.receiver.got.length : 0) +
      (isTakenFrom(taking, true) ? server.mails.length : 0);
    const channels = await startChannels(
      world.hub,
      async () => true,
      () => () => undefined,
    );
    channels.wake();
    await eventually('some have left', async () => arrived() > queue.count / 20);
    gate.shut();
    const taken = queue.endpoints.filter(({ person }) => isTakenFrom(taking, person !== null));
    const underWay = (channel: Endpoint['channel']): number => {
      const of = new Set(taken.filter((each) => each.channel === channel).map(({ address }) => address));
      return gate.held().filter((to) => of.has(to)).length;
    };
    const channelsTaken = new Set(taken.map(({ channel }) => channel));
    await eventually('some are under way by each channel', async () =>
      [...channelsTaken].every((each) => underWay(each) > 1),
    );
    const held = [...channelsTaken].map(underWay).reduce((sum, each) => sum + each, 0);
    const startedAt = performance.now();
    const answered = await take(queue, taking);
    const answeredMs = performance.now() - startedAt;
    await new Promise((resolve) => setTimeout(resolve, ON_ITS_WAY_MS));
    const before = arrived();
    gate.open();
    const ids = taken.map(({ id }) => id);
    // What waits for a paused endpoint is not due.
    const waiting = (): Promise<number> =>
      world.hub.channelDeliveries.rows.countDocuments({
        endpoint: { $in: ids },
        state: { $in: ['PENDING', 'RETRYING'] },
        nextAt: { $lte: new Date(world.clock.now().getTime() + DUE_SOON_MS) },
      });
    await eventually('the queue has run dry', async () => (await waiting()) === 0);
    await channels.close();
    const leftLate = gate.left.filter(({ to, atMs }) => atMs > (answered.get(to) ?? Infinity)).length;
    return {
      queued: queue.count,
      underWay: held,
      before,
      late: Math.max(leftLate, arrived() - before),
      answeredMs,
    };
  } finally {
    await world.close();
    await server.close();
  }
};
