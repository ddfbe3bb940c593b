// The address of a client behind proxies. `X-Forwarded-For` counts only as far as configured proxies wrote it: it is read
// from its end, and the first address that is not a proxy is the client's (I29).
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

export type ClientAddress = {
  /** Null when no proxies are configured: the peer may be one, and then stands for all clients. */
  of(request: Request): string | null;
  /** The address itself, for a key that is limited to networks. */
  exactly(request: Request): string | null;
};

type Request = Pick<IncomingMessage, 'headers' | 'socket'>;

/** `proxies` are addresses or ranges (`10.0.0.0/8`), or null. */
export const openClientAddress = (proxies: readonly string[] | null): ClientAddress => {
  if (proxies === null) return { of: () => null, exactly: () => null };
  const trusted = new BlockList();
  for (const each of proxies) {
    const [network = '', prefix] = each.split('/');
    const family = familyOf(network);
    if (prefix === undefined) trusted.addAddress(network, family);
    else trusted.addSubnet(network, Number(prefix), family);
  }
  const exactly = ({ headers, socket }: Request): string => {
    const written = String(headers['x-forwarded-for'] ?? '').split(',');
    let address = plain(socket.remoteAddress ?? '');
    while (isIP(address) !== 0 && trusted.check(address, familyOf(address))) {
      const before = plain(written.pop()?.trim() ?? '');
      if (isIP(before) === 0) break;
      address = before;
    }
    return address;
  };
  return { of: (request) => networkOf(exactly(request)), exactly };
};

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** An IPv4 address as such, also where a socket gives it as IPv6; no zone. */
const plain = (address: string): string => MAPPED.exec(address)?.[1] ?? address.split('%')[0] ?? '';

const GROUPS = 8;
/** Groups of 16 bits in the network part of an IPv6 address. */
const NETWORK_GROUPS = 4;

/** An IPv4 address as it is; of IPv6 the /64, since a client has all addresses in it. */
const networkOf = (address: string): string => {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groupsIn = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [front, back] = [groupsIn(head), groupsIn(tail ?? '')];
  const zeros = Array.from({ length: GROUPS - front.length - back.length }, () => '0');
  return [...front, ...zeros, ...back].slice(0, NETWORK_GROUPS).join(':');
};
