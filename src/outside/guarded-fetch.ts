// Requests to addresses that members gave, such as those of their identity providers. A name is resolved once, and the
// connection goes to an address that was looked at: none of this machine or its network, unless that is configured.
import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, fetch, type RequestInit, type Response } from 'undici';
import { addressClass } from '../domain/channel/address.ts';

export type GuardedFetch = (url: string, init?: RequestInit) => Promise<Response>;

const TIMEOUT_MS = 5_000;
/** More than any metadata, key set or token. */
const MOST_BYTES = 1024 * 1024;

/** Whether it is in no network but the internet. */
export const isPublicAddress = (address: string): boolean => addressClass(address) === 'PUBLIC';

const refusal = (host: string): Error => new Error(`${host} has no public address.`);

/** Gives only public addresses to the connection, which takes one of these and asks no more. */
const publicLookup: LookupFunction = (host, options, callback) => {
  resolve(host, { ...options, all: true }, (error, found) => {
    if (error !== null) return callback(error, '', 0);
    const open = found.filter(({ address }) => isPublicAddress(address));
    const [first] = open;
    if (first === undefined || open.length < found.length) return callback(refusal(host), '', 0);
    if (options.all === true) callback(null, open);
    else callback(null, first.address, first.family);
  });
};

/** `mayBePrivate`: for a hub on this machine, or whose providers are in its own network. */
export const openGuardedFetch = ({ mayBePrivate }: { readonly mayBePrivate: boolean }): GuardedFetch => {
  const agent = new Agent({
    maxResponseSize: MOST_BYTES,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    keepAliveTimeout: 1_000,
    connect: { timeout: TIMEOUT_MS, ...(mayBePrivate ? {} : { lookup: publicLookup }) },
  });
  return async (url, init = {}) => {
    const { hostname } = new URL(url);
    const literal = hostname.replace(/^\[|\]$/g, '');
    // A literal address is connected to without a look-up.
    if (!mayBePrivate && isIP(literal) !== 0 && !isPublicAddress(literal)) throw refusal(hostname);
    return fetch(url, { ...init, dispatcher: agent, redirect: 'error' });
  };
};
