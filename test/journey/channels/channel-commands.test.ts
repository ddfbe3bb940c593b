// Endpoints by command and GraphQL: what an owner sees, what a publisher sees of them, and the private range that two operators
// allow before anything goes there.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import type { Actor } from '../../../src/domain/member.ts';
import { openOutbound } from '../../../src/outside/outbound/outbound.ts';
import { approve } from '../../../src/service/approval/decide-proposal.ts';
import { propose } from '../../../src/service/approval/propose.ts';
import { addMailAddress, addWebhook } from '../../../src/service/channel/endpoint/add-endpoint.ts';
import { removeEndpoint } from '../../../src/service/channel/endpoint/change-endpoint.ts';
import { newVersionDelivery } from '../../../src/service/channel/new-channel-delivery.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { makeAuthority, openReceiver, type Receiver } from '../../support/channels/receiver.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { codes, good } from '../../support/outcome.ts';
import { startProcess } from '../../support/processes.ts';
import { publishBy, to } from '../../support/publish.ts';

let endpoint: TestEndpoint;
let receiver: Receiver;
let key: string;
beforeAll(async () => {
  const authority = makeAuthority();
  receiver = await openReceiver(authority);
  const mail = { url: null, from: 'Tocsin <hub@hub.example>', bounces: null };
  const resolve = async (): Promise<readonly string[]> => ['127.0.0.1'];
  endpoint = await openTestEndpoint({ outbound: openOutbound({ mail, ca: authority.ca, resolve }) });
  key = await endpoint.token('northGrid', 'member-admin');
  await endpoint.drain();
});
afterAll(async () => {
  await receiver.close();
  await endpoint.close();
});

const tocsin = async (...args: string[]) => {
  const environment = { TOCSIN_KEY: key, TOCSIN_URL: endpoint.url, NO_COLOR: '1' };
  const program = startProcess('src/cli/main.ts', environment, args);
  const code = await program.ended();
  return { code, said: program.said().join('\n') };
};

const operator = async (person: string): Promise<Actor> => {
  await endpoint.token('cyberAgency', 'hub-operator');
  const actor = await endpoint.actor('cyberAgency', 'hub-operator');
  return { ...actor, person: personIdOf(person), via: { way: 'PASSKEY', range: null } };
};

const webhook = { label: 'siem', form: 'THIN', ceiling: 'GREEN', signature: 'HMAC' } as const;

test('nothing goes to a private range before two operators allowed it', async () => {
  const { hub } = endpoint;
  const admin = await endpoint.actor('northGrid', 'member-admin');
  const address = receiver.url('/siem', 'hooks.example');
  const add = () => addWebhook(hub, admin, { ...webhook, address });
  expect(codes(await add())).toEqual(['ADDRESS_NOT_PUBLIC $.address']);
  for (const wrong of ['http://hooks.example/', 'https://user:word@hooks.example/', 'ftp://x', 'https://'])
    expect(codes(await addWebhook(hub, admin, { ...webhook, address: wrong }))).toEqual([
      'ADDRESS_NOT_USABLE $.address',
    ]);
  expect(
    codes(await addWebhook(hub, await endpoint.actor('northGrid', 'analyst'), { ...webhook, address })),
  ).toEqual(['ROLE_MAY_NOT $']);

  const [ann, bea] = [await operator('cyber-agency/ann'), await operator('cyber-agency/bea')];
  const ask = (range: string) =>
    propose(hub, ann, { kind: 'ALLOW_RANGE', payload: { range, ports: [receiver.port] }, note: 'Our plant' });
  expect(codes(await ask('169.254.0.0/16'))).toEqual(['RANGE_NOT_ALLOWABLE $.payload.range']);
  const proposal = good(await ask('127.0.0.0/8'));
  expect(codes(await add())).toEqual(['ADDRESS_NOT_PUBLIC $.address']);
  good(await approve(hub, bea, proposal.id));
  expect(codes(await add())).toEqual([]);
  await endpoint.drain();
  const once = `mutation($input: AddWebhookInput!) { addWebhook(input: $input) {
    endpoint { endpointId } secret refusals { code path } } }`;
  const sent = async (named: string) => {
    const input = { address: receiver.url('/once', 'hooks.example'), label: 'once', ceiling: 'GREEN' };
    const answer = await endpoint.ask(key, once, { input }, { 'idempotency-key': named });
    return answer.body.data.addWebhook;
  };
  const first = await sent('one');
  expect(first).toMatchObject({ secret: expect.stringMatching(/^whsec_/), refusals: [] });
  expect(await sent('one')).toEqual(first);
  expect((await sent('two')).refusals).toEqual([{ code: 'ADDRESS_KNOWN', path: '$.address' }]);
  const { endpointId } = first.endpoint;
  good(await removeEndpoint(hub, admin, endpointId));
  const query = '{ allowedRanges { range ports } }';
  const asked = async (token: string) => (await endpoint.ask(token, query)).body.data.allowedRanges;
  expect(await asked(key)).toEqual([]);
  expect(await asked(await endpoint.token('cyberAgency', 'hub-operator'))).toEqual([
    { range: '127.0.0.0/8', ports: [receiver.port] },
  ]);
  expect(receiver.got.map(({ path, json }) => [path, json.type])).toEqual([['/siem', 'endpoint.challenge']]);
});

