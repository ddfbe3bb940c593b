// Token buckets in Redis, so that limits hold over all hubs of an installation. Redis may be slow, away or wiped: an answer
// that takes longer than its deadline counts as none, and the hub goes on with what it counts by itself. Names are digests:
// Redis holds neither keys nor addresses (I11).
import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import { reconnectDelay } from '../domain/limit/reconnect-delay.ts';

/** `perSecond` tokens come back each second, up to `burst`. */
export type BucketSize = { readonly perSecond: number; readonly burst: number };

export type BucketRequest = BucketSize & {
  /** Tokens that must be there, or nothing is taken. */
  readonly cost: number;
  /** Tokens that were used already, and are taken whatever the level. */
  readonly charge: number;
  /** Tokens that are taken in advance, as far as they are there. */
  readonly spare: number;
};

/** `wait` is in seconds, 0 when the cost was taken; `tokens` is what is left. */
export type BucketAnswer = { readonly wait: number; readonly spare: number; readonly tokens: number };

export type SharedBuckets = {
  /** Null when Redis does not answer in time. Never throws. */
  take(bucket: string, name: string, request: BucketRequest): Promise<BucketAnswer | null>;
  close(): void;
};

const DEADLINE_MS = 10;
const LONGEST_WAIT_MS = 5_000;
/** After so many misses in a row Redis is left alone for a while: requests must not wait for it one by one. */
const MAX_MISSES = 3;
const REST_MS = 1_000;

/** By the clock of Redis, since those of hubs differ. */
const TAKE = `
local perSecond, burst, cost, charge, spare =
  tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local held = redis.call('HMGET', KEYS[1], 'level', 'at')
local level, at = tonumber(held[1]) or burst, tonumber(held[2]) or now
level = math.min(burst, math.min(burst, level + math.max(0, now - at) * perSecond / 1000) - charge)
local wait, granted = 0, 0
if level >= cost then
  granted = math.max(0, math.min(spare, math.floor(level - cost)))
  level = level - cost - granted
else
  wait = (cost - level) / perSecond
end
redis.call('HSET', KEYS[1], 'level', string.format('%.6f', level), 'at', now)
redis.call('PEXPIRE', KEYS[1], math.ceil((burst - level) / perSecond * 1000) + 1000)
return { string.format('%.6f', wait), granted, string.format('%.6f', level) }
`;

type Taking = Redis & {
  tocsinTake(key: string, ...numbers: number[]): Promise<[string, number, string]>;
};

/** `installation` separates several on one Redis. */
export const openSharedBuckets = (
  url: string,
  installation: string,
  deadlineMs: number = DEADLINE_MS,
): SharedBuckets => {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    enableAutoPipelining: true,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => reconnectDelay(times, LONGEST_WAIT_MS),
  }) as Taking;
  // Without a listener an error ends the process; that Redis is away shows in the metrics of the worker.
  redis.on('error', () => undefined);
  redis.defineCommand('tocsinTake', { numberOfKeys: 1, lua: TAKE });
  let misses = 0;
  let restsUntil = 0;

  const ask = (key: string, { perSecond, burst, cost, charge, spare }: BucketRequest) =>
    within(deadlineMs, redis.tocsinTake(key, perSecond, burst, cost, charge, spare));

  return {
    take: async (bucket, name, request) => {
      if (redis.status !== 'ready' || performance.now() < restsUntil) return null;
      const answer = await ask(`tocsin-${installation}-rate:${bucket}:${digestOf(name)}`, request);
      misses = answer === null ? misses + 1 : 0;
      if (misses >= MAX_MISSES) {
        restsUntil = performance.now() + REST_MS;
        misses = 0;
      }
      return answer;
    },
    close: () => redis.disconnect(),
  };
};

const digestOf = (name: string): string => createHash('sha256').update(name).digest('base64url').slice(0, 22);

const within = async (
  deadlineMs: number,
  asked: Promise<[string, number, string]>,
): Promise<BucketAnswer | null> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, deadlineMs, null);
  });
  const answered = asked.then(
    ([wait, spare, tokens]) => ({ wait: Number(wait), spare, tokens: Number(tokens) }),
    () => null,
  );
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
};
