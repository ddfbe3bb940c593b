// Token buckets by key and by member, on the server's own monotonic time: no client can use up what others need (I20).
export type Bucket = {
  /** Takes `cost` tokens; null when they were there, else the seconds until they will be. */
  take(name: string, cost?: number): number | null;
  /** Takes tokens that were spent already, whether they are there or not. */
  charge(name: string, cost: number): void;
};

type Level = { tokens: number; at: number };

const MAX_NAMES = 50_000;

export const openBucket = (
  perSecond: number,
  burst: number,
  now: () => number = () => performance.now(),
): Bucket => {
  const levels = new Map<string, Level>();
  const levelOf = (name: string): Level => {
    const at = now();
    const known = levels.get(name);
    if (known === undefined) {
      if (levels.size >= MAX_NAMES) forgetFull(levels, at, perSecond, burst);
      const fresh = { tokens: burst, at };
      levels.set(name, fresh);
      return fresh;
    }
    known.tokens = Math.min(burst, known.tokens + ((at - known.at) / 1_000) * perSecond);
    known.at = at;
    return known;
  };
  return {
    take: (name, cost = 1) => {
      const level = levelOf(name);
      if (level.tokens < cost) return (cost - level.tokens) / perSecond;
      level.tokens -= cost;
      return null;
    },
    charge: (name, cost) => {
      levelOf(name).tokens -= cost;
    },
  };
};

/** A bucket that is full again says nothing that a fresh one would not. */
const forgetFull = (levels: Map<string, Level>, at: number, perSecond: number, burst: number): void => {
  for (const [name, level] of levels) {
    if (level.tokens + ((at - level.at) / 1_000) * perSecond >= burst) levels.delete(name);
  }
};
