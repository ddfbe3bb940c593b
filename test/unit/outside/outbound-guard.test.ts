// T21: no spelling of an address that is not public leads to a connection: not when it is registered, sent to, redirected to,
// resolved to something else meanwhile, or reached by a proxy of the environment. A listener on this machine counts connections.
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import ipaddr from 'ipaddr.js';
import { addressBytes, addressClass, isAllowable, mayConnect } from '../../../src/domain/channel/address.ts';
import { openWebhooks, type Webhooks } from '../../../src/outside/outbound/webhooks.ts';
import {
  type Authority,
  makeAuthority,
  openReceiver,
  type Receiver,
} from '../../support/channels/receiver.ts';

/** One of the ports that are open everywhere, so that only the address can be what refuses. */
const PORT = 8443;

const TARGETS = [
  '127.0.0.1',
  '127.8.8.8',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.254',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
] as const;

const octets = (address: string): number[] => address.split('.').map(Number);
const hex = (value: number): string => `0x${value.toString(16)}`;
const octal = (value: number): string => `0${value.toString(8)}`;
const whole = (address: string): number => octets(address).reduce((sum, each) => sum * 256 + each, 0);
const wide = (text: string): string =>
  [...text].map((each) => (each === '.' ? '。' : String.fromCharCode(each.charCodeAt(0) + 0xfee0))).join('');
const groups = (address: string): string => {
  const [a = 0, b = 0, c = 0, d = 0] = octets(address);
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
};

/** Ways to write one IPv4 address. */
const spelt = (address: string): string[] => [
  address,
  `${address}.`,
  String(whole(address)),
  hex(whole(address)),
  octets(address).map(hex).join('.'),
  octets(address).map(octal).join('.'),
  wide(address),
  [...address].map((each) => `%${each.charCodeAt(0).toString(16)}`).join(''),
  `[::ffff:${address}]`,
  `[::${groups(address)}]`,
  `[64:ff9b::${groups(address)}]`,
];

const OTHERS = [
  '127.1',
  '0x7f.1',
  '0177.0.0.1',
  '①②⑦.⓪.⓪.①',
  'localhost',
  'LOCALHOST',
  'localhost.',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:0:7f00:1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::1]',
  '[2001:db8::1]',
  '[3fff::1]',
  '[5f00::1]',
  '[fe80::1]',
  '[fc00::1]',
  '[fd12:3456::1]',
  '[ff02::1]',
] as const;

const urlOf = (host: string): string => `https://${host}:${PORT}/hook`;
/** What is no address at all is refused by no guard, and counts for none of the tests. */
const SPELLINGS = [...TARGETS.flatMap(spelt), ...OTHERS].filter((host) => URL.canParse(urlOf(host)));

let authority: Authority;
let listener: Server;
let receiver: Receiver;
let connections = 0;
const open: Webhooks[] = [];

const webhooks = (resolve: (host: string) => Promise<readonly string[]>): Webhooks => {
  const made = openWebhooks({ resolve, ca: authority.ca, timeoutMs: 1_000, connectMs: 500 });
  open.push(made);
  return made;
};
const post = (by: Webhooks, url: string, allowed: Parameters<Webhooks['post']>[1] = []) =>
  by.post({ url, headers: {}, body: '{}' }, allowed);

beforeAll(async () => {
  authority = makeAuthority();
  listener = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  listener.listen(PORT, '::');
  await once(listener, 'listening');
  receiver = await openReceiver(authority);
});
afterAll(async () => {
  await Promise.all(open.map((each) => each.close()));
  await receiver.close();
  listener.close();
});

test('a hundred and twenty spellings and more are refused when registered and when sent to', async () => {
  expect(SPELLINGS.length).toBeGreaterThanOrEqual(120);
  // As a resolver answers that knows this machine by every one of its names.
  const by = webhooks(async (host) => (/^localhost\.?$/i.test(host) ? ['127.0.0.1'] : []));
  for (const host of SPELLINGS) {
    expect([host, await by.mayReach(urlOf(host), [])]).toEqual([host, false]);
    expect([host, (await post(by, urlOf(host))).fault]).toEqual([host, 'ADDRESS']);
  }
  expect(connections).toBe(0);
});

test('a name that leads to one, beside public ones or alone, is refused', async () => {
  for (const target of [...TARGETS, '::1', '::ffff:127.0.0.1', 'fe80::1', '64:ff9b::7f00:1']) {
    for (const answer of [[target], ['93.184.216.34', target], [target, '93.184.216.34']]) {
      const by = webhooks(async () => answer);
      expect(await by.mayReach(urlOf('hooks.example'), [])).toBe(false);
      expect((await post(by, urlOf('hooks.example'))).fault).toBe('ADDRESS');
    }
  }
  expect(connections).toBe(0);
});