/** Neither an id nor an endpoint. */
const isRefused = async (): Promise<void> => {
  const neither =
    'mutation($input: RetryDeliveriesInput!) { retryDeliveries(input: $input) { retried refusals { code path } } }';
  expect((await endpoint.ask(key, neither, { input: {} })).body.data.retryDeliveries.refusals).toEqual([
    { code: 'ENDPOINT_UNKNOWN', path: '$.endpoint' },
  ]);
};

/** The publisher sees channel, state and class, under the member's name, and nothing of where it went. */
const seenByPublisher = async (warning: string, deliveryId: string): Promise<void> => {
  const query = `query($id: ID!) { warning(id: $id) { deliveries { edges { node {
    member { slug } channels { deliveryId channel state failure sentAt } } } } } }`;
  const publisher = await endpoint.token('cyberAgency', 'publisher');
  const { data } = (await endpoint.ask(publisher, query, { id: warning })).body;
  const reached = data.warning.deliveries.edges.find(
    ({ node }: { node: { member: { slug: string } } }) => node.member.slug === 'north-grid',
  ).node.channels;
  expect(reached.map(({ sentAt: _, ...each }: { sentAt: string }) => each)).toEqual(
    expect.arrayContaining([{ deliveryId, channel: 'WEBHOOK', state: 'SENT', failure: null }]),
  );
  expect(JSON.stringify(data)).not.toContain('hooks.example');
  const single = 'query($id: ID!) { channelDelivery(id: $id) { state } }';
  expect((await endpoint.ask(publisher, single, { id: deliveryId })).body.data.channelDelivery).toBeNull();
};

test('its publisher is told where it sees a part of the endpoints of a member', async () => {
  const plant = (from: number, to: number) =>
    Promise.all(
      Array.from({ length: to - from }, (_, at) =>
        plantEndpoint(endpoint, 'riverWater', { channel: 'MAIL', address: `desk-${from + at}@mail.example` }),
      ),
    );
  const query = `query($id: ID!) { warning(id: $id) { deliveries { edges { node {
    channels { deliveryId } hasMoreChannels } } } } }`;
  const publisher = await endpoint.token('cyberAgency', 'publisher');
  const seen = async () => {
    const id = await publishBy(endpoint, 'cyberAgency', { audience: to('riverWater') });
    const { data } = (await endpoint.ask(publisher, query, { id })).body;
    const [{ node }] = data.warning.deliveries.edges;
    return [node.channels.length, node.hasMoreChannels];
  };
  await plant(0, 20);
  expect(await seen()).toEqual([20, false]);
  await plant(20, 21);
  expect(await seen()).toEqual([20, true]);
});

test('an owner sees its endpoints and their log by command, and tries again by id and by range', async () => {
  const listed = await tocsin('channel', 'list', '--json');
  const { endpointId, state } = JSON.parse(listed.said.split('\n')[0] ?? '{}');
  expect(state).toBe('ACTIVE');
  const ways = await tocsin('channel', 'ways');
  expect(ways.said).toMatch(/feed +(?:yes|no)/);
  expect(ways.said).toMatch(/webhook +yes/);
  expect(ways.said).toContain('Your organisation counts as reached until');
  const added = await tocsin(
    'channel',
    'add-webhook',
    receiver.url('/second'),
    '--label',
    'second',
    '--json',
  );
  expect(JSON.parse(added.said)).toMatchObject({
    secret: expect.stringMatching(/^whsec_/),
    endpoint: { state: 'UNPROVED' },
  });
  const warning = await publishBy(endpoint, 'cyberAgency', { audience: to('northGrid') });
  const log = await tocsin('delivery', 'list', endpointId);
  expect(log.said).toContain(`${warning} v1`);
  const json = (await tocsin('delivery', 'list', endpointId, '--state', 'sent', '--json')).said.split('\n');
  const row = json.map((line) => JSON.parse(line)).find((each) => each.warning === warning);
  const shown = await tocsin('delivery', 'show', row.deliveryId);
  expect(shown.said).toContain('Attempt 1');
  expect(shown.said).toContain('warning.published');
  expect((await tocsin('delivery', 'retry', row.deliveryId)).said).toContain('1 delivery is tried again');
  await endpoint.drain();
  const again = await tocsin(
    'delivery',
    'retry',
    '--endpoint',
    endpointId,
    '--state',
    'sent',
    '--from',
    '1h',
    '--json',
  );
  expect(JSON.parse(again.said)).toMatchObject({ retried: 2, refusals: [] });
  await endpoint.drain();
  expect(receiver.at('/siem').map(({ id }) => id)).toEqual([row.deliveryId, row.deliveryId, row.deliveryId]);
  expect(await tocsin('delivery', 'retry')).toMatchObject({ code: 2 });
  await isRefused();
  await seenByPublisher(warning, row.deliveryId);
});

