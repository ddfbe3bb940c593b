// What a caller may still ask for: a token bucket that all hubs share in Redis (outside/shared-buckets.ts), or one of this
// process where Redis does not answer in time. A few tokens are taken from Redis in advance, so that not every request waits
// for it; they are taken all the same, so that no limit is exceeded.
import type { BucketSize, SharedBuckets } from '../../outside/shared-buckets.ts';
import { openBucket } from '../../service/access/bucket.ts';

/** What is left of an allowance: whole tokens, and the seconds until all of them are back. */
export type Left = { readonly tokens: number; readonly resetSeconds: number };

export type Allowance = BucketSize & {
  /** Takes `cost` tokens and returns null, or returns the seconds until they are available. */
  take(name: string, cost?: number): Promise<number | null>;
  /** Takes tokens for a request that asks for more than one covers, even if the bucket goes negative. */
  charge(name: string, cost: number): void;
  /** As far as this hub knows; takes nothing. */
  left(name: string): Left;
};

/** What this hub knows of one name. */
type Held = {
  /** Taken from Redis in advance, until `until`. */
  spare: number;
  until: number;
  /** Whether a request for spare tokens is under way: of requests at once each would take a part of the burst. */
  isAsking: boolean;
  /** Used without having asked. */
  charge: number;
  /** In Redis when it was last asked. */
  tokens: number;
  at: number;
};

/** Of a burst one part is taken in advance. */
const SPARE_OF_BURST = 50;
/** Then what was not used is given back with the next request. */
const SPARE_MS = 200;
const MAX_NAMES = 50_000;

/** False where too little was taken in advance, or too long ago. */
const takeSpare = (known: Held, cost: number): boolean => {
  if (known.spare < cost + known.charge || performance.now() >= known.until) return false;
  known.spare -= cost + known.charge;
  known.charge = 0;
  return true;
};

/** What Redis had when it was last asked, with what came back since and what this hub took in advance or used. */
const levelOf = (known: Held, { perSecond, burst }: BucketSize): number => {
  const returned = ((performance.now() - known.at) / 1_000) * perSecond;
  return Math.min(burst, known.tokens + known.spare - known.charge + returned);
};

export const openAllowance = (bucket: string, size: BucketSize, shared: SharedBuckets | null): Allowance => {
  const { perSecond, burst } = size;
  const own = openBucket(perSecond, burst);
  /** In the order of their last use. */
  const held = new Map<string, Held>();
  const spareWanted = Math.floor(burst / SPARE_OF_BURST);

  const heldBy = (name: string): Held => {
    const known = held.get(name) ?? {
      ...{ spare: 0, until: 0, isAsking: false, charge: 0, tokens: burst },
      at: performance.now(),
    };
    held.delete(name);
    if (held.size >= MAX_NAMES) held.delete(held.keys().next().value ?? '');
    held.set(name, known);
    return known;
  };

  const takeShared = async (name: string, cost: number, buckets: SharedBuckets): Promise<number | null> => {
    const known = heldBy(name);
    if (takeSpare(known, cost)) return null;
    const returned = known.charge - known.spare;
    Object.assign(known, { charge: 0, spare: 0 });
    const spare = known.isAsking ? 0 : spareWanted;
    if (spare > 0) known.isAsking = true;
    const answer = await buckets.take(bucket, name, { ...size, cost, charge: returned, spare });
    if (spare > 0) known.isAsking = false;
    if (answer === null) {
      // Whether Redis took it is unknown; this hub has used it.
      if (returned > 0) own.charge(name, returned);
      const wait = own.take(name, cost);
      Object.assign(known, { tokens: own.level(name), at: performance.now() });
      return wait;
    }
    // Where the next answer is late, this hub goes on from here and not from a full bucket.
    own.set(name, answer.tokens);
    const now = performance.now();
    known.spare += answer.spare;
    Object.assign(known, { tokens: answer.tokens, at: now, until: now + SPARE_MS });
    // Another request may have taken in advance what this one lacked.
    return answer.wait > 0 && !takeSpare(known, cost) ? answer.wait : null;
  };

  return {
    ...size,
    take: async (name, cost = 1) => (shared === null ? own.take(name, cost) : takeShared(name, cost, shared)),
    charge: (name, cost) => {
      if (shared === null) own.charge(name, cost);
      else if (cost > 0) heldBy(name).charge += cost;
    },
    left: (name) => {
      const known = shared === null ? undefined : held.get(name);
      const level = known === undefined ? own.level(name) : levelOf(known, size);
      const tokens = Math.max(0, Math.floor(level));
      return { tokens, resetSeconds: Math.ceil((burst - Math.min(burst, level)) / perSecond) };
    },
  };
};
