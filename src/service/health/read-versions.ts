// Which releases run: of the hub, of Node, and of the servers that it stands on. For operators of the hub alone: a version tells a
// stranger which flaws may be open.
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { mayRunJobs } from '../../policy/two-persons.ts';
import { askRedisVersion } from '../../queue/redis-version.ts';
import { atMostEach } from './at-most-each.ts';

export type HubVersions = {
  readonly hub: string;
  readonly node: string;
  /** Null where the server does not answer in time. */
  readonly mongodb: string | null;
  readonly redis: string | null;
};

const KEPT_MS = 60_000;

/** By url, of which a process has one. */
const asked = new Map<string, () => Promise<string | null>>();

/** Null where it does not answer in time, or does not say. Asked once a minute, however many want to know. */
export const redisVersion = (url: string): Promise<string | null> => {
  const ask = asked.get(url) ?? atMostEach(KEPT_MS, () => askRedisVersion(url));
  asked.set(url, ask);
  return ask();
};

/** Null for everybody but an operator. */
export const versionsFor = async (
  hub: Pick<Hub, 'config' | 'database'>,
  actor: Actor,
): Promise<HubVersions | null> => {
  if (!mayRunJobs(actor)) return null;
  const [mongodb, redis] = await Promise.all([
    hub.database.serverVersion().catch(() => null),
    redisVersion(hub.config.redisUrl.reveal()),
  ]);
  return { hub: hub.config.release, node: process.versions.node, mongodb, redis };
};
