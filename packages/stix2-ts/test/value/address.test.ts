import { expect, test } from '@jest/globals';
import { canonicalIpv4, canonicalIpv6, isIpv4, isIpv6 } from '../../src/value/address.ts';

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['192.0.2.1/32', '192.0.2.1'],
  ['192.0.2.77/24', '192.0.2.0/24'],
  ['1.2.255.4/0', '0.0.0.0/0'],
  ['192.0.2.1/33', null],
  ['192.0.2.1/01', null],
  ['192.0.2', null],
  ['192.0.2.256', null],
  ['192.0.02.1', null],
])('%s as IPv4', (text, wanted) => {
  expect(canonicalIpv4(text)).toBe(wanted);
  expect(isIpv4(text)).toBe(wanted !== null);
});

test.each([
  ['::', '0:0:0:0:0:0:0:0'],
  ['2001:DB8::1', '2001:db8:0:0:0:0:0:1'],
  ['2001:db8:ffff::/33', '2001:db8:8000:0:0:0:0:0/33'],
  ['::ffff:192.0.2.1', '0:0:0:0:0:ffff:c000:201'],
  ['1:2:3:4:5:6:7:8/128', '1:2:3:4:5:6:7:8'],
  ['1:2:3:4:5:6:7', null],
  ['1::2::3', null],
  ['1:2:3:4:5:6:7:8:9', null],
  ['1:2:3:4::5:6:7:8', null],
  ['fe80::1/129', null],
  ['::192.0.2', null],
  ['g::1', null],
])('%s as IPv6', (text, wanted) => {
  expect(canonicalIpv6(text)).toBe(wanted);
  expect(isIpv6(text)).toBe(wanted !== null);
});
