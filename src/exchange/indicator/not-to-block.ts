// What an indicator names and a block list must not: networks that are not specified or hold half of all addresses, and what
// is private or special, alone or as a part; and what is written so that a firewall reads something else than a person or the
// look-up did. Warning lists look single values up, not what a network has in it. The console says the same as the command line.
import { type Comparison, type Observation, parsePattern } from 'stix2-ts/pattern';
import { canonicalIpv4, canonicalIpv6 } from 'stix2-ts/value';

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
/** IPv4 written as IPv6, and at which of the 128 bits it begins. */
const EMBEDDING: readonly (readonly [network: string, at: number])[] = [
  ['::/96', 96],
  ['::ffff:0:0/96', 96],
  ['::ffff:0:0:0/96', 96],
  ['64:ff9b::/96', 96],
  ['2002::/16', 16],
];
/** No network of an attacker is wider. */
const WIDEST = { four: 8, six: 16 } as const;

export const NOT_TO_BLOCK = ['ONLY_TOGETHER', 'SPECIAL_NETWORK', 'UNUSUAL_FORM'] as const;
export type NotToBlock = (typeof NOT_TO_BLOCK)[number];

/** A network from its first to its last address, and how many bits these have in common. */
type Range<Address extends number | bigint> = {
  readonly low: Address;
  readonly high: Address;
  readonly bits: number;
};

const fourAt = (low: number, bits: number): Range<number> => ({
  low,
  high: low + 2 ** (32 - bits) - 1,
  bits,
});

const fourOf = (text: string): Range<number> | null => {
  const [address, bits] = canonicalIpv4(text)?.split('/') ?? [];
  if (address === undefined) return null;
  const low = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return fourAt(low, Number(bits ?? 32));
};

const sixOf = (text: string): Range<bigint> | null => {
  const [address, prefix] = canonicalIpv6(text)?.split('/') ?? [];
  if (address === undefined) return null;
  const groups = address.split(':').map((group) => group.padStart(4, '0'));
  const low = BigInt(`0x${groups.join('')}`);
  const bits = Number(prefix ?? 128);
  return { low, high: low + (1n << BigInt(128 - bits)) - 1n, bits };
};

const isThere = <Found>(found: Found | null): found is Found => found !== null;

// Read once: a page of indicators has thousands of values, and asks of all of them in one turn.
const SPECIAL_FOUR = SPECIAL.map(fourOf).filter(isThere);
const SPECIAL_SIX = SPECIAL.map(sixOf).filter(isThere);
const EMBEDDING_SIX = EMBEDDING.flatMap(([network, at]) => {
  const outer = sixOf(network);
  return outer === null ? [] : [{ outer, at }];
});

/** Of two networks that have an address in common one lies in the other. */
const doMeet = <Address extends number | bigint>(one: Range<Address>, other: Range<Address>): boolean =>
  one.low <= other.high && other.low <= one.high;

/** Why a block list must not have it as it stands; null where nothing speaks against it. */
export const whyNotToBlock = (value: string): Exclude<NotToBlock, 'ONLY_TOGETHER'> | null => {
  if (value.length > LONGEST) return 'UNUSUAL_FORM';
  // A zone is of one machine alone.
  const special = isSpecial(value.trim().replace(/%[^/]*/, ''));
  if (special === true) return 'SPECIAL_NETWORK';
  if (HIDDEN.test(value) || value !== value.trim()) return 'UNUSUAL_FORM';
  // Whatever stands behind the sign of a zone was not looked at.
  if (special === false) return value.includes('%') ? 'UNUSUAL_FORM' : null;
  return SCHEME.test(value) ? whyNotUrl(value) : whyNotHost(value);
};

/** Whether whyNotToBlock says why. */
export const isNotToBlock = (value: string): boolean => whyNotToBlock(value) !== null;

