// Compares what is about to be sent with what the hub takes, before megabytes are on their way.
import { CliFault } from '../terminal/fault.ts';
import type { HubClient } from './hub-client.ts';

/** Every hub takes this much; it is not worth a question. */
const SMALL_BYTES = 100_000;
/** The document, or its hash, beside the variables. */
const AROUND_BYTES = 4_096;

/** Throws a fault that says how large the input is and how large it may be. */
export const refuseTooLarge = async (client: HubClient, input: object): Promise<void> => {
  const bytes = Buffer.byteLength(JSON.stringify(input)) + AROUND_BYTES;
  if (bytes <= SMALL_BYTES) return;
  const { me } = await client.ask<{ me: { maxBodyBytes: number } }>('bodyLimit');
  if (bytes <= me.maxBodyBytes) return;
  throw new CliFault(
    'This is too large for the hub.',
    `It has ${megabytes(bytes)}, and the hub takes at most ${megabytes(me.maxBodyBytes)} with this key.`,
    'Split the bundle into several warnings; the operator imports reference sets with `tocsin import stix`.',
  );
};

const megabytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
