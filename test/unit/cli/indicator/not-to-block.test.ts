// What `tocsin indicator list --plain` gives can go into a block list as it is.
import { expect, test } from '@jest/globals';
import { isJoined, isNotToBlock } from '../../../../src/cli/indicator/not-to-block.ts';

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
  ],
])('%s is not to be blocked', (value) => expect(isNotToBlock(value)).toBe(true));

test.each([
  ...['198.51.100.7', '198.51.100.0/24', '11.0.0.0/8', '2001:db8::/32', '2001:db8::1', 'evil.example', 'a/b'],
])('%s may be blocked', (value) => expect(isNotToBlock(value)).toBe(false));

test.each([
  ["[ipv4-addr:value = '198.51.100.7' AND domain-name:value = 'evil.example']", true],
  ["[ipv4-addr:value = '198.51.100.7'] FOLLOWEDBY [domain-name:value = 'evil.example']", true],
  ["[ipv4-addr:value = '198.51.100.7' OR domain-name:value = 'evil.example']", false],
  ["[file:name = 'this AND that \\' AND']", false],
])('%s: %s', (pattern, isOne) => expect(isJoined(pattern)).toBe(isOne));