/** Null where it is no address and no network. */
const isSpecial = (network: string): boolean | null => {
  const four = fourOf(network);
  if (four !== null) return isSpecialFour(four);
  const six = sixOf(network);
  return six === null ? null : isSpecialSix(six);
};

/** Line breaks, controls, marks of direction and what has no width: a tool that drops them reads another value. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
/** What tools that read lists part one value from the next at. */
const SEPARATOR = /[\s,;|]/u;
/** Few URLs are longer; each is normalised in one go. */
const LONGEST = 4_096;
/** No host name is longer. Of one in other letters than ASCII the time to write it in ASCII grows with the square of its length. */
const LONGEST_HOST = 253;
/** What stands between the scheme and the path, as URLs are parsed: how many slashes there are is of no account. */
const AUTHORITY = /^[a-z][a-z0-9+.-]*:[/\\]*([^/\\?#]*)/i;
/** Dots that resolvers take for one, and letters and digits of another width. */
const ODD_DOT = /[\u3002\uff0e\uff61\u2024]/u;
const LOCAL = /^(?:.+\.)?localhost\.?$/i;

/** An address of IPv6 without its brackets. */
export const hostIn = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, '');

const isTooLong = (authority: string): boolean => {
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '');
  return host.length > LONGEST_HOST;
};

const whyNotUrl = (url: string): 'SPECIAL_NETWORK' | 'UNUSUAL_FORM' | null => {
  if (isTooLong(AUTHORITY.exec(url)?.[1] ?? '') || !URL.canParse(url)) return 'UNUSUAL_FORM';
  const host = hostIn(url);
  return LOCAL.test(host) || isSpecial(host) === true ? 'SPECIAL_NETWORK' : null;
};

/**
 * A host name, or what no other kind is. What a URL's host would be read as an address (WHATWG URL §3.5: `10.1`, `0x0a000001`, digits
 * of full width), a range, an address with a port or with a length that is none is no host name.
 */
const whyNotHost = (host: string): 'SPECIAL_NETWORK' | 'UNUSUAL_FORM' | null => {
  if (LOCAL.test(host)) return 'SPECIAL_NETWORK';
  if (SEPARATOR.test(host) || isTooLong(host.split(/[/\\?#]/, 1)[0] ?? '')) return 'UNUSUAL_FORM';
  if (ODD_DOT.test(host) || host.normalize('NFKC').toLowerCase() !== host.normalize('NFC').toLowerCase())
    return 'UNUSUAL_FORM';
  if (isAddress(host.split('/', 1)[0] ?? '') || host.split('-').every(isAddress)) return 'UNUSUAL_FORM';
  const url = `http://${host}/`;
  return URL.canParse(url) && isSpecial(hostIn(url)) !== null ? 'UNUSUAL_FORM' : null;
};

const isAddress = (text: string): boolean => canonicalIpv4(text) !== null || canonicalIpv6(text) !== null;

const isSpecialFour = (network: Range<number>): boolean =>
  network.bits < WIDEST.four || SPECIAL_FOUR.some((each) => doMeet(network, each));

const isSpecialSix = (network: Range<bigint>): boolean =>
  network.bits < WIDEST.six ||
  SPECIAL_SIX.some((each) => doMeet(network, each)) ||
  EMBEDDING_SIX.some(
    ({ outer, at }) =>
      doMeet(network, outer) && (network.bits < outer.bits || isSpecialFour(embedded(network, at))),
  );

const embedded = ({ low, bits }: Range<bigint>, at: number): Range<number> =>
  fourAt(Number((low >> BigInt(96 - at)) & 0xffff_ffffn), Math.min(32, bits - at));

/** Whether its values are signs only together: one of them alone is none. A pattern of another language has no values. */
export const isJoined = (pattern: string, patternType: string): boolean => {
  if (patternType !== 'stix') return false;
  const reading = parsePattern(pattern);
  return reading.ok && isJoinedIn(reading.ast);
};

export const isJoinedIn = (observation: Observation): boolean => {
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
