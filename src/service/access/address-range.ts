// Networks as CIDR: which a key may come from, and which one an audit line names in place of an address.
import { BlockList, isIP, SocketAddress } from 'node:net';

type Network = { readonly address: string; readonly family: 'ipv4' | 'ipv6'; readonly prefix: number };

const familyOf = (address: string): 'ipv4' | 'ipv6' | null =>
  (({ 4: 'ipv4', 6: 'ipv6' }) as const)[isIP(address) as 4 | 6] ?? null;

/** The network, or null for what is none. A single address is a network of one. */
export const parsedRange = (text: string): Network | null => {
  const [address = '', bits, ...rest] = text.split('/');
  const family = familyOf(address);
  if (family === null || rest.length > 0 || address.includes('%')) return null;
  const most = family === 'ipv4' ? 32 : 128;
  if (bits === undefined) return { address, family, prefix: most };
  if (!/^\d{1,3}$/.test(bits)) return null;
  const prefix = Number(bits);
  return prefix <= most ? { address, family, prefix } : null;
};

const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;

/** An IPv4 address that a socket of IPv6 shows is the IPv4 address. */
const plain = (address: string): string => MAPPED.exec(address)?.[1] ?? address;

const lists = new Map<string, BlockList>();
const MAX_LISTS = 10_000;

const listOf = (range: string): BlockList => {
  const known = lists.get(range);
  if (known !== undefined) return known;
  const list = new BlockList();
  const network = parsedRange(range);
  if (network !== null) list.addSubnet(network.address, network.prefix, network.family);
  if (lists.size >= MAX_LISTS) lists.clear();
  lists.set(range, list);
  return list;
};

export const isWithin = (address: string, range: string): boolean => {
  const asked = plain(address);
  const family = familyOf(asked);
  return family !== null && listOf(range).check(asked, family);
};

/** The network of an address as the audit trail names it: /24 of IPv4, /48 of IPv6; null for what is no address. */
export const networkOf = (address: string): string | null => {
  const asked = plain(address);
  const family = familyOf(asked);
  if (family === null) return null;
  if (family === 'ipv4') return `${asked.split('.').slice(0, 3).join('.')}.0/24`;
  return `${firstGroups(asked)}::/48`;
};

/** The first three groups of an IPv6 address, which may be written with `::`. */
const firstGroups = (address: string): string => {
  const { address: compact } = new SocketAddress({
    address: address.split('%')[0] ?? address,
    family: 'ipv6',
  });
  const [head = '', tail] = compact.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  return groups.slice(0, 3).join(':');
};
