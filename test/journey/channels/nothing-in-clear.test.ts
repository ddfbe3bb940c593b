// Warnings of each marking go out by real mail and real webhooks, through a hub and a worker of their own; then everything is
// searched that left them or that they wrote: mails, webhooks, links, logs, metrics, Redis, and, for secrets, each collection.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import { deliveryId } from '../../../src/domain/delivery.ts';
import { isAtMost, type Tlp } from '../../../src/domain/marking.ts';
import type { WarningDraft } from '../../../src/domain/warning.ts';
import { rotateSecret } from '../../../src/service/channel/endpoint/change-endpoint.ts';
import { freshSecret, openedSecrets } from '../../../src/service/channel/endpoint/secrets.ts';
import { newMessage } from '../../../src/service/channel/new-channel-delivery.ts';
import { gatherDigests } from '../../../src/service/digest/gather-digests.ts';
import { createSubscription } from '../../../src/service/subscription/keep-subscription.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { type MailServer, openMailServer } from '../../support/channels/mail-server.ts';
import { makeAuthority, openReceiver, type Receiver } from '../../support/channels/receiver.ts';
import { allowThisMachine } from '../../support/channels/world.ts';
import { draft, openTestHub, TEST_SECRETS_KEY, type TestHub } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';
import {
  eventually,
  freePort,
  hubEnvironment,
  type Process,
  startHub,
  startProcess,
} from '../../support/processes.ts';
import { letSignIn, to } from '../../support/publish.ts';

const ANN = 'north-grid/ann';
const MARKINGS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const satisfies readonly Tlp[];
const PLACES = ['headline', 'summary', 'action', 'contact'] as const;
const canary = (marking: Tlp, place: string): string => `canary${MARKINGS.indexOf(marking as never)}${place}`;
const canariesOf = (...markings: readonly Tlp[]): string[] =>
  markings.flatMap((marking) => PLACES.map((place) => canary(marking, place)));
const ALL = canariesOf(...MARKINGS);
const ABOVE = canariesOf('AMBER', 'AMBER+STRICT', 'RED');
/** What the thin form and clear mail may not say above GREEN, besides. */
const TELLING = [
  CAST.cyberAgency.slug,
  CAST.cyberAgency.name,
  'energy',
  'electricity',
  'TLP:',
  '"tlp"',
  'SEVERE',
];
const inText = (text: string, words: readonly string[]): string[] =>
  words.filter((word) => text.toLowerCase().includes(word.toLowerCase()));
const ADDRESSES = ['desk@north.example', 'ann@north.example', 'daily@south.example'];

let world: TestHub;
let server: MailServer;
let receiver: Receiver;
let hub: Process;
let worker: Process;
let folder: string;
let urls: { readonly hub: string; readonly worker: string };
const endpoints = new Map<string, Endpoint>();
/** The marking of each warning. */
const warnings = new Map<string, Tlp>();
const passed: string[] = [];
const secrets: string[] = [];
let watched: Redis;

const plant = async (name: string, of: CastName, changes: Partial<Endpoint>): Promise<Endpoint> => {
  const planted = await plantEndpoint(world, of, { label: name, ...changes });
  endpoints.set(name, planted);
  if (planted.channel === 'MAIL') return planted;
  const { row } = good(await freshSecret(world.hub, planted.id, name === 'thin' ? 'ED25519' : 'HMAC'));
  const signing = { ...row, createdAt: world.hub.clock.now() };
  await world.hub.database.transaction((session) => world.hub.endpointSecrets.put(signing, session));
  return planted;
};

