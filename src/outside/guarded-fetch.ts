// Requests to addresses that members gave, such as those of their identity providers. A name is resolved once, and the
// connection goes to an address that was looked at: none of this machine or its network, unless that is configured.
import { isIP, type LookupFunction } from 'node:net';
import { Agent, fetch, type RequestInit, Response } from 'undici';
import { addressClass } from '../domain/channel/address.ts';
import { type Resolve, systemResolve } from './outbound/guarded-connect.ts';

export type GuardedFetch = (url: string, init?: RequestInit) => Promise<Response>;

const TIMEOUT_MS = 5_000;
/** More than any metadata, key set or token: as it is sent, and as it is once it is decoded. */
const MOST_BYTES = 1024 * 1024;

/** Whether it is in no network but the internet. */
export const isPublicAddress = (address: string): boolean => addressClass(address) === 'PUBLIC';

const refusal = (host: string): Error => new Error(`${host} has no public address.`);

const HERE = 'localhost';

/**
 * Gives the connection addresses that were looked at, of which it takes one and asks no more. By the hub's own resolver: the system's
 * look-ups share four threads with the files and keys of the process (outbound/guarded-connect.ts), and who has not signed in can
 * ask for them.
 */
const lookupBy =
  (resolve: Resolve, mayBePrivate: boolean): LookupFunction =>
  (host, options, callback) => {
    const asked = host === HERE ? Promise.resolve(['127.0.0.1', '::1']) : resolve(host);
    asked.then(
      (found) => {
        const family = Number(options.family ?? 0);
        const fitting = found
          .map((address) => ({ address, family: isIP(address) }))
          .filter((each) => ![4, 6].includes(family) || each.family === family);
        const [first] = fitting;
        const isOpen = mayBePrivate || found.every(isPublicAddress);
        if (first === undefined || !isOpen) return callback(refusal(host), '', 0);
        if (options.all === true) callback(null, fitting);
        else callback(null, first.address, first.family);
      },
      (error: Error) => callback(error, '', 0),
    );
  };

/** `mayBePrivate`: for a hub on this machine, or whose providers are in its own network. */
export const openGuardedFetch = ({
  mayBePrivate,
  resolve = systemResolve,
}: {
  readonly mayBePrivate: boolean;
  /** All addresses of a name; replaced in tests. */
  readonly resolve?: Resolve;
}): GuardedFetch => {
  const agent = new Agent({
    maxResponseSize: MOST_BYTES,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    keepAliveTimeout: 1_000,
    connect: { timeout: TIMEOUT_MS, lookup: lookupBy(resolve, mayBePrivate) },
  });
  return async (url, init = {}) => {
    const { hostname } = new URL(url);
    const literal = hostname.replace(/^\[|\]$/g, '');
    // A literal address is connected to without a look-up.
    if (!mayBePrivate && isIP(literal) !== 0 && !isPublicAddress(literal)) throw refusal(hostname);
    const answer = await fetch(url, { ...init, dispatcher: agent, redirect: 'error' });
    return bounded(answer);
  };
};

/**
 * The answer with what is read of it. `fetch` decodes what an answer says that it is encoded with, asked for or not and five times over,
 * and a few hundred bytes become gigabytes: nothing is read beyond the bound, and what reads the answer has it whole.
 */
const bounded = async (answer: Response): Promise<Response> => {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop cancels the rest.
  for await (const part of answer.body ?? []) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new Error(`${answer.url} answers with more than ${MOST_BYTES} bytes.`);
    parts.push(part);
  }
  const { status, statusText, headers } = answer;
  const isEmpty = [101, 204, 205, 304].includes(status);
  return new Response(isEmpty ? null : Buffer.concat(parts), { status, statusText, headers });
};
