// What a receiver says counts from its status on; and an address is one endpoint however it is written.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addWebhook, type WebhookDraft } from '../../../src/service/channel/endpoint/add-endpoint.ts';
import { drainChannels } from '../../../workers/delivery/channels.ts';
import type { CastName } from '../../support/cast.ts';
import { allowThisMachine, type ChannelWorld, openChannelWorld } from '../../support/channels/world.ts';
import { codes, good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';

let world: ChannelWorld;
beforeAll(async () => {
  world = await openChannelWorld();
  await allowThisMachine(world);
});
afterAll(() => world.close());

const register = async (of: CastName, address: string) => {
  const draft: WebhookDraft = {
    address,
    label: 'receiver',
    form: 'THIN',
    ceiling: 'AMBER',
    signature: 'HMAC',
  };
  const added = await addWebhook(world.hub, await world.actor(of, 'member-admin'), draft);
  await world.drain();
  return added;
};

test.each([
  [200, 'SENT'],
  [503, 'RETRYING'],
])('%i counts, also where its connection breaks within the body', async (status, state) => {
  const path = `/cut-${status}`;
  const { endpoint } = good(await register('northGrid', world.receiver.url(path)));
  world.receiver.behaviours.set(path, (_request, response) => {
    response.writeHead(status, { 'content-length': '100' });
    response.write('ok');
    setTimeout(() => response.destroy(), 20);
  });
  await publishBy(world, 'cyberAgency', { marking: 'GREEN', audience: to('northGrid') });
  await drainChannels(world.hub);
  const rows = await world.hub.channelDeliveries.rows
    .find({ endpoint: endpoint.id, occasion: 'WARNING' })
    .toArray();
  expect(rows.map((row) => row.state)).toEqual([state]);
  const attempts = await world.hub.attempts.listed(rows.map(({ _id }) => _id));
  expect(attempts.map((each) => each.status)).toEqual([status]);
  world.receiver.behaviours.delete(path);
});

test('an address is one endpoint, however it is written', async () => {
  const { port } = world.receiver;
  const at = (host: string, path: string): string => `https://${host}:${port}${path}`;
  good(await register('southGrid', at('127.0.0.1', '/same')));
  const same = ['/same?', '/same#', '/same?#', '/sam%65', '/./same', '/%73ame'];
  for (const path of same)
    expect([path, codes(await register('southGrid', at('127.0.0.1', path)))]).toEqual([
      path,
      ['ADDRESS_KNOWN $.address'],
    ]);
  expect(codes(await register('southGrid', at('127.1', '/same')))).toEqual(['ADDRESS_KNOWN $.address']);
  for (const path of ['/same/', '//same', '/same?x', '/same%2F', '/SAME'])
    expect([path, (await register('southGrid', at('127.0.0.1', path))).ok]).toEqual([path, true]);
  expect(codes(await register('southGrid', at('127.0.0.1', '/same%2f')))).toEqual([
    'ADDRESS_KNOWN $.address',
  ]);
});
