// Whether the Redis of REDIS_URL answers: without it the hub takes warnings and nobody is told of them.
import { Redis } from 'ioredis';

const WAIT_MS = 5_000;

const REASONS = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no host with this name',
  EAI_AGAIN: 'its name cannot be resolved',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to it',
};

// Null when it answers; else a sentence that names host and port, never user or password.
export async function redisFault(url, waitMs = WAIT_MS) {
  if (!URL.canParse(url) || !/^rediss?:$/.test(new URL(url).protocol))
    return 'REDIS_URL is no address such as redis://127.0.0.1:6379.';
  const { host, hostname, port } = new URL(url);
  const place = port === '' ? `${hostname}:6379` : host;
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: waitMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
    enableReadyCheck: false,
  });
  let last = null;
  redis.on('error', (error) => {
    last = error;
  });
  try {
    await within(
      waitMs,
      redis.connect().then(() => redis.ping()),
    );
    return null;
  } catch (error) {
    return `Redis at ${place} (REDIS_URL) cannot be used: ${reasonOf(last ?? error)}.`;
  } finally {
    redis.disconnect();
  }
}

function reasonOf({ code, message }) {
  if (/NOAUTH|WRONGPASS|invalid password|AUTH/i.test(message)) return 'it refuses the password';
  return REASONS[code] ?? 'it does not answer as a Redis does';
}

function within(ms, work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
