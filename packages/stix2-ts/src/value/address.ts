// IPv4 and IPv6 addresses with an optional prefix length (STIX 2.1 §6.8, §6.9): parses them and gives each network one
// spelling, with host bits cleared and a full prefix left out.

type Network = { readonly bits: bigint; readonly prefix: number };

const DECIMAL = /^(?:0|[1-9][0-9]{0,2})$/;
const GROUP = /^[0-9a-fA-F]{1,4}$/;

/** The 32 bits of a dotted address, or null. */
function ipv4Bits(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let bits = 0;
  for (const part of parts) {
    const octet = DECIMAL.test(part) ? Number(part) : 256;
    if (octet > 255) return null;
    bits = bits * 256 + octet;
  }
  return BigInt(bits);
}

/** The 128 bits of an address in RFC 4291 text, `::` and a dotted tail included, or null. */
function ipv6Bits(text: string): bigint | null {
  const tail = text.lastIndexOf(':');
  if (tail < 0 || text.length > 45) return null;
  let whole = text;
  if (text.includes('.')) {
    const dotted = ipv4Bits(text.slice(tail + 1));
    if (dotted === null) return null;
    whole = `${text.slice(0, tail + 1)}${(dotted >> 16n).toString(16)}:${(dotted & 0xffffn).toString(16)}`;
  }
  const halves = whole.split('::');
  if (halves.length > 2) return null;
  const [left, right] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const groups = right === undefined ? (left ?? []) : filled(left ?? [], right);
  if (groups.length !== 8 || !groups.every((group) => GROUP.test(group))) return null;
  return groups.reduce((bits, group) => bits * 65_536n + BigInt(`0x${group}`), 0n);
}

function filled(left: readonly string[], right: readonly string[]): string[] {
  const missing = 8 - left.length - right.length;
  return missing < 1 ? [] : [...left, ...Array<string>(missing).fill('0'), ...right];
}

function network(text: string, width: number, bitsOf: (address: string) => bigint | null): Network | null {
  const slash = text.indexOf('/');
  const bits = bitsOf(slash < 0 ? text : text.slice(0, slash));
  if (bits === null) return null;
  if (slash < 0) return { bits, prefix: width };
  const prefix = text.slice(slash + 1);
  return DECIMAL.test(prefix) && Number(prefix) <= width ? { bits, prefix: Number(prefix) } : null;
}

export function isIpv4(text: string): boolean {
  return network(text, 32, ipv4Bits) !== null;
}

export function isIpv6(text: string): boolean {
  return network(text, 128, ipv6Bits) !== null;
}

function masked({ bits, prefix }: Network, width: number): bigint {
  const host = BigInt(width - prefix);
  return (bits >> host) << host;
}

/** The canonical spelling of an IPv4 address or network, or null for any other text. */
export function canonicalIpv4(text: string): string | null {
  const read = network(text, 32, ipv4Bits);
  if (read === null) return null;
  const bits = masked(read, 32);
  const address = [24n, 16n, 8n, 0n].map((shift) => String((bits >> shift) & 255n)).join('.');
  return read.prefix === 32 ? address : `${address}/${read.prefix}`;
}

/** The canonical spelling of an IPv6 address or network (all eight groups), or null for any other text. */
export function canonicalIpv6(text: string): string | null {
  const read = network(text, 128, ipv6Bits);
  if (read === null) return null;
  const bits = masked(read, 128);
  const groups = Array.from({ length: 8 }, (_, at) =>
    ((bits >> BigInt(112 - 16 * at)) & 0xffffn).toString(16),
  );
  const address = groups.join(':');
  return read.prefix === 128 ? address : `${address}/${read.prefix}`;
}

/** Whether the first address or network lies entirely within the second. False across families. */
export function isWithin(inner: string, outer: string): boolean {
  const isFour = isIpv4(inner) && isIpv4(outer);
  const [width, bitsOf] = isFour ? ([32, ipv4Bits] as const) : ([128, ipv6Bits] as const);
  const [small, large] = [network(inner, width, bitsOf), network(outer, width, bitsOf)];
  if (small === null || large === null || small.prefix < large.prefix) return false;
  const host = BigInt(width - large.prefix);
  return small.bits >> host === large.bits >> host;
}
