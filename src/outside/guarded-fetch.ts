// Requests to addresses that members gave, such as those of their identity providers. A name is resolved once, and the
// connection goes to an address that was looked at: none of this machine or its network, unless that is configured.
import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Agent, fetch, type RequestInit, type Response } from 'undici';

export type GuardedFetch = (url: string, init?: RequestInit) => Promise<Response>;

const TIMEOUT_MS = 5_000;
/** More than any metadata, key set or token. */
const MOST_BYTES = 1024 * 1024;

const PRIVATE_RANGES: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 3, 'ipv6'],
  ['4000::', 2, 'ipv6'],
  ['8000::', 1, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['2001::', 32, 'ipv6'],
];

const privateAddresses = new BlockList();
for (const [network, prefix, family] of PRIVATE_RANGES) privateAddresses.addSubnet(network, prefix, family);

/** Global unicast IPv6 is 2000::/3; everything else in it is refused with what maps or tunnels IPv4. */
export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address);
  return family !== 0 && !privateAddresses.check(address, family === 6 ? 'ipv6' : 'ipv4');
};

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