test('a name that is rebound after it was registered is refused when it is sent to', async () => {
  const forms = TARGETS.flatMap((each) => [
    each,
    `::ffff:${each}`,
    `::${groups(each)}`,
    `64:ff9b::${groups(each)}`,
    `2002:${groups(each)}::`,
  ]);
  const later = [...forms, ...OTHERS.flatMap((host) => (host.startsWith('[') ? host.slice(1, -1) : []))];
  for (const target of later) {
    const answers = ['93.184.216.34'];
    const by = webhooks(async () => [answers.shift() ?? target]);
    expect(await by.mayReach(urlOf('hooks.example'), [])).toBe(true);
    expect([target, (await post(by, urlOf('hooks.example'))).fault]).toEqual([target, 'ADDRESS']);
  }
  expect(connections).toBe(0);
});

test('a redirect to any of them is not followed', async () => {
  const by = webhooks(async () => ['127.0.0.1']);
  const allowed = [{ range: '127.0.0.1/32', ports: [receiver.port] }];
  let next = 0;
  receiver.behaviours.set('/', (_, response) => {
    response.writeHead(307, { location: new URL(urlOf(SPELLINGS[next] ?? 'localhost')).href }).end();
    next += 1;
  });
  for (const _ of SPELLINGS) expect((await post(by, receiver.url(), allowed)).status).toBe(307);
  expect(next).toBe(SPELLINGS.length);
  expect(connections).toBe(0);
});

test('a proxy of the environment has no part in it', async () => {
  const names = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'NODE_USE_ENV_PROXY'] as const;
  const before = names.map((name) => process.env[name]);
  for (const name of names)
    process.env[name] = name === 'NODE_USE_ENV_PROXY' ? '1' : `http://127.0.0.1:${PORT}`;
  const by = webhooks(async () => ['127.0.0.1']);
  const allowed = [{ range: '127.0.0.1/32', ports: [receiver.port] }];
  receiver.behaviours.delete('/');
  expect((await post(by, receiver.url('/proxied', 'hooks.example'), allowed)).status).toBe(204);
  names.forEach((name, at) => {
    if (before[at] === undefined) delete process.env[name];
    else process.env[name] = before[at];
  });
  expect(connections).toBe(0);
});

test('an allowed range opens its addresses and ports, and nothing else', async () => {
  const by = webhooks(async () => ['127.0.0.1']);
  const url = receiver.url('/allowed', 'hooks.example');
  expect((await post(by, url, [{ range: '127.0.0.0/8', ports: [receiver.port] }])).status).toBe(204);
  expect((await post(by, url, [{ range: '127.0.0.0/8', ports: [443] }])).fault).toBe('ADDRESS');
  expect((await post(by, url, [])).fault).toBe('ADDRESS');
  // The certificate has to be of the name, whatever the address is.
  const wrong = receiver.url('/allowed', 'unknown.example');
  expect((await post(by, wrong, [{ range: '127.0.0.0/8', ports: [receiver.port] }])).fault).toBe('TLS');
  for (const range of ['10.0.0.0/8', '192.168.4.0/24', 'fd00::/8', '127.0.0.1/32', '203.1.2.0/24'])
    expect([range, isAllowable(range)]).toEqual([range, true]);
  for (const range of [
    '0.0.0.0/0',
    '169.254.0.0/16',
    '169.254.169.254/32',
    '8.0.0.0/8',
    '::/0',
    '10.0.0.0',
    'x/8',
    '2002::/16',
  ])
    expect([range, isAllowable(range)]).toEqual([range, false]);
  expect(mayConnect('169.254.169.254', 443, [{ range: '169.254.0.0/16', ports: [443] }])).toBe(false);
});

test('another reader of addresses finds none public that we call public and it does not', () => {
  const draws = Array.from({ length: 20_000 }, (_, at) => (at * 214_013 + 2_531_011) >>> 0);
  const wrong = draws.flatMap((draw) => {
    const four = [24, 16, 8, 0].map((shift) => (draw >>> shift) & 0xff).join('.');
    const six = Array.from({ length: 8 }, (_, at) => ((draw * (at + 3)) >>> (at % 3)) & 0xffff)
      .map((group) => group.toString(16))
      .join(':');
    return [four, six].filter((text) => {
      const parsed = ipaddr.parse(text);
      const isRead = addressBytes(text)?.join() === parsed.toByteArray().join();
      return !isRead || (addressClass(text) === 'PUBLIC' && parsed.range() !== 'unicast');
    });
  });
  expect(wrong).toEqual([]);
  for (const text of [
    '1.2.3',
    '1.2.3.4.5',
    '01.2.3.4',
    '1.2.3.256',
    ':1',
    '1::2::3',
    '1:2:3:4:5:6:7',
    'fe80::1%eth0',
    '',
  ])
    expect([text, addressBytes(text)]).toEqual([text, null]);
});
