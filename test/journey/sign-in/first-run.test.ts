// The links of `npm start` for the people of its sample: each signs in once, in a browser on the same machine, for localhost and
// without a proxy in between. Everywhere else the page is not there.
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isFromThisMachine } from '../../../src/http/sign-in/first-run-page.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { freePort } from '../../support/processes.ts';
import { fieldIn, openVisitor, type Visitor } from '../../support/sign-in/visitor.ts';

const TOKEN = randomBytes(32).toString('base64url');
const SECOND = randomBytes(32).toString('base64url');
const THIRD = randomBytes(32).toString('base64url');
const FOURTH = randomBytes(32).toString('base64url');
const hashOf = (token: string): string => createHash('sha256').update(`sample link ${token}`).digest('hex');
const START = new Date('2030-01-01T08:00:00.000Z');
const UNTIL = new Date('2030-01-02T08:00:00.000Z');

let endpoint: TestEndpoint;
let host: string;
let now = START;
const logged: string[] = [];
const COOKIE = '__Host-tocsin';

beforeAll(async () => {
  const port = await freePort();
  host = `localhost:${port}`;
  const note = (fields: object, message: string): void => {
    logged.push(JSON.stringify(fields), message);
  };
  endpoint = await openTestEndpoint({
    clock: { now: () => now },
    log: { info: note, warn: note, error: note },
    env: {
      TOCSIN_PORT: String(port),
      TOCSIN_NOT_FOUND_MS: '1',
      TOCSIN_SIGN_INS_PER_MINUTE: '1000000',
      TOCSIN_SAMPLE_LINKS: [
        UNTIL.toISOString(),
        `north-grid/analyst=${hashOf(TOKEN)}`,
        `south-grid/analyst=${hashOf(SECOND)}`,
        `river-water/analyst=${hashOf(THIRD)}`,
        `city-hospital/analyst=${hashOf(FOURTH)}`,
        `north-grid/nobody=${hashOf('nobody')}`,
      ].join(' '),
    },
  });
  for (const name of ['northGrid', 'southGrid', 'riverWater', 'cityHospital'] as const)
    await endpoint.token(name, 'analyst');
}, 60_000);
afterAll(() => endpoint.close());

const visitor = (): Visitor => openVisitor(`http://${host}`, endpoint.url);
const send = (link: string, headers: Record<string, string> = {}, by = visitor()) =>
  by.send('/first-run', { link, to: '/' }, headers);

test('it is not there under another name, behind a proxy, or for another machine', async () => {
  const absent = await visitor().get('/no-such-page');
  const elsewhere: readonly Record<string, string>[] = [
    { host: host.replace('localhost', '127.0.0.1') },
    { host: 'hub.example.org' },
    { host: host.replace('localhost', 'localhost.example.org') },
    { host: 'localhost' },
    { forwarded: 'for=127.0.0.1' },
    { via: '1.1 proxy' },
    { 'x-forwarded-for': '127.0.0.1' },
    { 'x-forwarded-host': host },
    { 'x-forwarded-proto': 'http' },
    { 'x-real-ip': '127.0.0.1' },
  ];
  for (const headers of elsewhere) {
    const answers = [
      await visitor().get('/first-run', headers),
      await send(TOKEN, { origin: `http://${headers['host'] ?? host}`, ...headers }),
    ];
    for (const { status, text, headers: said } of answers) {
      expect([headers, status, said['content-type']]).toEqual([headers, 404, absent.headers['content-type']]);
      expect(JSON.parse(text)).toEqual({ ...JSON.parse(absent.text), requestId: expect.any(String) });
      expect(said['set-cookie']).toBeUndefined();
    }
  }
  const asked = (remoteAddress: string): boolean =>
    isFromThisMachine({ headers: { host }, socket: { remoteAddress } }, host);
  expect(['127.0.0.1', '::1', '::ffff:127.0.0.1'].map(asked)).toEqual([true, true, true]);
  expect(['10.0.0.7', '192.168.1.1', '172.17.0.1', 'fe80::1', ''].map(asked)).toEqual(Array(5).fill(false));
});

