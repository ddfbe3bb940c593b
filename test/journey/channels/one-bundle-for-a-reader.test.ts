// The endpoints of one reader get the same bundle, which a turn reads once; each under an id of its own, and as its ceiling allows.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import { addWebhook } from '../../../src/service/channel/endpoint/add-endpoint.ts';
import { drainChannels } from '../../../workers/delivery/channels.ts';
import type { CastName } from '../../support/cast.ts';
import { allowThisMachine, type ChannelWorld, openChannelWorld } from '../../support/channels/world.ts';
import { bundleOf, made } from '../../support/objects.ts';
import { good } from '../../support/outcome.ts';
import { publishBy, to } from '../../support/publish.ts';

let world: ChannelWorld;
beforeAll(async () => {
  world = await openChannelWorld();
  await allowThisMachine(world);
});
afterAll(() => world.close());

const register = async (of: CastName, path: string, ceiling: 'AMBER' | 'GREEN') => {
  const draft = { address: world.receiver.url(path), label: path, form: 'FULL', signature: 'HMAC' } as const;
  good(await addWebhook(world.hub, await world.actor(of, 'member-admin'), { ...draft, ceiling }));
  await world.drain();
};

type Bundle = { readonly id: string; readonly objects: readonly { readonly name?: string }[] };

const lastAt = (path: string): Bundle => {
  const bundle = world.receiver.at(path).at(-1)?.json.data['bundle'];
  if (bundle === undefined) throw new Error(`a bundle at ${path}`);
  return bundle as Bundle;
};

const namesIn = ({ objects }: Bundle): string[] =>
  objects.flatMap(({ name }) => (name?.startsWith('CVE-') ? [name] : [])).sort();

test('two endpoints of a reader get what was read once; a lower ceiling and another member are asked for', async () => {
  await register('northGrid', '/one', 'AMBER');
  await register('northGrid', '/two', 'AMBER');
  await register('northGrid', '/low', 'GREEN');
  await register('southGrid', '/south', 'AMBER');
  const warning = await publishBy(world, 'cyberAgency', {
    marking: 'GREEN',
    audience: to('northGrid', 'southGrid'),
    bundle: bundleOf(
      made('vulnerability', { name: 'CVE-2026-4001' }),
      made('vulnerability', { name: 'CVE-2026-4002', object_marking_refs: [TLP2_MARKING_IDS.AMBER] }),
    ),
  });
  const sent = await world.hub.channelDeliveries.rows.find({ warning }).toArray();
  expect(sent.map(({ state }) => state)).toEqual(['SENT', 'SENT', 'SENT', 'SENT']);
  // All of them once more, in one turn.
  await world.hub.channelDeliveries.retry(
    sent.map(({ _id }) => _id),
    world.hub.clock.now(),
  );
  const { ofWarning } = world.hub.objects;
  let reads = 0;
  const counted = (...of: Parameters<typeof ofWarning>): ReturnType<typeof ofWarning> => {
    reads += 1;
    return ofWarning(...of);
  };
  await drainChannels({ ...world.hub, objects: { ...world.hub.objects, ofWarning: counted } });
  expect(reads).toBe(3);
  const bundles = ['/one', '/two', '/low', '/south'].map(lastAt);
  expect(world.receiver.at('/one')).toHaveLength(2);
  expect(new Set(bundles.map(({ id }) => id)).size).toBe(4);
  const [one, two, low, south] = bundles.map(namesIn);
  expect([one, two, south]).toEqual(Array.from({ length: 3 }, () => ['CVE-2026-4001', 'CVE-2026-4002']));
  expect(low).toEqual(['CVE-2026-4001']);
  expect(bundles[0]?.objects).toEqual(bundles[1]?.objects);
});
