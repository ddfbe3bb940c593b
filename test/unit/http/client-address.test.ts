// Whose address counts: X-Forwarded-For is believed only as far as configured proxies wrote it (I29).
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../../../src/config/config.ts';
import { openClientAddress } from '../../../src/http/caller/client-address.ts';

const from = (proxies: string | undefined, peer: string, forwarded?: string): string | null => {
  const config = readConfig(proxies === undefined ? {} : { TOCSIN_PROXIES: proxies });
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return openClientAddress(config.proxies).of({ headers, socket: { remoteAddress: peer } } as never);
};

test.each<[string, string | undefined, string, string | undefined, string | null]>([
  ['no proxies are configured', undefined, '10.0.0.1', '203.0.113.9', null],
  ['the peer is no proxy', '10.0.0.1', '198.51.100.7', '203.0.113.9', '198.51.100.7'],
  ['the peer is a proxy', '10.0.0.1', '10.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['the client wrote an address first', '10.0.0.1', '10.0.0.1', '192.0.2.66, 203.0.113.9', '203.0.113.9'],
  ['two proxies', '10.0.0.0/8', '10.0.0.1', '192.0.2.66, 203.0.113.9, 10.9.9.9', '203.0.113.9'],
  ['one of two is not configured', '10.0.0.1', '10.0.0.1', '203.0.113.9, 10.9.9.9', '10.9.9.9'],
  ['the proxy wrote nothing', '10.0.0.1', '10.0.0.1', undefined, '10.0.0.1'],
  ['the proxy wrote no address', '10.0.0.1', '10.0.0.1', '203.0.113.9, unknown', '10.0.0.1'],
  ['all are proxies', '10.0.0.0/8', '10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
  ['a socket that gives IPv4 as IPv6', '10.0.0.1', '::ffff:10.0.0.1', '::FFFF:203.0.113.9', '203.0.113.9'],
  ['a proxy over IPv6', 'fd00::/8', 'fd00::1', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['a short address', '::1', '::1', '2001:db8::6', '2001:db8:0:0'],
  ['a zone', '10.0.0.1', 'fe80::1%eth0', undefined, 'fe80:0:0:0'],
])('%s', (_, proxies, peer, forwarded, client) => {
  expect(from(proxies, peer, forwarded)).toBe(client);
});

describe('the setting', () => {
  test.each(['10.0.0.1', ' 10.0.0.1 , fd00::/8', '0.0.0.0/0', '::/128'])('%s is taken', (text) => {
    expect(readConfig({ TOCSIN_PROXIES: text }).proxies?.length).toBeGreaterThan(0);
  });

  test.each(['proxy', '10.0.0.0/33', 'fd00::/129', '10.0.0.0/', '10.0.0.0/8/8', '10.0.0.1,', '10.0.0.0/x'])(
    '%s prevents the start',
    (text) => {
      expect(() => readConfig({ TOCSIN_PROXIES: text })).toThrow(/TOCSIN_PROXIES: addresses or ranges/);
    },
  );
});
