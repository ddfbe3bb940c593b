// The address behind `List-Unsubscribe` (RFC 8058). It names the endpoint and proves that the hub made it, and lets nobody do
// anything else.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Hub } from '../../hub.ts';

type Deps = Pick<Hub, 'origin' | 'signInKey'>;

const PREFIX = 'endpoint--';

const sealOf = (key: Buffer, endpoint: string): Buffer =>
  createHmac('sha256', key).update(`unsubscribe ${endpoint}`).digest().subarray(0, 16);

/** `<uuid of the endpoint>.<seal>`. */
export const unsubscribeToken = ({ signInKey }: Pick<Deps, 'signInKey'>, endpoint: string): string =>
  `${endpoint.slice(PREFIX.length)}.${sealOf(signInKey, endpoint).toString('base64url')}`;

export const unsubscribeAddress = (hub: Deps, endpoint: string): string =>
  `${hub.origin}/unsubscribe/${unsubscribeToken(hub, endpoint)}`;

/** The endpoint of a token that this hub made; null for any other. */
export const endpointOfToken = ({ signInKey }: Pick<Deps, 'signInKey'>, token: string): string | null => {
  const [uuid = '', seal = '', ...more] = token.split('.');
  if (more.length > 0 || token.length > 100) return null;
  const endpoint = `${PREFIX}${uuid}`;
  const [given, right] = [Buffer.from(seal, 'base64url'), sealOf(signInKey, endpoint)];
  return given.length === right.length && timingSafeEqual(given, right) ? endpoint : null;
};
