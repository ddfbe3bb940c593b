// Which release of Redis answers, for whoever runs the hub.
import { Redis } from 'ioredis';

const WAIT_MS = 2_000;

/** Null where it does not answer in time, or does not say. Asked by a connection of its own, once. */
export const redisVersion = async (url: string): Promise<string | null> => {
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
