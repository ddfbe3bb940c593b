// An endpoint as it carries at this moment.
import type { Endpoint } from '../../domain/channel/endpoint.ts';
import { canEncryptFor } from '../../exchange/smime/enveloped.ts';

/** Outside the time of its certificate nothing is encrypted: its holder may have given the key up, and could not read it. */
export const carryingNow = (endpoint: Endpoint, now: Date): Endpoint =>
  endpoint.certificate === null || canEncryptFor(endpoint.certificate, now)
    ? endpoint
    : { ...endpoint, certificate: null };
