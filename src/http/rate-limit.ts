// Rate limits per key and per member (service/access/bucket.ts), so that no client can starve others (I20). Each act declares which bucket it takes from (domain/act-rate.ts).
import type { ActRate } from '../domain/act-rate.ts';
import type { Actor } from '../domain/member.ts';
import type { RequestCode } from '../domain/problem-codes/catalogue.ts';
import { type Checked, checked, refuse } from '../graphql/errors.ts';
import type { Bucket } from '../service/access/bucket.ts';

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
  if (count > publishes.burst) {
    const message = `One request publishes at most ${publishes.burst} warnings and practices here. Send them in several requests.`;
    return refuse('TOO_MANY_PUBLICATIONS', message);
  }
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
