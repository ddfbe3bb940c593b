// What waits for an answer: what is due first comes first, however much a drill asks; a reminder goes by a way that works; instants
// are in UTC however they were given; and a correction takes no question back unsaid.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { correctionOf } from '../../../src/graphql/present/draft.ts';
import type { UpdateWarningInput } from '../../../src/graphql/types.generated.ts';
import { listToAnswer } from '../../../src/service/delivery/list-to-answer.ts';
import { idempotentRequest } from '../../../src/service/record/idempotency.ts';
import { remindMembers } from '../../../src/service/reminder/remind-members.ts';
import { createSubscription } from '../../../src/service/subscription/keep-subscription.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { contentOf } from '../../../src/store/content/stored-content.ts';
import { rowId } from '../../../src/store/warnings.ts';
import { drainChannels } from '../../../workers/delivery/channels.ts';
import { CAST } from '../../support/cast.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';
import { letSignIn, publishBy, to } from '../../support/publish.ts';
import { openMailbox } from '../../support/subscription/mailbox.ts';

const HOUR_MS = 3_600_000;
let now = new Date('2030-01-07T09:00:00.000Z');
let world: TestHub;
beforeAll(async () => {
  world = await openTestHub({ clock: { now: () => now }, outbound: openMailbox(() => now).outbound });
  await world.drain();
});
afterAll(() => world.close());

const publish = (headline: string, hours: number, changes: object = {}): Promise<string> =>
  publishBy(world, 'northGrid', {
    headline,
    audience: to('southGrid'),
    level: 'RECOMMENDATION',
    answerBy: new Date(now.getTime() + hours * HOUR_MS).toISOString(),
    ...changes,
  });

test('a drill takes no place of what is in earnest, and neither does what is due later', async () => {
  const [third, first, second] = [
    await publish('Third', 3),
    await publish('First', 1),
    await publish('Second', 2),
  ];
  const drills = [
    await publish('Inject one', 0.25, { exercise: 'drill' }),
    await publish('Inject two', 0.5, { exercise: 'drill' }),
  ];
  await world.drain();
  expect(await asked()).toEqual([first, second, third, ...drills]);
  // What is overdue comes behind what can still be done in time, the latest first.
  now = new Date(now.getTime() + 2.5 * HOUR_MS);
  expect(await asked()).toEqual([third, second, first, ...drills.toReversed()]);
});

const asked = async (): Promise<string[]> => {
  const reader = await world.actor('southGrid', 'analyst');
  return (await listToAnswer(world.hub, reader)).map(({ summary }) => summary.id);
};

/** More of the same, each due at an instant; null for a recall. Of what is gone the question alone is there. */
const plantCopies = async (
  id: string,
  dues: readonly (Date | null)[],
  isGone = false,
): Promise<readonly string[]> => {
  const { deliveries, warnings } = world.hub;
  const row = await deliveries.rows.findOne({ warning: id, member: CAST.southGrid.id });
  const head = await warnings.head(id);
  if (row?.asking === undefined || head === null) throw new Error('it was published');
  const { nextStep: _, nextStepAt: _a, asking, ...facts } = row;
  const copies = dues.map((due) => ({ due, warning: `warning--${randomUUID()}` }));
  await deliveries.rows.insertMany(
    copies.map(({ due, warning }) => ({
      ...facts,
      _id: `delivery--${randomUUID()}`,
      warning,
      asking: { ...asking, for: due === null ? ('RECALL' as const) : asking.for, due },
    })),
  );
  const heads = copies.map(({ warning }) => ({
    ...head,
    _id: rowId(warning, head.version),
    warning,
    content: head.content.replaceAll(id, warning),
  }));
  if (!isGone) await warnings.rows.insertMany(heads);
  return copies.map(({ warning }) => warning);
};

test('old questions that nobody answered, or that may not be read any more, hide none that is asked now', async () => {
  const recent = await publish('Recent', 1);
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const times = (count: number, first: number): Date[] =>
    Array.from({ length: count }, (_, index) => at(first + index / 100));
  await plantCopies(recent, times(250, 1), true);
  expect(await asked()).toContain(recent);

  const recalls = await plantCopies(recent, Array(250).fill(null));
  const overdue = await plantCopies(recent, times(250, -100_000));
  const list = await asked();
  const real = list.filter((id) => recalls.includes(id) || overdue.includes(id) || id === recent);
  expect(real).toContain(recent);
  expect(list.indexOf(recent)).toBeGreaterThan(list.findLastIndex((id) => recalls.includes(id)));
  expect(list.indexOf(recent)).toBeLessThan(list.findIndex((id) => overdue.includes(id)));
  // What was due last, and no part has all of the 200 places.
  expect(overdue.filter((id) => list.includes(id)).at(-1)).toBe(overdue.at(-1));
  expect(recalls.filter((id) => list.includes(id)).length).toBeGreaterThan(80);
  expect(real.length).toBeLessThanOrEqual(200);
  expect(list.length).toBeLessThanOrEqual(400);
});

