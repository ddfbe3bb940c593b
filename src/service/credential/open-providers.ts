// What the hub knows of identity providers: their metadata, discovered from the issuer that a member registered and kept
// for an hour. Nothing but a registered issuer is ever asked (I24).

import { LRUCache } from 'lru-cache';
import {
  allowInsecureRequests,
  ClientSecretBasic,
  Configuration,
  type CustomFetch,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
} from 'openid-client';
import type { Provider } from '../../domain/access/credential.ts';
import type { Hub } from '../../hub.ts';
import { openClientSecret } from './client-secret.ts';

export type ProviderDeps = Pick<Hub, 'guardedFetch' | 'origin' | 'secrets'>;

const KEPT_MS = 3_600_000;
const FAILED_MS = 5_000;
const MOST = 1_000;
const TIMEOUT_SECONDS = 5;
/** Clocks of hub and provider may differ by so much. */
export const TOLERANCE_SECONDS = 60;
/** Signatures by keys that the provider publishes; never `none`, never a shared secret. */
export const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
];

const known = new WeakMap<object, LRUCache<string, Promise<Configuration>>>();

const cacheOf = (hub: ProviderDeps): LRUCache<string, Promise<Configuration>> => {
  const cache = known.get(hub.guardedFetch) ?? new LRUCache({ max: MOST, ttl: KEPT_MS });
  known.set(hub.guardedFetch, cache);
  return cache;
};

const nameOf = ({ id, issuer, clientId, clientSecret }: Provider): string =>
  JSON.stringify([id, issuer, clientId, clientSecret]);

/** Asks anew, for whoever has just mended it. */
export const askedAnew = (hub: ProviderDeps, provider: Provider): Promise<Configuration> => {
  cacheOf(hub).delete(nameOf(provider));
  return configurationOf(hub, provider);
};

/**
 * Rejects when the provider cannot be reached or is not what it says. That is kept for some seconds too: anybody can open the page
 * that asks, as often as the rate of pages allows.
 */
export const configurationOf = (hub: ProviderDeps, provider: Provider): Promise<Configuration> => {
  const cache = cacheOf(hub);
  const name = nameOf(provider);
  const kept = cache.get(name);
  if (kept !== undefined) return kept;
  const found = discovered(hub, provider);
  cache.set(name, found);
  found.catch(() => {
    if (cache.peek(name) === found) cache.set(name, found, { ttl: FAILED_MS });
  });
  return found;
};

const discovered = async (hub: ProviderDeps, provider: Provider): Promise<Configuration> => {
  const { issuer, clientId } = provider;
  const clientSecret = await openClientSecret(hub, provider);
  if (clientSecret === null && provider.clientSecret !== null)
    throw new Error('No key of this hub opens the secret of the provider.');
  const authentication = clientSecret === null ? None() : ClientSecretBasic(clientSecret);
  const asked: CustomFetch = (url, options) => hub.guardedFetch(url, options as never) as never;
  const insecure = isLoopbackHttp(issuer) ? [allowInsecureRequests] : [];
  const found = await discovery(new URL(issuer), clientId, undefined, authentication, {
    timeout: TIMEOUT_SECONDS,
    [customFetch]: asked,
    execute: insecure,
  });
  const metadata = found.serverMetadata();
  const offered = metadata.id_token_signing_alg_values_supported ?? [];
  // A client registers for one algorithm; most providers sign with RS256 unless told otherwise.
  const alg = ['RS256', ...ALGORITHMS].find((each) => offered.includes(each));
  const configuration = new Configuration(
    metadata,
    clientId,
    {
      [clockTolerance]: TOLERANCE_SECONDS,
      ...(clientSecret === null ? {} : { client_secret: clientSecret }),
      ...(alg === undefined ? {} : { id_token_signed_response_alg: alg }),
    },
    authentication,
  );
  configuration.timeout = TIMEOUT_SECONDS;
  configuration[customFetch] = asked;
  // The signature is checked too, though the token comes from the provider itself over TLS.
  for (const set of [enableNonRepudiationChecks, ...insecure]) set(configuration);
  return configuration;
};

/** Only a provider on the hub's own machine is asked without TLS. */
export const isLoopbackHttp = (issuer: string): boolean => {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
};
