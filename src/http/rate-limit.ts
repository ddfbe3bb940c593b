// Rate limits per key and per member, so that no client can starve others (I20). Each act declares which allowance it takes
// from (domain/act-rate.ts), and each answer to a key says what is left of it.
import type { ActRate } from '../domain/act-rate.ts';
import type { Actor } from '../domain/member.ts';
import type { RequestCode } from '../domain/problem-codes/catalogue.ts';
import { type Checked, checked, refuse } from '../graphql/errors.ts';
import type { Allowance } from './bounds/allowance.ts';

/** Requests per key, publications per member, visits to public pages, attempts to sign in and failed keys per client address. */
export type Allowances = {
  readonly requests: Allowance;
  readonly publishes: Allowance;
  readonly visits: Allowance;
  readonly pages: Allowance;
  readonly signIns: Allowance;
  readonly keyFailures: Allowance;
};

/** Takes what an act of that rate costs, including the request itself. */
export const takeRate = async (
  allowances: Allowances,
  actor: Actor,
  rate: ActRate,
): Promise<Checked<null>> => {
  const request = await takeRequest(allowances, actor);
  return !request.ok || rate === 'REQUEST' ? request : takePublications(allowances, actor, 1);
};

export const takeRequest = async (
  { requests }: Pick<Allowances, 'requests'>,
  actor: Actor,
): Promise<Checked<null>> => {
  const wait = await requests.take(actor.key);
  return wait === null ? checked(null) : tooFast('RATE_LIMITED', 'This key exceeds its request rate.', wait);
};

export const takePublications = async (
  { publishes }: Pick<Allowances, 'publishes'>,
  actor: Actor,
  count: number,
): Promise<Checked<null>> => {
  if (count > publishes.burst) {
    const message = `One request publishes at most ${publishes.burst} warnings and practices here. Send them in several requests.`;
    return refuse('TOO_MANY_PUBLICATIONS', message);
  }
  const wait = count === 0 ? null : await publishes.take(actor.member.id, count);
  return wait === null
    ? checked(null)
    : tooFast('PUBLISH_RATE_LIMITED', 'Your organisation exceeds its publishing rate.', wait);
};

export const takeVisit = async (
  { visits }: Pick<Allowances, 'visits'>,
  address: string,
): Promise<Checked<null>> => {
  const wait = await visits.take(address);
  return wait === null
    ? checked(null)
    : tooFast('RATE_LIMITED', 'This address exceeds its request rate.', wait);
};

/** A page of the hub for a browser, per client address. */
export const takePage = async (
  { pages }: Pick<Allowances, 'pages'>,
  address: string,
): Promise<Checked<null>> => {
  const wait = await pages.take(address);
  return wait === null
    ? checked(null)
    : tooFast('RATE_LIMITED', 'This address exceeds its request rate.', wait);
};

const tooFast = (code: RequestCode, message: string, wait: number) =>
  refuse(code, `${message} Wait ${Math.max(1, Math.ceil(wait))} s.`, { retryAfterSeconds: wait });

/**
 * The fields of the IETF draft "RateLimit header fields for HTTP" (draft-ietf-httpapi-ratelimit-headers-10): `q` requests in
 * `w` seconds, of which `r` are left and all are back in `t` seconds. Those of publications only for whoever may publish.
 */
export const rateHeaders = (
  { requests, publishes }: Pick<Allowances, 'requests' | 'publishes'>,
  actor: Actor,
): Record<string, string> => {
  const rows: (readonly [string, Allowance, string])[] = [
    ['requests', requests, actor.key],
    ...(actor.member.mayPublish ? [['publications', publishes, actor.member.id] as const] : []),
  ];
  const policies = rows.map(
    ([name, { burst, perSecond }]) => `"${name}";q=${burst};w=${Math.max(1, Math.ceil(burst / perSecond))}`,
  );
  const lefts = rows.map(([name, allowance, of]) => {
    const { tokens, resetSeconds } = allowance.left(of);
    return `"${name}";r=${tokens};t=${resetSeconds}`;
  });
  return { 'ratelimit-policy': policies.join(', '), ratelimit: lefts.join(', ') };
};
