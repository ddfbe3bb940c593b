// Whether the hub may connect to an address of the internet protocol that somebody else named. It is decided on the bytes: the
// many ways to write an address all end here.

export const ADDRESS_CLASSES = ['PUBLIC', 'PRIVATE', 'NEVER'] as const;
/** PRIVATE: of a network that two persons may allow. NEVER: nobody's webhook is there. */
export type AddressClass = (typeof ADDRESS_CLASSES)[number];

/** A range that two persons allowed, with the ports in it. */
export type AllowedRange = { readonly range: string; readonly ports: readonly number[] };

/** Ports of public addresses. */
export const PUBLIC_PORTS: readonly number[] = [443, 8443];

type Range = { readonly bytes: readonly number[]; readonly bits: number };

const OCTET = /^(?:0|[1-9]\d{0,2})$/;

const v4Bytes = (text: string): number[] | null => {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => OCTET.test(part) && Number(part) <= 255)) return null;
  return parts.map(Number);
};

const GROUP = /^[0-9a-f]{1,4}$/i;

const groupsOf = (text: string): number[] | null => {
  if (text === '') return [];
  const parts = text.split(':');
  const last = parts.at(-1) ?? '';
  const ending = last.includes('.') ? v4Bytes(last) : [];
  if (ending === null) return null;
  const groups = ending.length === 0 ? parts : parts.slice(0, -1);
  if (!groups.every((part) => GROUP.test(part))) return null;
  return [
    ...groups.flatMap((part) => [Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 0xff]),
    ...ending,
  ];
};

const v6Bytes = (text: string): number[] | null => {
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return null;
  const first = groupsOf(head);
  if (first === null) return null;
  if (tail === undefined) return first.length === 16 ? first : null;
  const rest = groupsOf(tail);
  if (rest === null || first.length + rest.length > 14) return null;
  return [...first, ...Array<number>(16 - first.length - rest.length).fill(0), ...rest];
};

/** 4 or 16 bytes of an address as resolvers and sockets write it; null for anything else, a zone included. */
export const addressBytes = (text: string): number[] | null =>
  text.includes(':') ? v6Bytes(text) : v4Bytes(text);

/** Null for what is no range of addresses. */
export const rangeOf = (text: string): Range | null => {
  const [address = '', prefix = '', ...more] = text.split('/');
  const bytes = addressBytes(address);
  if (bytes === null || more.length > 0 || !/^\d{1,3}$/.test(prefix)) return null;
  const bits = Number(prefix);
  return bits <= bytes.length * 8 ? { bytes, bits } : null;
};

const isIn = (bytes: readonly number[], { bytes: base, bits }: Range): boolean => {
  if (bytes.length !== base.length) return false;
  const whole = Math.floor(bits / 8);
  for (let at = 0; at < whole; at += 1) if (bytes[at] !== base[at]) return false;
  const rest = bits % 8;
  if (rest === 0) return true;
  const mask = (0xff << (8 - rest)) & 0xff;
  return ((bytes[whole] ?? 0) & mask) === ((base[whole] ?? 0) & mask);
};

const rangesOf = (...texts: string[]): Range[] =>
  texts.map((text) => {
    const range = rangeOf(text);
    if (range === null) throw new Error(`${text} is no range`);
    return range;
  });

/** Networks of an organisation, of a carrier, and this machine. */
const PRIVATE = rangesOf(
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '127.0.0.0/8',
  'fc00::/7',
  '::1/128',
);

/** RFC 6890 and its registries: this network, link-local with the metadata of clouds, documentation, tests, multicast, reserved. */
const NEVER_V4 = rangesOf(
  '0.0.0.0/8',
  '169.254.0.0/16',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
);

/** Global unicast is 2000::/3; within it are what tunnels IPv4 (Teredo, 6to4), tests and documentation. */
const GLOBAL_V6 = rangesOf('2000::/3');
const NEVER_V6 = rangesOf('2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20');

const isInAny = (bytes: readonly number[], ranges: readonly Range[]): boolean =>
  ranges.some((range) => isIn(bytes, range));

const classOfBytes = (bytes: readonly number[]): AddressClass => {
  if (isInAny(bytes, PRIVATE)) return 'PRIVATE';
  if (bytes.length === 4) return isInAny(bytes, NEVER_V4) ? 'NEVER' : 'PUBLIC';
  return isInAny(bytes, GLOBAL_V6) && !isInAny(bytes, NEVER_V6) ? 'PUBLIC' : 'NEVER';
};

/** NEVER for what is no address. */
export const addressClass = (address: string): AddressClass => {
  const bytes = addressBytes(address);
  return bytes === null ? 'NEVER' : classOfBytes(bytes);
};

/** Whether a connection to this address and port may be opened. */
export const mayConnect = (address: string, port: number, allowed: readonly AllowedRange[]): boolean => {
  const bytes = addressBytes(address);
  if (bytes === null) return false;
  const kind = classOfBytes(bytes);
  if (kind === 'NEVER') return false;
  if (kind === 'PUBLIC' && PUBLIC_PORTS.includes(port)) return true;
  return allowed.some(({ range, ports }) => {
    const of = rangeOf(range);
    return of !== null && ports.includes(port) && isIn(bytes, of);
  });
};

/** Whether two persons may allow it: all of it is private, or all of it public (for further ports). */
export const isAllowable = (text: string): boolean => {
  const range = rangeOf(text);
  if (range === null) return false;
  const { bytes, bits } = range;
  const isPrivate = PRIVATE.some((each) => bits >= each.bits && isIn(bytes, each));
  const isPublic = bits >= (bytes.length === 4 ? 24 : 48) && classOfBytes(bytes) === 'PUBLIC';
  return isPrivate || isPublic;
};
