// Webhooks as a customer's engineer meets them: registered, proved, signed, retried, slowed, disabled, replayed, and their log.
import { createHmac, createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import { keyIdIn, openSecrets } from '../../../src/outside/secrets.ts';
import { addWebhook, type WebhookDraft } from '../../../src/service/channel/endpoint/add-endpoint.ts';
import {
  challengeEndpoint,
  changeEndpoint,
  listEndpoints,
  removeEndpoint,
  rotateSecret,
  testEndpoint,
} from '../../../src/service/channel/endpoint/change-endpoint.ts';
import { openedSecrets } from '../../../src/service/channel/endpoint/secrets.ts';
import { attemptsOf, readLog, readLogged, textsOf } from '../../../src/service/channel/log/read-log.ts';
import { retryDeliveries } from '../../../src/service/channel/log/retry-deliveries.ts';
import { sealStored } from '../../../src/service/secret/reseal-secrets.ts';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { KEPT_ATTEMPTS } from '../../../src/store/delivery/attempts.ts';
import { drainChannels } from '../../../workers/delivery/channels.ts';
import type { CastName } from '../../support/cast.ts';
import { isSigned, isVerified } from '../../support/channels/receiver.ts';
import { allowThisMachine, type ChannelWorld, openChannelWorld } from '../../support/channels/world.ts';
import { codes, good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';

let world: ChannelWorld;
beforeAll(async () => {
  world = await openChannelWorld();
  await allowThisMachine(world);
});
afterAll(() => world.close());

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

const admin = (of: CastName) => world.actor(of, 'member-admin');

const register = async (of: CastName, path: string, changes: Partial<WebhookDraft> = {}) => {
  const draft: WebhookDraft = {
    address: world.receiver.url(path),
    label: path,
    form: 'THIN',
    ceiling: 'AMBER',
    signature: 'HMAC',
    ...changes,
  };
  const added = good(await addWebhook(world.hub, await admin(of), draft));
  await world.drain();
  return { id: added.endpoint.id, secret: added.secret?.value ?? '' };
};

const endpointOf = async (id: string): Promise<Endpoint> => {
  const found = await world.hub.endpoints.byId(id);
  if (found === null) throw new Error('no such endpoint');
  return found;
};

const rowsOf = (endpoint: string) =>
  world.hub.channelDeliveries.rows.find({ endpoint, occasion: 'WARNING' }).sort({ at: 1 }).toArray();

test('an address proves itself by its answer, and gets signed deliveries under one id', async () => {
  const { id, secret } = await register('northGrid', '/one');
  expect(await endpointOf(id)).toMatchObject({ state: 'ACTIVE', cause: null });
  const warning = await publishBy(world, 'cyberAgency', { marking: 'GREEN', audience: to('northGrid') });
  const [got, ...more] = world.receiver.at('/one');
  if (got === undefined) throw new Error('nothing came');
  expect(more).toEqual([]);
  const [row] = await rowsOf(id);
  expect(row).toMatchObject({ state: 'SENT', attempts: 1, _id: got.id });
  expect(got.json).toMatchObject({
    type: 'warning.published',
    data: {
      delivery: got.id,
      warning,
      version: 1,
      tlp: 'GREEN',
      headline: 'Exploited flaw in a substation gateway',
    },
  });
  expect(isVerified(secret, got)).toBe(true);
  expect(isVerified('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', got)).toBe(false);
  expect(isVerified(secret, { ...got, body: got.body.replace('GREEN', 'CLEAR') })).toBe(false);
});

test('an address that only repeats what it is sent, or says nothing, is not proved', async () => {
  world.receiver.behaviours.set('/echo', (_, response, { body }) => response.end(body));
  world.receiver.behaviours.set('/mute', (_, response) => response.writeHead(204).end());
  for (const path of ['/echo', '/mute']) {
    const { id } = await register('northGrid', path);
    expect((await endpointOf(id)).state).toBe('UNPROVED');
    const [challenge] = await world.hub.channelDeliveries.rows.find({ endpoint: id }).toArray();
    expect(challenge).toMatchObject({ state: 'RETRYING', cause: 'CHALLENGE_NOT_ANSWERED' });
    expect(await testEndpoint(world.hub, await admin('northGrid'), id)).toMatchObject({
      ok: false,
      problems: [{ code: 'ENDPOINT_UNPROVED' }],
    });
  }
  await publishBy(world, 'cyberAgency', { audience: to('northGrid') });
  expect([...world.receiver.at('/echo'), ...world.receiver.at('/mute')]).toEqual([]);
  // Once it answers, a new challenge proves it.
  world.receiver.behaviours.set('/mute', (_, response, { json }) =>
    response.end(String(json.data['challenge'])),
  );
  const mute = (await listEndpoints(world.hub, await admin('northGrid'))).find(
    ({ label }) => label === '/mute',
  );
  good(await challengeEndpoint(world.hub, await admin('northGrid'), mute?.id ?? ''));
  await world.drain();
  expect((await endpointOf(mute?.id ?? '')).state).toBe('ACTIVE');
});

test('two secrets sign while one is rotated, and Ed25519 is verified by its public key', async () => {
  const { id, secret } = await register('southGrid', '/rotated');
  const { secret: second } = good(
    await rotateSecret(world.hub, await admin('southGrid'), id, { overlapHours: 2, kind: 'ED25519' }),
  );
  expect(second.value).toMatch(/^whpk_/);
  good(await testEndpoint(world.hub, await admin('southGrid'), id));
  await world.drain();
  const [during] = world.receiver.at('/rotated');
  if (during === undefined) throw new Error('nothing came');
  const signatures = String(during.headers['webhook-signature']).split(' ');
  expect(signatures.map((each) => each.split(',')[0])).toEqual(['v1a', 'v1']);
  expect(isVerified(secret, during)).toBe(true);
  const x = Buffer.from(second.value.slice('whpk_'.length), 'base64').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const signed = Buffer.from(`${during.id}.${during.headers['webhook-timestamp']}.${during.body}`);
  expect(verify(null, signed, key, Buffer.from(signatures[0]?.split(',')[1] ?? '', 'base64'))).toBe(true);

  world.clock.add(3 * HOUR);
  good(await testEndpoint(world.hub, await admin('southGrid'), id));
  await world.drain();
  const after = world.receiver.at('/rotated').at(-1);
  expect(String(after?.headers['webhook-signature'])).toMatch(/^v1a,\S+$/);
  expect(
    await rotateSecret(world.hub, await admin('southGrid'), id, { overlapHours: 1_000, kind: 'HMAC' }),
  ).toMatchObject({ ok: false, problems: [{ code: 'EXPIRY_OUT_OF_RANGE', path: '$.overlapHours' }] });
  // However often it is rotated, the current one signs and the newest two before it.
  const rotation = { overlapHours: 168, kind: 'HMAC' } as const;
  const last: string[] = [];
  for (let count = 0; count < 5; count += 1) {
    world.clock.add(SECOND);
    last.unshift(good(await rotateSecret(world.hub, await admin('southGrid'), id, rotation)).secret.value);
  }
  good(await testEndpoint(world.hub, await admin('southGrid'), id));
  await world.drain();
  const many = world.receiver.at('/rotated').at(-1);
  if (many === undefined) throw new Error('nothing came');
  expect(String(many.headers['webhook-signature']).split(' ')).toHaveLength(3);
  const text = `${many.id}.${many.headers['webhook-timestamp']}.${many.body}`;
  const signs = (secret: string): boolean => {
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    return String(many.headers['webhook-signature']).includes(
      createHmac('sha256', key).update(text).digest('base64'),
    );
  };
  expect(last.map(signs)).toEqual([true, true, true, false, false]);
});

test('of a delivery the newest attempts are kept, and its texts hold no control characters', async () => {
  const { id } = await register('southGrid', '/shouts');
  world.receiver.behaviours.set('/shouts', (_, response) =>
    response.writeHead(200).end('\u0001\u001b[31mred\nline'),
  );
  good(await testEndpoint(world.hub, await admin('southGrid'), id));
  await world.drain();
  const [one] = await world.hub.attempts.rows.find({ endpoint: id, answer: /red/ }).toArray();
  if (one === undefined) throw new Error('nothing is logged');
  expect(one.answer).toBe('\uFFFD\uFFFD[31mred\nline');
  const rows = Array.from({ length: KEPT_ATTEMPTS + 5 }, (_, at) => ({
    ...one,
    _id: `more-${at}`,
    number: at + 2,
  }));
  for (const row of rows) await world.hub.attempts.append([row]);
  const kept = await world.hub.attempts.of(one.delivery, 100);
  expect(kept.map(({ number }) => number)).toEqual(
    rows
      .map(({ number }) => number)
      .slice(-KEPT_ATTEMPTS)
      .reverse(),
  );
  const other = { ...one, _id: 'other', delivery: 'delivery--other', number: 1 };
  await world.hub.attempts.append([other]);
  expect(await world.hub.attempts.of(other.delivery, 100)).toHaveLength(1);
});

test('what fails is tried again by the table, under the same id, and counts once when it is taken', async () => {
  const { id } = await register('riverWater', '/flaky');
  const answers = [500, 502, 204];
  world.receiver.behaviours.set('/flaky', (_, response) => response.writeHead(answers.shift() ?? 204).end());
  await publishBy(world, 'cyberAgency', { audience: to('riverWater') });
  const [first] = await rowsOf(id);
  expect(first).toMatchObject({ state: 'RETRYING', attempts: 1, cause: 'ENDPOINT_FAILED' });
  const wait = (first?.nextAt?.getTime() ?? 0) - world.clock.now().getTime();
  expect(wait).toBeGreaterThan(2 * SECOND);
  expect(wait).toBeLessThanOrEqual(6 * SECOND);
  await world.drain();
  expect(world.receiver.at('/flaky')).toHaveLength(1);
  world.clock.add(7 * SECOND);
  await world.drain();
  world.clock.add(40 * SECOND);
  await world.drain();
  const got = world.receiver.at('/flaky');
  expect(new Set(got.map((each) => each.id)).size).toBe(1);
  expect(got).toHaveLength(3);
  expect(await rowsOf(id)).toMatchObject([{ state: 'SENT', attempts: 3, cause: null, nextAt: null }]);
  const attempts = await world.hub.attempts.of(first?._id ?? '', 10);
  expect(attempts.map(({ status, cause }) => [status, cause])).toEqual([
    [204, null],
    [502, 'ENDPOINT_FAILED'],
    [500, 'ENDPOINT_FAILED'],
  ]);
});

test.each(['seconds', 'a date'])(
  'a receiver that is busy is left alone as long as it asks, in %s',
  async (form) => {
    const path = form === 'seconds' ? '/busy' : '/busy-until';
    const { id } = await register('metroRail', path);
    const until = new Date(world.clock.now().getTime() + 3_600 * SECOND).toUTCString();
    world.receiver.behaviours.set(path, (_, response) =>
      response.writeHead(429, { 'retry-after': form === 'seconds' ? '3600' : until }).end('slow down'),
    );
    await publishBy(world, 'cyberAgency', { audience: to('metroRail') });
    await publishBy(world, 'cyberAgency', { audience: to('metroRail') });
    // The second waits without an attempt.
    expect(world.receiver.at(path)).toHaveLength(1);
    expect((await rowsOf(id)).map(({ cause }) => cause)).toEqual(['ENDPOINT_BUSY', null]);
    world.clock.add(3_000 * SECOND);
    await world.drain();
    expect(world.receiver.at(path)).toHaveLength(1);
    world.receiver.behaviours.delete(path);
    world.clock.add(700 * SECOND);
    await world.drain();
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['SENT', 'SENT']);
  },
);

test('above GREEN the thin form says that something waits, and the full one what its ceiling allows', async () => {
  const thin = await register('northGrid', '/thin');
  const full = await register('northGrid', '/full', { form: 'FULL' });
  const low = await register('northGrid', '/low', { form: 'FULL', ceiling: 'GREEN' });
  const headline = 'Unmentionable turbine canary';
  const warning = await publishBy(world, 'cyberAgency', {
    headline,
    marking: 'AMBER',
    sectorsConcerned: ['energy/electricity'],
    audience: to('northGrid'),
  });
  for (const path of ['/thin', '/low']) {
    const [got] = world.receiver.at(path);
    expect(got?.json).toMatchObject({ type: 'warning.waiting' });
    expect(Object.keys(got?.json.data ?? {}).sort()).toEqual(['delivery', 'link', 'warning']);
    for (const word of [headline, 'cyber', 'energy', 'AMBER', 'SEVERE', 'published'])
      expect(got?.body).not.toContain(word);
  }
  const [got] = world.receiver.at('/full');
  expect(got?.json).toMatchObject({ type: 'warning.published', data: { headline, tlp: 'AMBER', warning } });
  expect(JSON.stringify(got?.json.data['bundle'])).toContain('"type":"report"');
  // RED is for named persons: to no endpoint of a member.
  await publishBy(world, 'cyberAgency', { headline, marking: 'AMBER+STRICT', audience: to('northGrid') });
  expect(world.receiver.at('/full').at(-1)?.json.type).toBe('warning.waiting');
  for (const { id } of [thin, full, low])
    expect((await rowsOf(id)).every(({ state }) => state === 'SENT')).toBe(true);
  // A higher ceiling than RED's is refused to a member.
  const draft = { label: 'x', form: 'FULL', signature: 'HMAC', address: world.receiver.url('/x') } as const;
  expect(await addWebhook(world.hub, await admin('northGrid'), { ...draft, ceiling: 'RED' })).toMatchObject({
    ok: false,
    problems: [{ code: 'CEILING_TOO_HIGH', path: '$.ceiling' }],
  });
});

test('a newer version takes the place of one that still waits, and a lost right withholds', async () => {
  const { id } = await register('xbCsirt', '/late');
  const warning = await publishBy(world, 'cyberAgency', { audience: to('xbCsirt') });
  const cancelled = await cancelWarning(world.hub, await world.actor('cyberAgency'), {
    id: warning,
    expectedVersion: 1,
    reason: 'It was a drill of the supplier.',
  });
  expect(cancelled).toMatchObject({ ok: true });
  await world.drain();
  const [first] = await rowsOf(id);
  good(await retryDeliveries(world.hub, await admin('xbCsirt'), { ids: [first?._id ?? ''] }));
  await world.drain();
  expect((await rowsOf(id)).map(({ version, state, cause }) => [version, state, cause])).toEqual([
    [1, 'CANCELLED', 'SUPERSEDED'],
    [2, 'SENT', null],
  ]);
  expect(world.receiver.at('/late').at(-1)?.json.type).toBe('warning.cancelled');

  world.receiver.behaviours.set('/late', (_, response) => response.writeHead(500).end());
  await publishBy(world, 'cyberAgency', { audience: to('xbCsirt') });
  const { member } = await admin('xbCsirt');
  await world.hub.members.save({ ...member, isActive: false, standing: 'SUSPENDED' });
  world.receiver.behaviours.delete('/late');
  world.clock.add(HOUR);
  const before = world.receiver.at('/late').length;
  await world.drain();
  expect((await rowsOf(id)).at(-1)).toMatchObject({ state: 'WITHHELD', cause: 'POLICY_NO_LONGER_ALLOWS' });
  expect(world.receiver.at('/late')).toHaveLength(before);
  await world.hub.members.save(member);
});

test('the log shows what was sent and answered, to its owner alone, and ends with its endpoint', async () => {
  const { id } = await register('northGrid', '/logged');
  world.receiver.behaviours.set('/logged', (_, response) => response.end('x'.repeat(100_000)));
  const warning = await publishBy(world, 'cyberAgency', { audience: to('northGrid') });
  const filter = { endpoint: id, states: null, from: null, until: null };
  const actor = await admin('northGrid');
  const page = good(await readLog(world.hub, actor, filter, { first: 1, after: null }));
  expect(page.hasNextPage).toBe(true);
  const next = good(
    await readLog(world.hub, actor, filter, { first: 10, after: page.deliveries[0]?.cursor ?? null }),
  );
  expect(page.deliveries[0]?.row).toMatchObject({ warning, state: 'SENT' });
  expect(next.deliveries.map(({ row }) => row.occasion)).toEqual(['CHALLENGE']);
  const logged = await readLogged(world.hub, actor, page.deliveries[0]?.row._id ?? '');
  if (logged === null) throw new Error('it is its own');
  const [attempts = []] = await attemptsOf(world.hub, actor, [logged]);
  const [texts] = await textsOf(world.hub, attempts);
  const attempt = { ...attempts[0], ...texts };
  expect(attempt).toMatchObject({ status: 200, number: 1, cause: null });
  expect(attempt?.request).toContain('Exploited flaw');
  expect(attempt?.answer).toHaveLength(16 * 1024);

  expect(await readLogged(world.hub, await admin('southGrid'), logged.row._id)).toBeNull();
  expect(await readLogged(world.hub, await world.actor('northGrid', 'analyst'), logged.row._id)).toBeNull();
  expect(await readLog(world.hub, await admin('southGrid'), filter, { first: 1, after: null })).toMatchObject(
    { ok: false, problems: [{ code: 'NOT_FOUND' }] },
  );

  good(await changeEndpoint(world.hub, actor, id, { isPaused: true }));
  await publishBy(world, 'cyberAgency', { audience: to('northGrid') });
  expect(world.receiver.at('/logged')).toHaveLength(1);
  const removed = good(await removeEndpoint(world.hub, actor, id));
  expect(removed).toMatchObject({ state: 'REMOVED', address: '', label: '' });
  expect(await world.hub.endpointSecrets.of([id])).toEqual([]);
  expect((await listEndpoints(world.hub, actor)).map((each) => each.id)).not.toContain(id);
});

test('secrets are sealed at rest, once every process that runs opens them, and sign on', async () => {
  const { hub } = world;
  const leases = hub.database.native().collection<{ _id: string; opens?: string[] }>('hub_leases');
  const runs = { confirmed: 1_000_000, expiresAt: new Date(Date.now() + 3_600_000) };
  // A worker of the release before reads what is stored, and signs by it.
  await leases.insertOne({ _id: 'an-older-worker', ...runs });
  const { id, secret } = await register('energyCentre', '/sealed');
  const stored = async () => (await hub.endpointSecrets.of([id]))[0]?.secret ?? '';
  expect(`whsec_${await stored()}`).toBe(secret);
  expect((await sealStored(hub)).waiting).toBe(1);
  expect(`whsec_${await stored()}`).toBe(secret);
  const send = async (): Promise<boolean> => {
    good(await testEndpoint(hub, await admin('energyCentre'), id));
    await world.drain();
    const got = world.receiver.at('/sealed').at(-1);
    return got !== undefined && isSigned(secret, got);
  };
  expect(await send()).toBe(true);
  // One that has another key alone counts as older; one that has the key does not.
  await leases.updateOne({ _id: 'an-older-worker' }, { $set: { opens: ['0'.repeat(12)] } });
  expect((await sealStored(hub)).waiting).toBe(1);
  const key = (await hub.secrets.current()) ?? '';
  await leases.updateOne({ _id: 'an-older-worker' }, { $set: { opens: [key] } });
  expect((await sealStored(hub)).sealed).toBe(1);
  expect(await sealStored(hub)).toEqual({ sealed: 0, lost: 0, waiting: 0 });
  expect(keyIdIn(await stored())).toBe(key);
  expect(await send()).toBe(true);
  // Who moves it to another endpoint has nothing.
  const [row] = await hub.endpointSecrets.of([id]);
  if (row === undefined) throw new Error('it is stored');
  expect(await openedSecrets(hub, [{ ...row, endpoint: 'endpoint--another' }])).toEqual([]);
});

test('without the key nothing leaves unsigned, nothing is blamed on the endpoint, and it goes once the key is there', async () => {
  const { id } = await register('energyCentre', '/locked');
  good(await testEndpoint(world.hub, await admin('energyCentre'), id));
  const other = openSecrets({ given: [Buffer.alloc(32, 9).toString('base64')], file: null });
  const before = world.receiver.at('/locked').length;
  await drainChannels({ ...world.hub, secrets: other });
  expect(world.receiver.at('/locked')).toHaveLength(before);
  expect(await endpointOf(id)).toMatchObject({ state: 'ACTIVE', failures: 0 });
  const refusal = await rotateSecret({ ...world.hub, secrets: other }, await admin('energyCentre'), id, {
    overlapHours: 1,
    kind: 'HMAC',
  });
  expect(codes(refusal)).toEqual(['SECRETS_KEY_MISSING $']);
  world.clock.add(31 * SECOND);
  await world.drain();
  expect(world.receiver.at('/locked')).toHaveLength(before + 1);
});
