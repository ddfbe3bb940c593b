// A subscription to a part of a sector is an alarm and no search: it tells what concerns the whole, and what is addressed to the
// member and names no sector. The preview says the same.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import type { Actor } from '../../../src/domain/member.ts';
import type { SubscriptionFilter } from '../../../src/domain/subscription/subscription.ts';
import { createSubscription, endSubscription } from '../../../src/service/subscription/keep-subscription.ts';
import { previewSubscription } from '../../../src/service/subscription/preview-subscription.ts';
import { drainChannels } from '../../../workers/delivery/channels.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { good } from '../../support/outcome.ts';
import { letSignIn, publishBy, to } from '../../support/publish.ts';
import { type Mailbox, openMailbox } from '../../support/subscription/mailbox.ts';

const now = new Date('2030-01-07T09:00:00.000Z');
let world: TestHub;
let mailbox: Mailbox;
let mail: Endpoint;
let ann: Actor;
const headlines = new Map<string, string>();
beforeAll(async () => {
  mailbox = openMailbox(() => now);
  world = await openTestHub({ clock: { now: () => now }, outbound: mailbox.outbound });
  await world.drain();
  await letSignIn(world, 'south-grid/ann');
  ann = await world.actor('southGrid', 'analyst', 'south-grid/ann');
  mail = await plantEndpoint(world, 'southGrid', {
    ...{ channel: 'MAIL', address: 'ann@mail.example', person: ann.person },
    ...{ form: 'FULL', ceiling: 'GREEN' },
  });
});
afterAll(() => world.close());

const CONCERNED: readonly (readonly [headline: string, sectors: readonly string[]])[] = [
  ['Of the part', ['energy/electricity']],
  ['Of the whole', ['energy']],
  ['Of the whole and another', ['health', 'energy']],
  ['Of another part', ['energy/gas']],
  ['Of another sector', ['health']],
  ['Of no sector', []],
];

/** What a subscription to these sectors tells of one of each, and what the preview says then. */
const toldOf = async (filter: SubscriptionFilter) => {
  await world.hub.channelDeliveries.rows.deleteMany({});
  const draft = { name: 'All', endpoint: mail.id, cadence: 'AT_ONCE', mostPerHour: 60, filter } as const;
  const { id } = good(await createSubscription(world.hub, ann, draft));
  const before = mailbox.mails.length;
  for (const [headline, sectorsConcerned] of CONCERNED) {
    const draft = { headline, sectorsConcerned, audience: to('southGrid') };
    headlines.set(await publishBy(world, 'northGrid', draft), headline);
  }
  await world.drain();
  await drainChannels(world.hub);
  good(await endSubscription(world.hub, ann, id));
  const told = mailbox.mails.slice(before).map(({ subject }) => subject.replace(/^.*: /, ''));
  const { endpoint: _, ...tried } = draft;
  const { messages, isPartial } = good(await previewSubscription(world.hub, ann, tried, 30));
  expect(isPartial).toBe(false);
  const previewed = messages.flatMap(({ items }) => items.map((item) => headlines.get(item) ?? ''));
  return { told: told.sort(), previewed: [...new Set(previewed)].sort() };
};

test('a part brings the whole and what names none; another part and another sector stay out', async () => {
  const found = await toldOf({ sectors: ['energy/electricity'] });
  expect(found.told).toEqual(['Of no sector', 'Of the part', 'Of the whole', 'Of the whole and another']);
  expect(found.previewed).toEqual(found.told);
});

test('the whole brings each part', async () => {
  const found = await toldOf({ sectors: ['energy'] });
  expect(found.told).toEqual([
    ...['Of another part', 'Of no sector', 'Of the part', 'Of the whole', 'Of the whole and another'],
  ]);
  expect(found.previewed).toEqual(found.told);
});

test('more sectors than the feed takes at once are previewed as they are told', async () => {
  const sectors = ['energy/electricity', 'transport/air', 'transport/rail', 'space', 'postal', 'food'];
  const more = [...sectors, 'energy/oil', 'chemical', 'research', 'culture', 'tourism'];
  const found = await toldOf({ sectors: more });
  expect(found.told).toEqual(['Of no sector', 'Of the part', 'Of the whole', 'Of the whole and another']);
  expect(found.previewed).toEqual(found.told);
});
