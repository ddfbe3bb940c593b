// An older version that waits brings the text of the newest one: only where that is asked for too.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import type { Actor } from '../../../src/domain/member.ts';
import { dispatchTargeted } from '../../../src/service/channel/dispatch-targeted.ts';
import { createSubscription } from '../../../src/service/subscription/keep-subscription.ts';
import { previewSubscription } from '../../../src/service/subscription/preview-subscription.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { drainChannels } from '../../../workers/delivery/channels.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';
import { letSignIn, publishBy, to } from '../../support/publish.ts';
import { type Mailbox, openMailbox } from '../../support/subscription/mailbox.ts';

let nowMs = Date.parse('2030-01-07T09:00:00.000Z');
const now = (): Date => new Date(nowMs);
let world: TestHub;
let mailbox: Mailbox;
let ann: Actor;
let mail: Endpoint;
let desk: Endpoint;
beforeAll(async () => {
  mailbox = openMailbox(now);
  world = await openTestHub({ clock: { now }, outbound: mailbox.outbound });
  await world.drain();
  await letSignIn(world, 'south-grid/ann');
  ann = await world.actor('southGrid', 'member-admin', 'south-grid/ann');
  const facts = { channel: 'MAIL', form: 'FULL', ceiling: 'GREEN' } as const;
  mail = await plantEndpoint(world, 'southGrid', {
    ...facts,
    address: 'ann@mail.example',
    person: ann.person,
  });
  desk = await plantEndpoint(world, 'southGrid', { ...facts, address: 'desk@mail.example' });
  for (const { id: endpoint } of [mail, desk]) {
    const filter = { severities: ['SEVERE' as const] };
    good(await createSubscription(world.hub, ann, { name: 'Severe', endpoint, cadence: 'AT_ONCE', filter }));
  }
});
afterAll(() => world.close());

/** Deliveries are made, and nothing leaves yet. */
const dispatched = async (): Promise<void> => {
  await world.drain();
  while (await dispatchTargeted(world.hub));
  nowMs += 1_000;
};
const correct = async (id: string, changes: object): Promise<void> => {
  const { kind: _, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = draft();
  const given = { ...texts, actions: [{ text: 'Look', by: null }], ...changes };
  const publisher = await world.actor('northGrid');
  good(await updateWarning(world.hub, publisher, { id, expectedVersion: 1, draft: given }));
};
const outcomes = async (warning: string) =>
  (
    await world.hub.channelDeliveries.rows.find({ warning, endpoint: mail.id }).sort({ version: 1 }).toArray()
  ).map(({ version, state, cause }) => [version, state, cause]);

test('what is not asked for any more is brought by no version that was', async () => {
  const { due } = world.hub.channelDeliveries;
  const deliveries = world.hub.channelDeliveries as { due: typeof due };
  // As where the worker that sends is away.
  deliveries.due = async () => [];
  const milder = await publishBy(world, 'northGrid', { headline: 'Milder', audience: to('southGrid') });
  const stays = await publishBy(world, 'northGrid', { headline: 'Stays', audience: to('southGrid') });
  await dispatched();
  await correct(milder, { headline: 'Milder now', severity: 'MODERATE' });
  await correct(stays, { headline: 'Stays so' });
  await dispatched();
  deliveries.due = due;
  await drainChannels(world.hub);
  expect(await outcomes(milder)).toEqual([[1, 'CANCELLED', 'NOT_ASKED_FOR']]);
  expect(await outcomes(stays)).toEqual([
    [1, 'CANCELLED', 'SUPERSEDED'],
    [2, 'SENT', null],
  ]);
  const subjects = mailbox.mails.map(({ subject }) => subject);
  expect(subjects.filter((each) => each.includes('Milder'))).toEqual([]);
  expect(subjects.filter((each) => each.includes('Stays'))).toHaveLength(2);
});

test('whoever was told of it is told what became of it, asked for or not', async () => {
  const id = await publishBy(world, 'northGrid', { headline: 'Told', audience: to('southGrid') });
  await dispatched();
  await drainChannels(world.hub);
  await correct(id, { headline: 'Told, and milder', severity: 'MODERATE' });
  await dispatched();
  await drainChannels(world.hub);
  expect(await outcomes(id)).toEqual([
    [1, 'SENT', null],
    [2, 'SENT', null],
  ]);
});

test('the preview tells nothing marked TLP:RED at an endpoint of the member', async () => {
  const audience = { alternatives: [{ persons: ['south-grid/ann'] }], excludes: [] };
  const red = await publishBy(world, 'northGrid', { headline: 'Named', marking: 'RED', audience });
  await world.drain();
  nowMs += 1_000;
  const itemsAt = async (endpoint?: string) => {
    const tried = { cadence: 'AT_ONCE' as const, ...(endpoint === undefined ? {} : { endpoint }) };
    const { messages } = good(await previewSubscription(world.hub, ann, tried, 30));
    return messages.flatMap(({ items }) => items);
  };
  expect(await itemsAt()).toContain(red);
  expect(await itemsAt(mail.id)).toContain(red);
  const atDesk = await itemsAt(desk.id);
  expect(atDesk).not.toContain(red);
  expect(atDesk.length).toBeGreaterThan(0);
  const other = await plantEndpoint(world, 'northGrid', { channel: 'MAIL', address: 'other@mail.example' });
  expect(codes(await previewSubscription(world.hub, ann, { endpoint: other.id }, 30))).toEqual([
    'NOT_FOUND $.endpoint',
  ]);
});
