// Whether the stores that a process needs are reachable, in the terms of the health endpoint.
import { TRIAL_NAMES } from '../../domain/record/trial.ts';
import type { Hub } from '../../hub.ts';
import { StorageFull } from '../../outside/storage.ts';
import { JOBS } from '../../queue/jobs.ts';
import { type Growth, readGrowth } from '../../store/collection/growth.ts';
import { isOutage } from '../../store/driver/outage.ts';
import { StartRefusal } from '../../store/driver/start-refusal.ts';

const PING_MS = 2_000;
const MAX_WRAPPED = 10;

/** Whether the database, or the network to it, could not do its part: nothing that a client or this code did. */
export const isStoreOutage = (error: unknown): boolean => isOutage(error);

/** Whether an act was refused because a disk is too full, however the error is wrapped. */
export const isStorageFull = (error: unknown): boolean => {
  let each = error;
  for (let depth = 0; depth < MAX_WRAPPED && each instanceof Error; depth += 1) {
    if (each instanceof StorageFull) return true;
    each = 'originalError' in each ? each.originalError : each.cause;
  }
  return false;
};

/** Whether this release may not run on the database; the message is one line for the operator. */
export const isRefusedStart = (error: unknown): error is StartRefusal => error instanceof StartRefusal;

/** Names of what this process still needs before it can serve; empty when it is ready. Returns within two seconds. */
export const missingForService = async (hub: Pick<Hub, 'database'>): Promise<string[]> => {
  const ping = hub.database.ping().then(
    () => true,
    () => false,
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PING_MS);
  });
  const isThere = await Promise.race([ping, late]);
  clearTimeout(timer);
  return isThere ? [] : ['mongodb'];
};

/** How large the collections are that grow with each warning. */
export const storedGrowth = ({ database }: Pick<Hub, 'database'>): Promise<Growth[]> => readGrowth(database);

export type PipelineState = {
  readonly unnumbered: number;
  /** Age of the first unnumbered entry, by the database's clock. */
  readonly unnumberedSeconds: number;
  readonly oldestOpenSeconds: number;
  /** Number of jobs, and of pieces of work outside the queue, that were given up, by name. */
  readonly deadJobs: Readonly<Record<string, number>>;
  /** Since when a restored hub numbers and delivers nothing; null for one that does. */
  readonly heldSince: Date | null;
};

/** How far the worker is behind: unnumbered entries, the age of the oldest open work, and jobs given up. */
export const pipelineState = async (
  hub: Pick<Hub, 'entries' | 'clock' | 'restored'>,
): Promise<PipelineState> => {
  const [unnumbered, unnumberedSeconds, oldest, dead, tried, { heldSince }] = await Promise.all([
    hub.entries.countPending(10_000, PING_MS),
    hub.entries.secondsPending(PING_MS),
    hub.entries.oldestOpen(),
    hub.entries.countDead(),
    hub.entries.trials.countGivenUp(),
    hub.restored.state(),
  ]);
  const age = oldest === null ? 0 : (hub.clock.now().getTime() - oldest.getTime()) / 1_000;
  const none = [...JOBS, ...TRIAL_NAMES].map((name) => [name, 0] as const);
  const deadJobs = Object.fromEntries([...none, ...dead, ...tried]);
  return { unnumbered, unnumberedSeconds, oldestOpenSeconds: Math.max(0, age), deadJobs, heldSince };
};
