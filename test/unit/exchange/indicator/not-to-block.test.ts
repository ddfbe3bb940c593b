// What `tocsin indicator list --plain` and the console give can go into a block list as it is.
import { expect, test } from '@jest/globals';
import { isJoined, isNotToBlock, whyNotToBlock } from '../../../../src/exchange/indicator/not-to-block.ts';

test.each([
  ...[
    '0.0.0.0/0',
    '::/0',
    '0.0.0.0',
    '::',
    '128.0.0.0/1',
    '2000::/3',
    '10.1.2.3',
    '192.0.0.0/8',
    '172.16.9.0/24',
  ],
  ...[
    '127.0.0.1',
    '::1',
    '169.254.169.254',
    'fe80::1',
    'fd00::/8',
    '224.0.0.251',
    '255.255.255.255',
    '198.51.100.0/x',
    '198.51.100.7/1e1',
    ' 10.0.0.1 ',
    'fe80::1%eth0',
  ],
  // IPv4 written as IPv6.
  ...[
    '::ffff:0:0/96',
    '::ffff:10.0.0.1',
    '::ffff:a00:1',
    '::ffff:128.0.0.0/97',
    '::10.0.0.1',
    '::ffff:0:127.0.0.1',
    '64:ff9b::/96',
    '64:ff9b::192.168.1.1',
    '2002:a00:1::1',
    '2002::/16',
  ],
  ...['192.0.0.1', '192.88.99.1', '198.18.0.1', '198.19.255.255', '198.16.0.0/12'],
  ...['100::1', '2001:10::1', 'fec0::1', '5f00::1', '64:ff9b:1::1'],
])('%s is not to be blocked', (value) => expect(isNotToBlock(value)).toBe(true));

test.each([
  ...['198.51.100.7', '198.51.100.0/24', '11.0.0.0/8', '2001:db8::/32', '2001:db8::1', 'evil.example', 'a/b'],
  ...['::ffff:198.51.100.7', '::ffff:198.51.100.0/120', '64:ff9b::198.51.100.7', '2002:c633:6407::1'],
  ...['198.20.0.1', '192.0.1.1', '2001:200::1', '2606:4700::1111'],
])('%s may be blocked', (value) => expect(isNotToBlock(value)).toBe(false));

test.each([
  // What a tool drops, breaks at or trims.
  ...[
    '0.0.0.0\u202e/0',
    '10.0.\u200b0.1',
    'goo\u2066gle.com',
    '8.8.\ufeff8.8',
    'evil\u0007.example',
    'evil.example ',
  ],
  ...['x.example.net\n0.0.0.0/0', 'x.example.net\u20280.0.0.0', 'x.example\t'],
  // Addresses as resolvers and firewalls read them too.
  ...[
    '10.1',
    '127.1',
    '167772161',
    '0x0a000001',
    '010.0.0.1',
    '10.0.0.0-10.0.0.255',
    '203.0.113.1:80',
    '[::1]',
  ],
  ...['１０.0.0.1', '10。0。0。1', 'evil․example', 'ｇoogle.com', '198.51.100.7/x', 'someone@10.0.0.1'],
  // Two that a list parts again, and what no browser reads.
  ...[
    '10.0.0.1,10.0.0.2',
    '10.0.0.1 10.0.0.2',
    '0.0.0.0 bank.example',
    'evil.example;8.8.8.8',
    '8.8.8.8% 10.0.0.1',
  ],
  ...['http://10.0.0.1:99999/', `${'字'.repeat(5_000)}.example`, `0x${'0'.repeat(253)}0a000001`],
])('%j is of an unusual form', (value) => expect(whyNotToBlock(value)).toBe('UNUSUAL_FORM'));

test.each([
  ...[
    'localhost',
    'a.localhost.',
    'https://localhost/',
    'http://[::1]/',
    'http://10.1/x',
    'https://user@10.0.0.1:8443/',
  ],
])('%s is of the machine itself or of a private network', (value) =>
  expect(whyNotToBlock(value)).toBe('SPECIAL_NETWORK'),
);