test('a reminder goes by what works where the way of the version may not bring it', async () => {
  await letSignIn(world, 'south-grid/ann');
  const ann = await world.actor('southGrid', 'analyst', 'south-grid/ann');
  const facts = { form: 'FULL', ceiling: 'AMBER' } as const;
  await plantEndpoint(world, 'southGrid', {
    ...facts,
    channel: 'MAIL',
    address: 'ann@mail.example',
    person: ann.person,
  });
  const desk = await plantEndpoint(world, 'southGrid', {
    ...facts,
    channel: 'WEBHOOK',
    address: 'https://127.0.0.1/hook',
    person: null,
  });
  const integrator = await world.actor('southGrid', 'integrator', null);
  const filter = { severities: ['EXTREME' as const] };
  good(await createSubscription(world.hub, integrator, { name: 'Extreme', endpoint: desk.id, filter }));
  const handling = {
    permittedActions: null,
    encryptInTransit: 'MUST',
    affectedPartyNotifications: null,
    providerAttribution: null,
    unmodifiedResale: null,
    until: null,
    reference: null,
  };
  const id = await publish('Encrypted alone', 1, { severity: 'SEVERE', urgency: 'IMMEDIATE', handling });
  const work = async (): Promise<void> => {
    await world.drain();
    await drainChannels(world.hub);
  };
  await work();
  const atDesk = (): Promise<number> =>
    world.hub.channelDeliveries.rows.countDocuments({
      endpoint: desk.id,
      warning: id,
      occasion: 'REMINDER',
    });
  expect(await atDesk()).toBe(0);
  now = new Date(now.getTime() + 1.1 * HOUR_MS);
  await remindMembers(world.hub);
  await work();
  expect(await atDesk()).toBeGreaterThan(0);
});

test('an instant that was given with an offset is told in UTC', async () => {
  const id = await publish('With an offset', 48, {
    actions: [{ text: 'Close it', by: '2030-01-08T09:00:00+05:00' }],
    validUntil: '2030-02-01T00:00:00+05:00',
  });
  const head = await world.hub.warnings.head(id);
  if (head === null) throw new Error('it was published');
  const { actions, validUntil } = contentOf(head.content).summary;
  expect([actions, validUntil]).toEqual([
    [{ text: 'Close it', by: '2030-01-08T04:00:00.000Z' }],
    '2030-01-31T19:00:00.000Z',
  ]);
});

test('a correction that says nothing of the question keeps it; one that says so takes it back', async () => {
  const id = await publish('Is asked', 5);
  await world.drain();
  const publisher = await world.actor('northGrid');
  const reader = await world.actor('southGrid', 'analyst');
  const texts = { headline: 'Is asked', summary: 'A typo is mended.', actions: [], contacts: [] };
  const grade = { urgency: 'EXPECTED', severity: 'MODERATE', certainty: 'LIKELY' } as const;
  const correct = async (expectedVersion: number, more: Partial<UpdateWarningInput> = {}) => {
    const draft = correctionOf({ id, expectedVersion, ...texts, ...grade, ...more } as UpdateWarningInput);
    good(await updateWarning(world.hub, publisher, { id, expectedVersion, draft }));
    await world.drain();
    const item = (await listToAnswer(world.hub, reader)).find(({ summary }) => summary.id === id);
    return item === undefined ? null : [item.summary.version, item.summary.level];
  };
  expect(await correct(1)).toEqual([2, 'RECOMMENDATION']);
  expect(await correct(2, { level: 'INFORMATION' })).toBeNull();
  expect(await correct(3)).toBeNull();
});

test('a correction without a level is the same request as in the release before, under its Idempotency-Key', async () => {
  const id = await publish('Was corrected', 5);
  const publisher = await world.actor('northGrid');
  const texts = { headline: 'Was corrected', summary: 'A typo is mended.' };
  const grade = { urgency: 'EXPECTED', severity: 'MODERATE', certainty: 'LIKELY' } as const;
  const input = { id, expectedVersion: 1, ...texts, ...grade, actions: [], contacts: [] };
  const draft = correctionOf(input as unknown as UpdateWarningInput);
  good(await updateWarning(world.hub, publisher, { id, expectedVersion: 1, draft }, { idempotencyKey: 'k' }));
  // As that release wrote it, in its order.
  const written = {
    ...{ ...texts, language: 'en', translations: [], sectorsConcerned: [], countriesConcerned: [] },
    ...{ actions: [], contacts: [], ...grade, validUntil: null, level: 'INFORMATION', answerBy: null },
    ...{ externalReferences: [], bundle: null },
  };
  const former = good(
    idempotentRequest(publisher, 'update', 'k', { id, expectedVersion: 1, draft: written }),
  );
  const kept = await world.hub.answers.find(former?.id ?? '');
  expect(kept?.request).toBe(former?.request);
  // It asks as before all the same.
  expect((await world.hub.warnings.head(id))?.content).toContain('"level":"RECOMMENDATION"');
});

test('an essential action stays one, and is corrected by two persons, unless it is taken back', async () => {
  const answerBy = new Date(now.getTime() + 5 * HOUR_MS).toISOString();
  const publisher = await world.actor('northGrid');
  const made = draft({ level: 'ESSENTIAL_ACTION', answerBy, audience: to('southGrid') });
  const approved = async (): Promise<void> => undefined;
  const { warning: id } = good(await publishWarning(world.hub, publisher, made, { approved }));
  await world.drain();
  const { kind: _, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...asked } = made;
  const {
    level: _l,
    answerBy: _b,
    ...texts
  } = asked as typeof asked & { level?: unknown; answerBy?: unknown };
  const update = (change: object) =>
    updateWarning(world.hub, publisher, { id, expectedVersion: 1, draft: { ...texts, ...change } as never });
  expect(codes(await update({}))).toEqual(['APPROVAL_NEEDED $.level']);
  good(await update({ level: 'INFORMATION' }));
});
