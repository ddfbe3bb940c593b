// Redis loses everything while thousands of jobs wait: how long until each is queued again, from MongoDB alone.
import type { Hub } from '../../../src/hub.ts';
import { openQueue } from '../../../src/queue/queue.ts';
import { eventually } from '../processes.ts';
import type { Random } from '../random.ts';
import { backlogOf } from './backlog.ts';
import { broken, type FaultWorld } from './fault-world.ts';

/** FLUSH: its data goes, and no connection notices. EMPTY: it is killed, and another comes up that holds nothing. */
const WAYS = ['FLUSH', 'EMPTY'] as const;

export type Wipes = { readonly pending: number; readonly wipes: number };

export type Wiped = {
  /** Jobs that waited when Redis was wiped, summed over all wipes. */
  readonly lost: number;
  /** Until all of them were queued again. */
  readonly slowestMs: number;
  readonly failures: readonly string[];
};

/** Jobs that MongoDB says are not done, and those that Redis has. */
const openJobs = async ({ entries }: Hub): Promise<number> => {
  const [found] = await entries.rows
    .aggregate<{ jobs: number }>([
      { $match: { work: { $in: ['WAITING', 'QUEUED'] } } },
      { $group: { _id: null, jobs: { $sum: { $max: [1, { $size: { $ifNull: ['$open', []] } }] } } } },
    ])
    .toArray();
  return found?.jobs ?? 0;
};

/** Being done at the moment, and so neither in the one count nor in the other. */
const UNDER_WAY = 50;

export const wipeRedis = async (
  fault: FaultWorld,
  random: Random,
  { pending, wipes }: Wipes,
): Promise<Wiped> => {
  const { hub, redisUrl, database } = fault.world;
  const queue = openQueue(redisUrl, database, () => undefined);
  const queued = async (): Promise<number> => {
    const counts = await queue.counts().catch(() => null);
    return Object.values(counts ?? {}).reduce(
      (sum, of) => sum + Object.values(of).reduce((total, each) => total + each, 0),
      0,
    );
  };
  const isQueued = async (): Promise<boolean> => {
    const [inRedis, open] = [await queued(), await openJobs(hub)];
    return inRedis >= open - UNDER_WAY;
  };
  const [first = ''] = await fault.publish(1, 'before Redis was wiped');
  const ids = [first, ...(await backlogOf(hub, first, pending))];
  let [lost, slowestMs] = [0, 0];
  for (let count = 0; count < wipes; count += 1) {
    await eventually(
      'what is published is numbered and queued',
      async () => {
        const waiting = await hub.entries.rows.countDocuments({ isPending: true }, { limit: 1 });
        return waiting === 0 && (await isQueued());
      },
      300_000,
    );
    lost += await openJobs(hub);
    await wipe(fault, random);
    const wipedAt = performance.now();
    await eventually('everything is queued again', isQueued, 300_000);
    slowestMs = Math.max(slowestMs, performance.now() - wipedAt);
  }
  await queue.close();
  await fault.settled();
  return { lost, slowestMs, failures: await broken(hub, ids) };
};

const wipe = async ({ servers }: FaultWorld, random: Random): Promise<void> => {
  if (random.pick(WAYS) === 'FLUSH') return servers.redis.flush();
  await servers.redis.kill('SIGKILL');
  await servers.redis.start();
  await servers.redis.flush();
};