test('a form of another site signs nobody in', async () => {
  for (const headers of [{ origin: 'http://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
    const { status, headers: said } = await send(TOKEN, headers);
    expect([status, said['set-cookie']]).toEqual([403, undefined]);
  }
});

test('the page holds no token; the link signs in once, and its second use is refused', async () => {
  const browser = visitor();
  const page = await browser.get('/first-run');
  expect([page.status, page.text.includes('data-first-run')]).toEqual([200, true]);
  // A link in the address is no link: what a server sees of an address is logged in many places.
  await browser.get(`/first-run?link=${TOKEN}`);
  expect(browser.cookies.has(COOKIE)).toBe(false);

  const signedIn = await send(TOKEN, {}, browser);
  expect([signedIn.status, signedIn.headers['location']]).toEqual([303, '/']);
  const { hub } = endpoint;
  const { byHandle } = await hub.directory.current();
  const person = byHandle.get('north-grid/analyst');
  expect(JSON.parse((await browser.ask('{ me { role } }')).text).data).toEqual({ me: { role: 'ANALYST' } });
  const [line] = await hub.sessions.ofPerson(person?.id ?? '', now);
  expect(line?.way).toBe('LINK');

  const second = visitor();
  const again = await send(TOKEN, {}, second);
  expect([again.status, second.cookies.has(COOKIE)]).toEqual([401, false]);
  expect(again.text).toContain('This link was used already');
});

test('two uses at the same moment let one of them in', async () => {
  const answers = await Promise.all([send(SECOND), send(SECOND), send(SECOND)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 401, 401]);
});

test('whoever signs in ends the session before in the same browser, and no other', async () => {
  const browser = visitor();
  expect((await send(THIRD, {}, browser)).status).toBe(303);
  const before = browser.cookies.get(COOKIE) ?? '';
  const token = fieldIn((await browser.get('/account')).text, 'token');
  const failed = await browser.send('/first-run', { link: 'x', to: '/', token });
  expect(failed.status).toBe(401);
  const { byHandle } = await endpoint.hub.directory.current();
  const running = (person: string) =>
    endpoint.hub.sessions.ofPerson(byHandle.get(person)?.id ?? '', now).then((each) => each.length);
  expect(await running('river-water/analyst')).toBe(1);
  const second = await browser.send('/first-run', { link: FOURTH, to: '/', token });
  expect(second.status).toBe(303);
  expect([await running('river-water/analyst'), await running('city-hospital/analyst')]).toEqual([0, 1]);
  const old = visitor();
  old.cookies.set(COOKIE, before);
  expect((await old.ask('{ me { role } }')).status).toBe(401);
  // Others of other browsers go on.
  expect(await running('south-grid/analyst')).toBe(1);
});

test('an unknown token, a person that is not there and a link that is over let nobody in', async () => {
  for (const [link, words] of [
    ['x', 'not valid'],
    ['', 'not valid'],
    [`${TOKEN}x`, 'not valid'],
    [hashOf(TOKEN), 'not valid'],
    ['nobody', 'not valid'],
  ] as const) {
    const { status, text } = await send(link);
    expect([link, status, text.includes(words)]).toEqual([link, 401, true]);
  }
  now = UNTIL;
  const { status, text } = await send(TOKEN);
  expect([status, text.includes('expired')]).toEqual([401, true]);
  now = START;
});

test('no log line and no entry holds a token or its hash', async () => {
  const { hub } = endpoint;
  const acts = await hub.database.native().collection('acts').find({}).toArray();
  expect(acts.length).toBeGreaterThan(0);
  const written = [...logged, JSON.stringify(acts)].join('\n');
  for (const secret of [TOKEN, SECOND, hashOf(TOKEN), hashOf(SECOND)])
    expect(written.includes(secret)).toBe(false);
});

test('a hub that was founded has no such page, and neither has one without npm start', async () => {
  const { hub } = endpoint;
  await hub.members.change((session) => hub.counters.keepSetting('origin', hub.origin, session));
  expect((await visitor().get('/first-run')).status).toBe(404);
  expect((await send(TOKEN)).status).toBe(404);
  const plain = await openTestEndpoint({ env: { TOCSIN_PORT: String(await freePort()) } });
  const at = openVisitor(plain.hub.origin, plain.url);
  expect((await at.get('/first-run')).status).toBe(404);
  expect((await at.send('/first-run', { link: TOKEN, to: '/' })).status).toBe(404);
  await plain.close();
});
