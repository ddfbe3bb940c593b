// A value matches the warning lists by every network, host and text that covers it, and by no other.
import { describe, expect, test } from '@jest/globals';
import { openWarningLists, readWarningLists, WARNING_LIST_IDS } from '../../../src/exchange/warning-lists.ts';
import { shipped } from './real-input.ts';

const lists = readWarningLists(
  new Map(WARNING_LIST_IDS.map((id) => [id, shipped(`data/warning-lists/${id}.json`)])),
);
const rows = new Map([...lists].map(([key, held]) => [key, held.map(({ id }) => id).join(' ')]));
const lookUp = openWarningLists(rows);

const bitsOf = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const networks = [...rows].flatMap(([key, value]) => {
  const [, address, prefix = '32'] = /^net:(\d+\.\d+\.\d+\.\d+)(?:\/(\d+))?$/.exec(key) ?? [];
  return address === undefined ? [] : [{ first: bitsOf(address), size: 2 ** (32 - Number(prefix)), value }];
});
/** By testing each network in turn. */
const holding = (bits: number): string[] =>
  networks.filter(({ first, size }) => bits >= first && bits < first + size).map(({ value }) => value);
const dotted = (bits: number): string =>
  [2 ** 24, 2 ** 16, 2 ** 8, 1].map((unit) => Math.floor(bits / unit) % 256).join('.');

describe('IPv4 addresses', () => {
  test('at both edges of each listed network, and one beyond, matches the naive search', () => {
    expect(networks.length).toBeGreaterThan(500);
    const edges = networks.flatMap(({ first, size }) => [first - 1, first, first + size - 1, first + size]);
    const asked = [...new Set([0, 2 ** 32 - 1, ...edges])].filter((bits) => bits >= 0 && bits < 2 ** 32);
    const step = Math.ceil(asked.length / 3_000);
    let found = 0;
    for (const bits of asked.filter((_, index) => index % step === 0)) {
      const expected = holding(bits);
      found += expected.length;
      expect([dotted(bits), ...lookUp(`ip:${dotted(bits)}`)].sort()).toEqual(
        [dotted(bits), ...expected].sort(),
      );
    }
    expect(found).toBeGreaterThan(500);
  });

  test('an invalid or unlisted address matches nothing', () => {
    for (const text of ['ip:999.1.1.1', 'ip:198.18.0', 'ip:', 'port:80', ''])
      expect(lookUp(text)).toEqual([]);
    expect(openWarningLists(new Map())('ip:192.168.0.1')).toEqual([]);
  });
});

test('IPv6 addresses, hosts, URLs and hashes', () => {
  const list = (name: string, type: string, ...entries: string[]) =>
    [name, JSON.stringify({ name, type, list: entries })] as const;
  const read = readWarningLists(
    new Map([
      list('documentation', 'cidr', '2001:db8::/32'),
      list('private', 'cidr', '10.0.0.0/8'),
      list('shops', 'hostname', 'shop.example'),
      list('pages', 'string', 'https://a.example/'),
      list('empty', 'string', 'd41d8cd98f00b204e9800998ecf8427e'),
    ]),
  );
  const own = openWarningLists(new Map([...read].map(([key, [held]]) => [key, held?.name ?? ''])));
  expect(own('ip:2001:db8::7')).toEqual(['documentation']);
  expect(own('ip:2001:db9::7')).toEqual([]);
  expect(own('host:www.shop.example')).toEqual(['shops']);
  expect(own('host:workshop.example')).toEqual([]);
  expect(own('url:https://a.example/')).toEqual(['pages']);
  expect(own('hash:d41d8cd98f00b204e9800998ecf8427e')).toEqual(['empty']);
  expect(own('ip:10.255.255.255')).toEqual(['private']);
  expect(own('ip:11.0.0.0')).toEqual([]);
});
