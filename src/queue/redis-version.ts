// Which release of Redis answers, for whoever runs the hub.
import { Redis } from 'ioredis';

/** Whoever asks waits so long for a connection, and so long for its answer. */
const WAIT_MS = 500;

/** Null where it does not answer in time, or does not say. By a connection of its own: only workers have one. */
export const askRedisVersion = async (url: string): Promise<string | null> => {
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
