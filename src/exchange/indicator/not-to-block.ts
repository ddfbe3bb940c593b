// What an indicator names and a block list must not: networks that are not specified or hold half of all addresses, and what
// is private or special, alone or as a part. Warning lists look single values up, not what a network has in it. The console says
// the same as the command line.
import { type Comparison, type Observation, parsePattern } from 'stix2-ts/pattern';
import { canonicalIpv6, isIpv4, isIpv6, isWithin } from 'stix2-ts/value';

/**
 * The registries of IANA for special purposes (RFC 6890), with multicast and what was site-local. Not what every network may reach
 * (anycast of AS112 and AMT), nor what is for documentation, which no traffic has and samples and exercises name.
 */
const SPECIAL: readonly string[] = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/4', '240.0.0.0/4'],
  ...['::/128', '::1/128', '64:ff9b:1::/48', '100::/64', '100:0:0:1::/64', '2001::/23', '5f00::/16'],
  ...['fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
];
/** IPv4 written as IPv6, and at which of the eight groups it begins. */
const EMBEDDING: readonly (readonly [network: string, group: number])[] = [
  ...([
    ['::/96', 6],
    ['::ffff:0:0/96', 6],
    ['::ffff:0:0:0/96', 6],
    ['64:ff9b::/96', 6],
    ['2002::/16', 1],
  ] as const),
];
/** No network of an attacker is wider. */
const WIDEST = { ipv4: 8, ipv6: 16 } as const;

export const NOT_TO_BLOCK = ['ONLY_TOGETHER', 'SPECIAL_NETWORK'] as const;
export type NotToBlock = (typeof NOT_TO_BLOCK)[number];

/** Whether it is an address or a network that a block list must not have. */
export const isNotToBlock = (value: string): boolean => {
  // A zone is of one machine alone.
  const network = value.trim().replace(/%[^/]*/, '');
  const [address = '', bits] = network.split('/');
  const isFour = isIpv4(address);
  if (!isFour && !isIpv6(address)) return false;
  const isNetwork = isFour ? isIpv4(network) : isIpv6(network);
  if (!isNetwork || Number(bits ?? 128) < (isFour ? WIDEST.ipv4 : WIDEST.ipv6)) return true;
  const meets = (other: string): boolean => isWithin(network, other) || isWithin(other, network);
  if (SPECIAL.some(meets)) return true;
  return EMBEDDING.some(([outer, group]) => {
    if (!isWithin(network, outer)) return isWithin(outer, network);
    return isNotToBlock(embedded(network, group));
  });
};

const embedded = (network: string, group: number): string => {
  const [address = '', bits = '128'] = (canonicalIpv6(network) ?? '').split('/');
  const octets = address
    .split(':')
    .slice(group, group + 2)
    .map((each) => Number.parseInt(each, 16))
    .flatMap((each) => [each >> 8, each & 255]);
  return `${octets.join('.')}/${Math.min(32, Math.max(0, Number(bits) - 16 * group))}`;
};

/** Whether its values are signs only together: one of them alone is none. A pattern of another language has no values. */
export const isJoined = (pattern: string, patternType: string): boolean => {
  if (patternType !== 'stix') return false;
  const reading = parsePattern(pattern);
  return reading.ok && isJoinedIn(reading.ast);
};

const isJoinedIn = (observation: Observation): boolean => {
  switch (observation.kind) {
    case 'observation':
      return hasAnd(observation.comparison);
    case 'qualified':
      return isJoinedIn(observation.operand);
    case 'or':
      return observation.operands.some(isJoinedIn);
    default:
      return true;
  }
};

const hasAnd = (comparison: Comparison): boolean => {
  if (comparison.kind === 'test' || comparison.kind === 'exists') return false;
  return comparison.kind === 'and' || comparison.operands.some(hasAnd);
};
