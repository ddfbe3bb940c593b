// A world that tests may break: its own servers, a hub in this process that publishes, workers that can be killed.

import { type Servers, startServers } from '../../../scripts/setup/servers.mjs';
import type { Hub } from '../../../src/hub.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { deadJobsOf } from '../../../src/store/entries.ts';
import { replaceServers } from '../database/database.ts';
import { draft, openTestHub, type TestHub } from '../hub.ts';
import { eventually, type Process, startProcess } from '../processes.ts';

export type FaultWorld = {
  readonly servers: Servers;
  readonly world: TestHub;
  startWorker(env?: NodeJS.ProcessEnv): Promise<Process>;
  killWorkers(): Promise<void>;
  /** Publishes `count` warnings one after another; returns the acknowledged ids. */
  publish(count: number, prefix: string): Promise<string[]>;
  settled(withinMs?: number): Promise<void>;
  close(): Promise<void>;
};

/** `replicaNodes` is the number of members of the set, one by default. */
export const openFaultWorld = async (options: { replicaNodes?: number } = {}): Promise<FaultWorld> => {
  const servers = await startServers({ ephemeral: true, ...options });
  const leaveServers = replaceServers(servers);
  const world = await openTestHub();
  const workers = new Set<Process>();
  return {
    servers,
    world,
    startWorker: async (env = {}) => {
      const worker = startProcess('workers/main.ts', {
        MONGODB_URL: world.mongodbUrl,
        REDIS_URL: world.redisUrl,
        TOCSIN_DATABASE: world.database,
        ...env,
      });
      workers.add(worker);
      await worker.saw('the worker is ready');
      return worker;
    },
    publish: async (count, prefix) => {
      const agency = await world.actor('cyberAgency');
      const ids: string[] = [];
      for (let index = 0; index < count; index += 1) {
        const published = await publishWarning(world.hub, agency, draft({ headline: `${prefix} ${index}` }));
        if (published.ok) ids.push(published.value.warning);
      }
      return ids;
    },
    settled: (withinMs = 600_000) => eventually('everything is done', () => isSettled(world.hub), withinMs),
    killWorkers: async () => {
      for (const worker of workers) await worker.kill();
    },
    close: async () => {
      for (const worker of workers) await worker.kill();
      await world.close().catch(() => undefined);
      leaveServers();
      await servers.stop();
    },
  };
};

const isSettled = async ({ entries }: Hub): Promise<boolean> => {
  const open = await entries.rows.countDocuments({
    $or: [{ isPending: true }, { work: { $in: ['WAITING', 'QUEUED'] } }],
  });
  return open === 0;
};

/** What must hold of the record and the deliveries after any kill; returns the violated statements. */
export const broken = async (hub: Hub, acknowledged: readonly string[]): Promise<string[]> => {
  const faults: string[] = [];
  const stored = new Set((await hub.warnings.heads(acknowledged)).map(({ warning }) => warning));
  for (const id of acknowledged) if (!stored.has(id)) faults.push(`acknowledged and lost: ${id}`);
  const entries = await hub.entries.rows.find().sort({ sequence: 1 }).toArray();
  entries.forEach((entry, index) => {
    if (entry.sequence !== index + 1)
      faults.push(`entry ${entry._id} has number ${entry.sequence}, not ${index + 1}`);
    for (const job of deadJobsOf(entry))
      faults.push(`entry ${entry._id} gave up ${job}: ${JSON.stringify(entry.jobs?.[job] ?? entry.cause)}`);
  });
  const deliveries = await hub.deliveries.rows.find().toArray();
  const places = new Set(
    deliveries.map((row) => `${row.warning} ${row.version} ${row.member} ${row.channel}`),
  );
  if (places.size !== deliveries.length) faults.push('a delivery exists under two ids');
  for (const row of deliveries) if (row.state === 'PENDING') faults.push(`never delivered: ${row._id}`);
  const members = new Set(deliveries.map(({ member }) => member)).size;
  // Nobody here has an endpoint: each member gets it by the feed.
  const wanted = acknowledged.length * members;
  const made = deliveries.filter(({ warning }) => acknowledged.includes(warning)).length;
  if (made !== wanted) faults.push(`${made} deliveries of ${wanted}`);
  return faults;
};