test.each([
  ...[
    'münchen.example',
    'xn--mnchen-3ya.example',
    'भारत.example',
    'evil.example:8080',
    '_dmarc.evil.example',
    'a-1.2.example',
  ],
  ...[
    '203.0.113.7-static.evil.example',
    'https://evil.example/a b',
    'http://203.0.113.7/',
    'http://[2606:4700::1111]/x',
  ],
  ...[
    'd41d8cd98f00b204e9800998ecf8427e',
    '01234567890123456789012345678901',
    'someone@evil.example',
    '*.evil.example',
  ],
  ...['3:AXGBicFlgVNhBGcL6wCrFQEv:AXGHsNhxLsr2C'],
])('%s is as it should be', (value) => expect(whyNotToBlock(value)).toBeNull());

test.each([
  ...['11.0.0.1', '11.0.0.0/24', '2606:4700::1111', '2606:4700::/48'],
  ...['::ffff:198.51.100.7', '2002:c633:6407::1', 'www.evil.example', 'https://evil.example:8443/a/b'],
])('%s is read once, with however many networks it is compared: a page has thousands of values', (value) => {
  expect(splitsOf(() => isNotToBlock(value))).toBeLessThanOrEqual(10);
});

test.each([
  ['a host', (host: string) => host],
  ['the host of a URL', (host: string) => `https://someone@${host}:8443/a`],
])('%s that is longer than any is not written in ASCII first', (_, written) => {
  const { canParse } = URL;
  let parsed = 0;
  URL.canParse = (...given) => {
    parsed += 1;
    return canParse(...given);
  };
  try {
    expect(whyNotToBlock(written('字'.repeat(254)))).toBe('UNUSUAL_FORM');
    expect(parsed).toBe(0);
    expect(whyNotToBlock(written('evil.example'))).toBeNull();
    expect(parsed).toBe(1);
  } finally {
    URL.canParse = canParse;
  }
  expect(whyNotToBlock(`https://${'u'.repeat(300)}@evil.example/${'p'.repeat(3_000)}`)).toBeNull();
});

/** Each reading of an address takes it apart at its dots or colons. */
const splitsOf = (act: () => unknown): number => {
  const { split } = String.prototype;
  let splits = 0;
  const counting = function (this: string, ...given: Parameters<typeof split>): string[] {
    splits += 1;
    return split.apply(this, given);
  };
  const as = (value: unknown) =>
    Object.defineProperty(String.prototype, 'split', { value, writable: true, configurable: true });
  as(counting);
  try {
    act();
  } finally {
    as(split);
  }
  return splits;
};

test.each([
  ["[ipv4-addr:value = '198.51.100.7' AND domain-name:value = 'evil.example']", true],
  ["[ipv4-addr:value = '198.51.100.7'] FOLLOWEDBY [domain-name:value = 'evil.example']", true],
  ["[ipv4-addr:value = '198.51.100.7' OR domain-name:value = 'evil.example']", false],
  ["[file:name = 'this AND that \\' AND']", false],
  ["[x-and:value = 'a' OR domain-name:value = 'evil.example']", false],
  ["[ipv4-addr:value = '198.51.100.7'] WITHIN 5 SECONDS", false],
  ["([ipv4-addr:value = '198.51.100.7'] AND [domain-name:value = 'evil.example']) REPEATS 2 TIMES", true],
  ["[ipv4-addr:value = '198.51.100.7' OR (url:value = 'http://a.example/' AND file:name = 'b')]", true],
])('%s: %s', (pattern, isOne) => expect(isJoined(pattern, 'stix')).toBe(isOne));

test('the words of a rule in another language join nothing: it has no values', () => {
  expect(isJoined('condition: selection and filter', 'sigma')).toBe(false);
});
