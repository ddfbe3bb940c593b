// Token buckets on the process's monotonic clock, one for each name: a key, a member, an address.
import { LRUCache } from 'lru-cache';

export type Bucket = {
  /** The most that can ever be taken at once. */
  readonly burst: number;
  /** Takes `cost` tokens and returns null, or returns the seconds until they are available. */
  take(name: string, cost?: number): number | null;
  /** Takes tokens for a request that asks for more than one covers, even if the bucket goes negative. */
  charge(name: string, cost: number): void;
  /** Begins again from so many tokens. */
  set(name: string, tokens: number): void;
  /** Tokens that are there; takes none. */
  level(name: string): number;
};

type Level = { tokens: number; at: number };

/** Of more names the one that was used longest ago is forgotten: it begins again with a full bucket. */
const MAX_NAMES = 50_000;

export const openBucket = (
  perSecond: number,
  burst: number,
  now: () => number = () => performance.now(),
): Bucket => {
  const levels = new LRUCache<string, Level>({ max: MAX_NAMES });
  const levelOf = (name: string): Level => {
    const at = now();
    const level = levels.get(name) ?? { tokens: burst, at };
    level.tokens = Math.min(burst, level.tokens + ((at - level.at) / 1_000) * perSecond);
    level.at = at;
    levels.set(name, level);
    return level;
  };
  return {
    burst,
    take: (name, cost = 1) => {
      const level = levelOf(name);
      if (level.tokens < cost) return (cost - level.tokens) / perSecond;
      level.tokens -= cost;
      return null;
    },
    charge: (name, cost) => {
      if (cost > 0) levelOf(name).tokens -= cost;
    },
    set: (name, tokens) => {
      levelOf(name).tokens = tokens;
    },
    level: (name) => levelOf(name).tokens,
  };
};