test('an owner changes, pauses, rotates, tests and removes by command', async () => {
  const [, second] = (await tocsin('channel', 'list', '--json')).said
    .split('\n')
    .map((line) => JSON.parse(line));
  const id = second.endpointId;
  expect(
    (
      await tocsin(
        'channel',
        'change',
        id,
        '--form',
        'full',
        '--ceiling',
        'amber',
        '--label',
        'desk',
        '--json',
      )
    ).said,
  ).toContain('"form":"FULL"');
  expect((await tocsin('channel', 'pause', id)).said).toContain('paused');
  expect((await tocsin('channel', 'resume', id)).said).toContain('active');
  expect((await tocsin('channel', 'rotate', id, '--signature', 'ed25519')).said).toContain('whpk_');
  expect((await tocsin('channel', 'test', id)).said).toContain('delivery--');
  expect((await tocsin('channel', 'challenge', id)).code).toBe(0);
  expect((await tocsin('channel', 'remove', id)).said).toContain('It is removed.');
  expect((await tocsin('channel', 'test', id)).said).toContain('NOT_FOUND');
  const mail = await tocsin(
    'channel',
    'add-mail',
    'desk@north.example',
    '--label',
    'desk',
    '--member',
    '--json',
  );
  const { endpoint: made } = JSON.parse(mail.said);
  expect((await tocsin('channel', 'prove', made.endpointId, 'AAAA-BBBB-CCCC-DDDD')).said).toContain(
    'ENDPOINT_CODE_WRONG',
  );
  // This hub has no mail server.
  await endpoint.drain();
  const [row] = await endpoint.hub.channelDeliveries.rows.find({ endpoint: made.endpointId }).toArray();
  expect(row).toMatchObject({ state: 'RETRYING', cause: 'MAIL_NOT_CONFIGURED' });
});

test('what cannot be made or is not there any more ends with its cause', async () => {
  const { hub } = endpoint;
  const at = hub.clock.now();
  const version = {
    warning: 'warning--00000000-0000-4000-8000-000000000000',
    version: 1,
    exercise: null,
    isUrgent: false,
  };
  const target = await plantEndpoint(endpoint, 'southGrid', { address: receiver.url('/x') });
  const gone = newVersionDelivery(target, version, { at, gathering: null });
  const off = await plantEndpoint(endpoint, 'southGrid', {
    address: receiver.url('/y'),
    state: 'DISABLED',
    cause: 'FAILING',
  });
  const inactive = newVersionDelivery(off, version, { at, gathering: null });
  const private_ = await plantEndpoint(endpoint, 'southGrid', { address: 'https://10.0.0.1/' });
  const warning = await publishBy(endpoint, 'cyberAgency', { audience: to('southGrid') });
  await hub.channelDeliveries.ensure([gone, inactive]);
  const broken = await plantEndpoint(endpoint, 'riverWater', { address: 'no address' });
  await publishBy(endpoint, 'cyberAgency', { audience: to('riverWater') });
  const causeOf = async (filter: object) => (await hub.channelDeliveries.rows.findOne(filter))?.cause;
  expect(await causeOf({ _id: gone._id })).toBe('WARNING_GONE');
  expect(await causeOf({ _id: inactive._id })).toBe('ENDPOINT_NOT_ACTIVE');
  expect(await causeOf({ endpoint: private_.id, warning })).toBe('ENDPOINT_ADDRESS_REFUSED');
  expect(await causeOf({ endpoint: broken.id })).toBe('DELIVERY_BROKEN');
  const admin = await endpoint.actor('northGrid', 'member-admin');
  const label = 'x'.repeat(81);
  const mail = {
    address: 'a@b.example',
    form: 'FULL',
    ceiling: 'GREEN',
    isOwn: false,
    certificate: null,
  } as const;
  expect(codes(await addMailAddress(hub, admin, { ...mail, label }))).toEqual(['TEXT_TOO_LONG $.label']);
});
