// Signing in at a member's identity provider: the code flow with PKCE (OpenID Connect Core, RFC 9700). Who somebody is comes
// from issuer and subject alone. What the browser carries meanwhile is in one cookie, and the answer is taken once.
import { createHash } from 'node:crypto';
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
} from 'openid-client';
import type { Provider, Subject } from '../../domain/access/credential.ts';
import type { Hub } from '../../hub.ts';
import { isChallengeFor, newChallenge, spendChallenge } from '../session/challenge.ts';
import { configurationOf, type ProviderDeps } from './open-providers.ts';

export const CALLBACK = '/sign-in/callback';

export type OpenidDeps = ProviderDeps &
  Pick<Hub, 'signInKey' | 'restored' | 'clock' | 'entropy' | 'recoveries' | 'providers'>;

/** What the browser keeps while it is at the provider. */
export type Trip = {
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The one-time link that somebody joins by, or the person who adds an account; null to sign in. */
  readonly purpose: string | null;
  /** Where to go on to, as the browser says; whoever uses it checks it. */
  readonly to?: string | null;
};

export type Departure = { readonly url: string; readonly trip: Trip };

const stateFor = (provider: string): string => `state of ${provider}`;

/** Where to send the browser; null when the provider does not answer. */
export const departure = async (
  hub: OpenidDeps,
  provider: Provider,
  purpose: string | null = null,
): Promise<Departure | null> => {
  const configuration = await configurationOf(hub, provider).catch(() => null);
  if (configuration === null) return null;
  const trip: Trip = {
    provider: provider.id,
    state: newChallenge(hub, stateFor(provider.id)).toString('base64url'),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    purpose,
  };
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: `${hub.origin}${CALLBACK}`,
    scope: ['openid', ...(provider.groupClaim === null ? [] : ['profile'])].join(' '),
    state: trip.state,
    nonce: trip.nonce,
    code_challenge: await calculatePKCECodeChallenge(trip.verifier),
    code_challenge_method: 'S256',
  });
  return { url: url.href, trip };
};

export type Arrival = {
  readonly provider: Provider;
  readonly account: Subject;
  /** What the provider says of the account's groups; empty unless the provider registered a claim. */
  readonly groups: readonly string[];
  readonly name: string | null;
  readonly purpose: string | null;
};

/** `query` is what the provider sent the browser back with. Null for whatever does not prove an account at this provider. */
export const arrival = async (hub: OpenidDeps, trip: Trip, query: string): Promise<Arrival | null> => {
  const provider = await hub.providers.byId(trip.provider);
  if (provider === null || !isChallengeFor(hub, stateFor(provider.id), trip.state)) return null;
  if (!(await spendChallenge(hub, trip.state))) return null;
  const configuration = await configurationOf(hub, provider).catch(() => null);
  if (configuration === null) return null;
  const tokens = await authorizationCodeGrant(configuration, new URL(`${hub.origin}${CALLBACK}?${query}`), {
    expectedState: trip.state,
    expectedNonce: trip.nonce,
    pkceCodeVerifier: trip.verifier,
    idTokenExpected: true,
  }).catch(() => null);
  const claims = tokens?.claims();
  if (claims === undefined || claims.iss !== provider.issuer || !isSubject(claims.sub)) return null;
  const { groupClaim } = provider;
  return {
    provider,
    account: { issuer: claims.iss, subject: claims.sub },
    groups: groupClaim === null ? [] : textsIn(claims[groupClaim]),
    name: typeof claims['name'] === 'string' ? claims['name'] : null,
    purpose: trip.purpose,
  };
};

/** At most 255 characters (OpenID Connect Core §2), and never empty (I24). */
const isSubject = (sub: unknown): sub is string =>
  typeof sub === 'string' && sub.trim() !== '' && sub.length <= 255;

const MOST_GROUPS = 1_000;

const textsIn = (claim: unknown): string[] =>
  (Array.isArray(claim) ? claim : [claim])
    .filter((each): each is string => typeof each === 'string')
    .slice(0, MOST_GROUPS);

/** A trip as it stands in a cookie. */
export const tripText = (trip: Trip): string => Buffer.from(JSON.stringify(trip)).toString('base64url');

export const tripIn = (text: string): Trip | null => {
  const parsed = parsedOf(Buffer.from(text, 'base64url').toString('utf8'));
  const { provider, state, nonce, verifier, purpose, to } = (parsed ?? {}) as Partial<
    Record<keyof Trip, unknown>
  >;
  const isWhole = [provider, state, nonce, verifier].every((each) => typeof each === 'string' && each !== '');
  if (!isWhole || !(purpose === null || typeof purpose === 'string')) return null;
  return { provider, state, nonce, verifier, purpose, to: typeof to === 'string' ? to : null } as Trip;
};

const parsedOf = (text: string): unknown => {
  if (!/^\{.*\}$/s.test(text)) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** A handle for somebody who joins by signing in: what the provider calls the account tells nothing to others. */
export const handleFor = ({ issuer, subject }: Subject): string =>
  `p-${createHash('sha256').update(`${issuer}\n${subject}`).digest('hex').slice(0, 12)}`;
