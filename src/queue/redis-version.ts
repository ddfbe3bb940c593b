// Which release of Redis answers, for whoever runs the hub.
import { Redis } from 'ioredis';
import { atMostEach } from '../service/health/at-most-each.ts';

/** Whoever asks waits so long for a connection, and so long for its answer. */
const WAIT_MS = 500;
const KEPT_MS = 60_000;

/** By url, of which a process has one. */
const asked = new Map<string, () => Promise<string | null>>();

/** Null where it does not answer in time, or does not say. Asked once a minute, however many want to know. */
export const redisVersion = (url: string): Promise<string | null> => {
  const ask = asked.get(url) ?? atMostEach(KEPT_MS, () => askedOf(url));
  asked.set(url, ask);
  return ask();
};

/** By a connection of its own: only workers have one. */
const askedOf = async (url: string): Promise<string | null> => {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: WAIT_MS,
    commandTimeout: WAIT_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  // What failed is told by the answer.
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return /^redis_version:(\S+)/m.exec(await redis.info('server'))?.[1] ?? null;
  } catch {
    return null;
  } finally {
    redis.disconnect();
  }
};
