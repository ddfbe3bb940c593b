// Rate limits per key and per member: token buckets on the server's monotonic clock, so that no client can starve others
// (I20). Each act declares which bucket it takes from (domain/act-rate.ts).
import type { ActRate } from '../domain/act-rate.ts';
import type { Actor } from '../domain/member.ts';
import type { RequestCode } from '../domain/problem-codes/catalogue.ts';
import { type Checked, checked, refuse } from '../graphql/errors.ts';

/** Requests per key, publications per member, visits to public pages and failed keys per client address. */
export type Allowances = {
  readonly requests: Bucket;
  readonly publishes: Bucket;
  readonly visits: Bucket;
  readonly keyFailures: Bucket;
};

/** Takes what an act of that rate costs, including the request itself. */
export const takeRate = (allowances: Allowances, actor: Actor, rate: ActRate): Checked<null> => {
  const request = takeRequest(allowances, actor);
  return !request.ok || rate === 'REQUEST' ? request : takePublications(allowances, actor, 1);
};

export const takeRequest = ({ requests }: Pick<Allowances, 'requests'>, actor: Actor): Checked<null> => {
  const wait = requests.take(actor.key);
  return wait === null ? checked(null) : tooFast('RATE_LIMITED', 'This key exceeds its request rate.', wait);
};

export const takePublications = (
  { publishes }: Pick<Allowances, 'publishes'>,
  actor: Actor,
  count: number,
): Checked<null> => {
  const wait = count === 0 ? null : publishes.take(actor.member.id, count);
  return wait === null
    ? checked(null)
    : tooFast('PUBLISH_RATE_LIMITED', 'Your organisation exceeds its publishing rate.', wait);
};

export const takeVisit = ({ visits }: Pick<Allowances, 'visits'>, address: string): Checked<null> => {
  const wait = visits.take(address);
  return wait === null
    ? checked(null)
    : tooFast('RATE_LIMITED', 'This address exceeds its request rate.', wait);
};

const tooFast = (code: RequestCode, message: string, wait: number) =>
  refuse(code, `${message} Wait ${Math.max(1, Math.ceil(wait))} s.`, { retryAfterSeconds: wait });

export type Bucket = {
  /** Takes `cost` tokens and returns null, or returns the seconds until they are available. */
  take(name: string, cost?: number): number | null;
  /** Takes tokens for a request that asks for more than one covers, even if the bucket goes negative. */
  charge(name: string, cost: number): void;
};

type Level = { tokens: number; at: number };

/** Of more names the one that was used longest ago is forgotten: it begins again with a full bucket. */
const MAX_NAMES = 50_000;

export const openBucket = (
  perSecond: number,
  burst: number,
  now: () => number = () => performance.now(),
): Bucket => {
  /** In the order of their last use. */
  const levels = new Map<string, Level>();
  const levelOf = (name: string): Level => {
    const at = now();
    const known = levels.get(name);
    levels.delete(name);
    if (levels.size >= MAX_NAMES) levels.delete(levels.keys().next().value ?? '');
    const level = known ?? { tokens: burst, at };
    level.tokens = Math.min(burst, level.tokens + ((at - level.at) / 1_000) * perSecond);
    level.at = at;
    levels.set(name, level);
    return level;
  };
  return {
    take: (name, cost = 1) => {
      const level = levelOf(name);
      if (level.tokens < cost) return (cost - level.tokens) / perSecond;
      level.tokens -= cost;
      return null;
    },
    charge: (name, cost) => {
      if (cost > 0) levelOf(name).tokens -= cost;
    },
  };
};