const plantAll = async (): Promise<void> => {
  const hook = (path: string, changes: Partial<Endpoint>) =>
    plant(path, 'northGrid', { address: receiver.url(`/${path}`), ...changes });
  await hook('thin', {});
  await hook('low', { form: 'FULL', ceiling: 'GREEN' });
  await hook('full', { form: 'FULL', ceiling: 'AMBER' });
  await hook('broken', {});
  receiver.behaviours.set('/broken', (_, response, { body }) => response.writeHead(500).end(body));
  const mail = { channel: 'MAIL', form: 'FULL', ceiling: 'AMBER' } as const;
  await plant('desk', 'northGrid', { ...mail, address: 'desk@north.example' });
  await letSignIn(world, ANN);
  const own = { person: personIdOf(ANN), ceiling: 'RED', address: 'ann@north.example' } as const;
  await plant('ann', 'northGrid', { ...mail, ...own });
  const daily = await plant('daily', 'southGrid', { ...mail, address: 'daily@south.example' });
  const machine = await world.actor('southGrid', 'integrator', null);
  good(await createSubscription(world.hub, machine, { name: 'All', endpoint: daily.id, hour: 12 }));
  const admin = await world.actor('northGrid', 'member-admin');
  const rotation = { overlapHours: 24, kind: 'HMAC' } as const;
  good(await rotateSecret(world.hub, admin, endpoints.get('low')?.id ?? '', rotation));
  const opened = await openedSecrets(world.hub, await world.hub.endpointSecrets.all());
  for (const { secret } of opened) secrets.push(secret, Buffer.from(secret, 'base64').toString('hex'));
};

const publish = async (marking: Tlp, changes: Partial<WarningDraft> = {}): Promise<string> => {
  const word = (place: (typeof PLACES)[number]): string => `Look, ${canary(marking, place)}`;
  const isRed = marking === 'RED';
  const request = draft({
    marking,
    headline: word('headline'),
    summary: word('summary'),
    actions: [{ text: word('action'), by: null }],
    contacts: [{ name: word('contact'), number: '+999 1 555 0100', hours: '24x7' }],
    sectorsConcerned: ['energy/electricity'],
    audience: isRed ? { alternatives: [{ persons: [ANN] }], excludes: [] } : to('northGrid', 'southGrid'),
    ...changes,
  });
  const { warning } = good(await publishWarning(world.hub, await world.actor('cyberAgency'), request));
  warnings.set(warning, marking);
  return warning;
};

const sent = (name: string, of: object): Promise<number> =>
  world.hub.channelDeliveries.rows.countDocuments({
    ...of,
    endpoint: endpoints.get(name)?.id ?? '',
    state: 'SENT',
  });

