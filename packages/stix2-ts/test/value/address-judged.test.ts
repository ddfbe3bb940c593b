// IP addresses and networks against ipaddr.js, on generated texts: valid ones, and the same with one character changed.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { canonicalIpv4, canonicalIpv6, isIpv4, isIpv6, isWithin } from '../../src/value/address.ts';
import { seed } from '../support/seed.ts';

const octet = fc.integer({ min: 0, max: 255 });
const dotted = fc.tuple(octet, octet, octet, octet).map((parts) => parts.join('.'));
const group = fc.integer({ min: 0, max: 0xffff });

/** Eight groups as people write them: some zeros left out, digits in either case, perhaps a dotted tail. */
const sixes = fc
  .record({
    groups: fc.array(fc.oneof(fc.constant(0), group), { minLength: 8, maxLength: 8 }),
    from: fc.nat(8),
    isUpper: fc.boolean(),
    isPadded: fc.boolean(),
    tail: fc.option(dotted),
  })
  .map(({ groups, from, isUpper, isPadded, tail }) => {
    const digits = groups.map((each) => {
      const text = each.toString(16).padStart(isPadded ? 4 : 1, '0');
      return isUpper ? text.toUpperCase() : text;
    });
    const parts = tail === null ? digits : [...digits.slice(0, 6), tail];
    const zeros = groups.slice(from, tail === null ? 8 : 6).findIndex((each) => each !== 0);
    const length = zeros < 0 ? Math.max(0, (tail === null ? 8 : 6) - from) : zeros;
    if (length === 0) return parts.join(':');
    return `${parts.slice(0, from).join(':')}::${parts.slice(from + length).join(':')}`;
  });

const prefixed = (address: fc.Arbitrary<string>, most: number): fc.Arbitrary<string> =>
  fc
    .tuple(address, fc.option(fc.integer({ min: 0, max: most })))
    .map(([text, prefix]) => (prefix === null ? text : `${text}/${prefix}`));

/** The text with one character replaced, inserted or deleted. */
const bent = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      texts,
      fc.nat(60),
      fc.constantFrom('', '0', '1', '9', 'f', 'g', ':', '.', '/', '%', ' ', '-'),
      fc.boolean(),
    )
    .map(([text, at, sign, isIn]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + sign + text.slice(place + (isIn ? 0 : 1));
    });

/**
 * STIX's rules on top of ipaddr.js: four decimal parts without leading zeros, no zone, a prefix without leading zeros.
 */
const judged = (text: string, isFour: boolean): boolean => {
  const [address = '', prefix, ...more] = text.split('/');
  if (more.length > 0 || address.includes('%')) return false;
  // RFC 3986 §3.2.2 allows only an IPv4 address as a dotted tail; ipaddr.js accepts an octal one too.
  const tail = /:([^:]*\.[^:]*)$/.exec(address)?.[1];
  const isAddress = isFour
    ? ipaddr.IPv4.isValidFourPartDecimal(address)
    : ipaddr.IPv6.isValid(address) && (tail === undefined || ipaddr.IPv4.isValidFourPartDecimal(tail));
  if (!isAddress || prefix === undefined) return isAddress;
  return /^(?:0|[1-9]\d*)$/.test(prefix) && Number(prefix) <= (isFour ? 32 : 128);
};

/**
 * RFC 4291 §2.5.5.1: `::192.0.2.1` is 96 zero bits and the IPv4 address. ipaddr.js reads it as `::ffff:192.0.2.1`
 * (§2.5.5.2), so it is not asked about such texts.
 */
const isCompatible = (text: string): boolean => /^::\d+\./.test(text);

const network = (text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] => {
  const address = ipaddr.parse(text.split('/')[0] ?? '');
  return [address, Number(text.split('/')[1] ?? (address.kind() === 'ipv4' ? 32 : 128))];
};

describe.each([
  ['IPv4', true, prefixed(dotted, 34)],
  ['IPv6', false, prefixed(sixes, 130)],
] as const)('%s', (_name, isFour, texts) => {
  const isIt = isFour ? isIpv4 : isIpv6;
  const canonical = isFour ? canonicalIpv4 : canonicalIpv6;

  test('accepts exactly what ipaddr.js accepts', () => {
    const seen = { good: 0, bad: 0 };
    const property = fc.property(fc.oneof(texts, bent(texts)), (text) => {
      const wanted = judged(text, isFour);
      seen[wanted ? 'good' : 'bad'] += 1;
      expect([text, isIt(text)]).toEqual([text, wanted]);
    });
    fc.assert(property, { seed: seed(), numRuns: 5_000 });
    expect(Math.min(seen.good, seen.bad)).toBeGreaterThan(500);
  });

  test('has the same bits in its canonical form, host bits aside', () => {
    const property = fc.property(texts.filter(isIt), (text) => {
      fc.pre(!isCompatible(text));
      const [address, prefix] = network(text);
      const [again, samePrefix] = network(canonical(text) ?? '');
      expect(samePrefix).toBe(prefix);
      const masked = isFour
        ? ipaddr.IPv4.networkAddressFromCIDR(`${address}/${prefix}`)
        : ipaddr.IPv6.networkAddressFromCIDR(`${address}/${prefix}`);
      expect(again.toString()).toBe(masked.toString());
    });
    fc.assert(property, { seed: seed(), numRuns: 1_000 });
  });

  test('is within a network exactly when ipaddr.js says so', () => {
    const seen = { within: 0, beside: 0 };
    const pairs = fc.tuple(texts.filter(isIt), texts.filter(isIt), fc.boolean());
    const property = fc.property(pairs, ([inner, other, isNear]) => {
      fc.pre(!isCompatible(inner) && !isCompatible(other));
      // Half of the pairs share their address, since random networks hardly ever contain each other.
      const outer = isNear ? `${inner.split('/')[0]}/${network(other)[1]}` : other;
      const [[address, small], [net, large]] = [network(inner), network(outer)];
      const wanted = small >= large && address.match(net, large);
      seen[wanted ? 'within' : 'beside'] += 1;
      expect([inner, outer, isWithin(inner, outer)]).toEqual([inner, outer, wanted]);
    });
    fc.assert(property, { seed: seed(), numRuns: 2_000 });
    expect(Math.min(seen.within, seen.beside)).toBeGreaterThan(200);
  });
});

test('an IPv4 address after two colons is not an IPv4-mapped one', () => {
  expect(canonicalIpv6('::192.0.2.1')).toBe('0:0:0:0:0:0:c000:201');
  expect(canonicalIpv6('::ffff:192.0.2.1')).toBe('0:0:0:0:0:ffff:c000:201');
});
