// What an indicator names and a block list must not: networks that are not specified or hold half of all addresses, and what
// is private or special, alone or as a part. Warning lists look single values up, not what a network has in it.
import { BlockList, isIP } from 'node:net';

/** RFC 6890 and its registries. */
const SPECIAL: readonly (readonly [string, number])[] = [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
  ...([
    ['::', 128],
    ['::1', 128],
    ['fc00::', 7],
    ['fe80::', 10],
    ['ff00::', 8],
  ] as const),
];
/** No network of an attacker is wider. */
const WIDEST = { ipv4: 8, ipv6: 16 } as const;

type Family = keyof typeof WIDEST;
const familyOf = (address: string): Family | null => {
  const version = isIP(address);
  return version === 0 ? null : version === 4 ? 'ipv4' : 'ipv6';
};

const holds = ([network, bits]: readonly [string, number], address: string): boolean => {
  const family = familyOf(network);
  if (family === null || family !== familyOf(address)) return false;
  const list = new BlockList();
  list.addSubnet(network, bits, family);
  return list.check(address, family);
};

/** Whether it is an address or a network that a block list must not have. */
export const isNotToBlock = (value: string): boolean => {
  const [address = '', written] = value.split('/');
  const family = familyOf(address);
  if (family === null) return false;
  const whole = family === 'ipv4' ? 32 : 128;
  const bits = written === undefined ? whole : Number(written);
  if (!Number.isInteger(bits) || bits < WIDEST[family] || bits > whole) return true;
  return SPECIAL.some((special) => holds(special, address) || holds([address, bits], special[0]));
};

/** Whether its values are signs only together: one of them alone is none. */
export const isJoined = (pattern: string): boolean =>
  /\b(?:AND|FOLLOWEDBY)\b/i.test(pattern.replace(/'(?:[^'\\]|\\.)*'/g, ''));