/** A reminder, and a digest of what waited for tomorrow. */
const tellLater = async (asked: string): Promise<void> => {
  const desk = endpoints.get('desk');
  if (desk === undefined) throw new Error('it is planted');
  const now = world.hub.clock.now();
  const delivery = deliveryId(asked, 1, CAST.northGrid.id, 'FEED');
  const about = { warning: asked, version: 1, exercise: null };
  const reminder = { occasion: 'REMINDER', key: 'half', dueAt: now, isUrgent: true, about } as const;
  await world.hub.channelDeliveries.ensure([
    newMessage(desk, { ...reminder, details: { delivery, step: 'HALF' } }, now),
  ]);
  const tomorrow = { now: () => new Date(now.getTime() + 30 * 3_600_000) };
  expect(await gatherDigests({ ...world.hub, clock: tomorrow })).toBe(1);
  await world.hub.channelDeliveries.rows.updateMany({ occasion: 'DIGEST' }, { $set: { nextAt: now } });
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-clear-'));
  const authority = makeAuthority();
  [server, receiver, world] = [await openMailServer(), await openReceiver(authority), await openTestHub()];
  await allowThisMachine({ hub: world.hub, receiver });
  await plantAll();
  watched = await new Redis(world.redisUrl).monitor();
  watched.on('monitor', (_: string, args: readonly string[]) => passed.push(args.join(' ')));
  writeFileSync(join(folder, 'ca.pem'), authority.ca);
  const workerPort = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...(await hubEnvironment(world)),
    TOCSIN_DATA: join(folder, 'data'),
    TOCSIN_SECRETS_KEY: TEST_SECRETS_KEY,
    TOCSIN_SMTP_URL: server.url,
    TOCSIN_OUTBOUND_CA: join(folder, 'ca.pem'),
    TOCSIN_WORKER_PORT: String(workerPort),
  };
  urls = { hub: String(env['TOCSIN_URL']), worker: `http://127.0.0.1:${workerPort}` };
  worker = startProcess('workers/main.ts', env);
  hub = await startHub(env);
  await worker.saw('the worker is ready');
  let red = '';
  for (const marking of MARKINGS) red = await publish(marking);
  const later = { urgency: 'EXPECTED', severity: 'MODERATE' } as const;
  for (const marking of ['GREEN', 'AMBER'] as const) await publish(marking, later);
  const asked = await publish('AMBER', {
    ...later,
    level: 'RECOMMENDATION',
    answerBy: new Date(Date.now() + 3_600_000).toISOString(),
  });
  await eventually('all that is not RED went to the member', async () => {
    const of = { occasion: 'WARNING' };
    const counts = await Promise.all(['thin', 'low', 'full', 'desk'].map((name) => sent(name, of)));
    return counts.every((count) => count === 7);
  });
  await eventually('what is RED went to Ann', async () => (await sent('ann', { warning: red })) === 1);
  await eventually('one receiver failed, and a digest has what to bring', async () => {
    const { rows } = world.hub.channelDeliveries;
    const failed = await rows.countDocuments({ cause: 'ENDPOINT_FAILED' });
    return failed > 0 && (await rows.countDocuments({ state: 'GATHERED' })) >= 2;
  });
  await tellLater(asked);
  await eventually(
    'reminder and digest came',
    async () =>
      (await sent('desk', { occasion: 'REMINDER' })) === 1 &&
      (await sent('daily', { occasion: 'DIGEST' })) === 1,
  );
}, 120_000);
afterAll(async () => {
  await Promise.all([hub?.kill(), worker?.kill()]);
  watched.disconnect();
  await receiver.close();
  await world.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What left the worker, with the marking of its warning; null for a digest. */
const left = async (): Promise<
  { readonly to: string; readonly tlp: Tlp | null; readonly text: string }[]
> => {
  const rows = await world.hub.channelDeliveries.rows.find().toArray();
  const byDelivery = new Map(rows.map((row) => [row._id, warnings.get(row.warning ?? '') ?? null]));
  return [
    ...server.mails.map(({ to: address, raw, headers }) => ({
      to: address,
      tlp: byDelivery.get(headers['x-tocsin-delivery'] ?? '') ?? null,
      text: raw,
    })),
    ...receiver.got.map(({ path, id, body, headers }) => ({
      to: path,
      tlp: byDelivery.get(id) ?? null,
      text: `${JSON.stringify(headers)}\n${body}`,
    })),
  ];
};

/** What left for a warning above GREEN, but to the webhook that may carry it. */
const leftAbove = async () =>
  (await left()).filter(({ to: name, tlp }) => name !== '/full' && tlp !== null && !isAtMost(tlp, 'GREEN'));

test('each marking left by each way, and the full form carries what its ceiling allows', async () => {
  const all = await left();
  for (const name of ['desk@north.example', '/thin', '/low', '/full'])
    expect([name, new Set(all.filter((each) => each.to === name).map(({ tlp }) => tlp))]).toEqual([
      name,
      new Set(MARKINGS.filter((marking) => marking !== 'RED')),
    ]);
  const full = all.filter((each) => each.to === '/full').map(({ text }) => text);
  expect(inText(full.join('\n'), canariesOf('AMBER')).sort()).toEqual(canariesOf('AMBER').sort());
  const mails = all.filter((each) => each.to === 'desk@north.example').map(({ text }) => text);
  expect(inText(mails.join('\n'), canariesOf('GREEN'))).toContain(canary('GREEN', 'headline'));
});

test('above GREEN clear mail and thin webhooks say that something waits, and nothing else', async () => {
  const clear = (await left()).filter(({ to: name }) => name !== '/full');
  expect(inText(clear.map(({ text }) => text).join('\n'), ABOVE)).toEqual([]);
  const above = await leftAbove();
  expect(above.some(({ to: name }) => name === 'ann@north.example')).toBe(true);
  for (const { text } of above) expect(inText(text, TELLING)).toEqual([]);
  const [digest] = clear.filter(({ to: name, tlp }) => name === 'daily@south.example' && tlp === null);
  expect(inText(digest?.text ?? '', canariesOf('GREEN'))).toContain(canary('GREEN', 'headline'));
  expect(digest?.text).toContain('More waits for you. Sign in to read it:');
});

test('links above GREEN name ids alone, and show nothing without signing in', async () => {
  const texts = (await leftAbove()).map(({ text }) => text.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '='));
  const links = new Set(texts.flatMap((text) => text.match(/http:\/\/localhost[^\s"<>]*/g) ?? []));
  const forms = /^\/(?:warning\/warning--[0-9a-f-]{36}|unsubscribe\/[0-9a-f-]{36}\.[\w-]+|answer|)$/;
  const shown: string[] = [];
  for (const link of links) {
    const { pathname, search } = new URL(link);
    expect(pathname).toMatch(forms);
    shown.push(await (await fetch(`${urls.hub}${pathname}${search}`)).text());
  }
  expect(shown.length).toBeGreaterThan(5);
  expect([...links].some((link) => link.includes('/answer?link='))).toBe(true);
  expect(inText(shown.join('\n'), ABOVE)).toEqual([]);
});

/** Texts that no log, metric or job may have. */
const forbidden = async (): Promise<string[]> => [
  ...ALL,
  ...ADDRESSES,
  ...secrets,
  ...server.mails.flatMap(({ raw }) => raw.match(/link=[\w-]{40}/g) ?? []),
  `127.0.0.1:${receiver.port}`,
];

test('neither logs nor Redis hold any of it, nor a secret or an address', async () => {
  const words = await forbidden();
  expect([hub, worker].every((each) => each.said().length > 0)).toBe(true);
  expect(inText([...hub.said(), ...worker.said()].join('\n'), words)).toEqual([]);
  const ours = passed.filter((command) => command.includes(world.database));
  expect(ours.length).toBeGreaterThan(0);
  expect(inText(passed.join('\n'), words)).toEqual([]);
  const redis = new Redis(world.redisUrl);
  const keys = await redis.keys('*');
  expect(inText(keys.join('\n'), words)).toEqual([]);
  for (const key of keys) {
    const value = (await redis.dumpBuffer(key)) ?? Buffer.alloc(0);
    expect([key, inText(value.toString('latin1'), words)]).toEqual([key, []]);
  }
  await redis.quit();
});

test('metrics count them, and name nobody', async () => {
  const token = await world.token('energyCentre', 'hub-operator', null);
  const headers = { authorization: `Bearer ${token}` };
  const read = async (url: string): Promise<string> => {
    // A process that does not know the key yet answers 401.
    await eventually('it lets the key in', async () => (await fetch(`${url}/metrics`, { headers })).ok);
    return (await fetch(`${url}/metrics`, { headers })).text();
  };
  const [ofHub, ofWorker] = await Promise.all([read(urls.hub), read(urls.worker)]);
  const names = Object.values(CAST).flatMap(({ slug, id }) => [slug, id]);
  expect(inText(`${ofHub}\n${ofWorker}`, [...(await forbidden()), ...names, 'endpoint--'])).toEqual([]);
  const value = (sample: string): number => Number(ofWorker.split(`${sample} `)[1]?.split('\n')[0]);
  const total = 'tocsin_channel_deliveries_total';
  expect(value(`${total}{channel="WEBHOOK",end="sent",failure="none"}`)).toBeGreaterThanOrEqual(21);
  expect(value(`${total}{channel="MAIL",end="sent",failure="none"}`)).toBeGreaterThanOrEqual(8);
  expect(value(`${total}{channel="WEBHOOK",end="retrying",failure="refused"}`)).toBeGreaterThan(0);
  expect(value('tocsin_endpoint_secrets{state="sealed"}')).toBe(5);
  expect(value('tocsin_endpoint_secrets{state="clear"}')).toBe(0);
  expect(value('tocsin_endpoints{channel="MAIL",state="active"}')).toBe(3);
});

test('no collection holds a secret of a webhook as it signs', async () => {
  const db = world.hub.database.native();
  const names = (await db.listCollections().toArray()).map(({ name }) => name);
  expect(names).toContain('endpoint_secrets');
  expect(secrets.length).toBe(10);
  for (const name of names) {
    const texts = JSON.stringify(await db.collection(name).find().toArray());
    expect([name, inText(texts, secrets).length]).toEqual([name, 0]);
  }
});
