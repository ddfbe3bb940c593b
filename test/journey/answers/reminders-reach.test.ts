// Whom reminders reach: a step that nothing brings to anybody says so to the publisher; those of an exercise go where somebody asked
// for it; a warning that ends when its answers are due is asked to the last step; and whoever was told by a reminder alone is told
// of what becomes of the warning.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Endpoint } from '../../../src/domain/channel/endpoint.ts';
import type { WarningDraft } from '../../../src/domain/warning.ts';
import { publishersDelivery } from '../../../src/service/delivery/delivery-of.ts';
import { changeAnswerPlan } from '../../../src/service/member/keep-answer-plan.ts';
import { remindMembers } from '../../../src/service/reminder/remind-members.ts';
import { remindRecipients } from '../../../src/service/reminder/remind-recipients.ts';
import { createSubscription } from '../../../src/service/subscription/keep-subscription.ts';
import { cancelWarning } from '../../../src/service/warning/cancel-warning.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import { drainChannels } from '../../../workers/delivery/channels.ts';
import { CAST } from '../../support/cast.ts';
import { plantEndpoint } from '../../support/channels/endpoints.ts';
import { lettersOf } from '../../support/channels/letters.ts';
import { mustEncrypt } from '../../support/channels/must-encrypt.ts';
import { draft, openTestHub, type TestHub } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';
import { letSignIn, to } from '../../support/publish.ts';
import { type Mailbox, openMailbox } from '../../support/subscription/mailbox.ts';

const HOUR_MS = 3_600_000;
let nowMs = Date.parse('2026-12-01T00:00:00.000Z');
let world: TestHub;
let mailbox: Mailbox;
let night: Endpoint;
let outside: Endpoint;
beforeAll(async () => {
  const clock = { now: () => new Date(nowMs) };
  mailbox = openMailbox(clock.now);
  world = await openTestHub({ clock, outbound: mailbox.outbound });
  // What is delivered to endpoints begins here.
  await world.drain();
  await letSignIn(world, 'north-grid/night', 'north-grid/day');
  const plan = { alternates: ['north-grid/night', 'north-grid/day'], outside: 'energy-centre' };
  good(await changeAnswerPlan(world.hub, await world.actor('northGrid', 'member-admin'), plan));
});
afterAll(() => world.close());

const inHours = (hours: number): string => new Date(nowMs + hours * HOUR_MS).toISOString();
const publish = async (changes: Partial<WarningDraft> = {}): Promise<string> => {
  const given = draft({
    level: 'ESSENTIAL_ACTION',
    answerBy: inHours(10),
    audience: to('northGrid', 'energyCentre'),
    marking: 'GREEN',
    severity: 'MINOR',
    ...changes,
  });
  const by = await world.actor('cyberAgency');
  // As if a second person had approved it.
  const { warning } = good(await publishWarning(world.hub, by, given, { approved: async () => {} }));
  await world.drain();
  return warning;
};
/** From here on: what came before came before. */
const begin = (): number => {
  nowMs += 1_000;
  return nowMs;
};
const passed = async (hours: number) => {
  nowMs += hours * HOUR_MS;
  await remindMembers(world.hub);
  await drainChannels(world.hub);
};
/** To the last step: each comes an hour after the one before. */
const passedAll = async (): Promise<void> => {
  for (const hours of [24, 1.1, 1.1]) await passed(hours);
};
/** As the publisher sees them. */
const stepsOf = async (warning: string): Promise<string[]> => {
  const row = await world.hub.deliveries.rows.findOne(
    { warning, member: CAST.northGrid.id },
    { sort: { version: -1 } },
  );
  if (row === null) throw new Error('it has a delivery');
  const directory = await world.hub.directory.current();
  const seen = publishersDelivery(directory, { publisher: CAST.cyberAgency.id }, row);
  return (seen?.reminders ?? []).map(({ step, skipped, persons }) =>
    [step, skipped, persons?.length].filter((each) => each !== undefined).join(' '),
  );
};
const mailsTo = ({ address }: Endpoint, from = 0) =>
  mailbox.mails.filter(({ to: whom, at }) => whom === address && at.getTime() >= from);

test('a step for whom no endpoint works says that it reached nobody, and names nobody as told', async () => {
  await plantEndpoint(world, 'northGrid', { channel: 'MAIL', state: 'PAUSED', address: 'p@north.example' });
  await plantEndpoint(world, 'energyCentre', {
    channel: 'MAIL',
    state: 'DISABLED',
    address: 'd@centre.example',
  });
  const id = await publish();
  await passed(6);
  await passedAll();
  expect(await stepsOf(id)).toEqual([
    'HALF NOBODY_REACHED',
    'DUE NOBODY_REACHED',
    'ALTERNATES NOBODY_REACHED',
    'OUTSIDE NOBODY_REACHED',
  ]);
  const by = await world.actor('cyberAgency');
  const rows = await world.hub.channelDeliveries.rows.find({ warning: id, occasion: 'REMINDER' }).toArray();
  expect(rows).toEqual([]);
  good(await remindRecipients(world.hub, by, { warning: id, members: ['north-grid'], organisations: [] }));
  await passed(0);
  expect((await stepsOf(id)).at(-1)).toBe('ASKED NOBODY_REACHED');
});

test('a step tells whom it reaches, and counts nobody else', async () => {
  const mail = { channel: 'MAIL', form: 'FULL', ceiling: 'GREEN' } as const;
  const person = (await world.actor('northGrid', 'analyst', 'north-grid/night')).person;
  night = await plantEndpoint(world, 'northGrid', { ...mail, address: 'night@north.example', person });
  outside = await plantEndpoint(world, 'energyCentre', { ...mail, address: 'desk@centre.example' });
  const id = await publish();
  await passedAll();
  expect(await stepsOf(id)).toEqual(['DUE NOBODY_REACHED', 'ALTERNATES 1', 'OUTSIDE']);
  expect(mailsTo(night).map(({ subject }) => subject)).toEqual([expect.stringContaining('Answer: ')]);
  // What they cannot bring reaches nobody either.
  const closed = await publish({ bundle: mustEncrypt() });
  await passedAll();
  expect(await stepsOf(closed)).toEqual([
    'DUE NOBODY_REACHED',
    'ALTERNATES NOBODY_REACHED',
    'OUTSIDE NOBODY_REACHED',
  ]);
});

test('whoever was told by a reminder alone is told that the warning is cancelled, or recalled', async () => {
  const by = await world.actor('cyberAgency');
  for (const word of ['CANCELLED', 'RECALLED']) {
    const id = await publish({ headline: `${word} later` });
    await passedAll();
    const from = begin();
    const asked = { id, expectedVersion: 1, reason: 'It was wrong.' };
    const done =
      word === 'CANCELLED'
        ? await cancelWarning(world.hub, by, asked)
        : await recallWarning(world.hub, by, { ...asked, whatToDo: null, language: 'en' });
    expect(codes(done)).toEqual([]);
    await world.drain();
    expect(mailsTo(night).map(({ subject }) => subject)).toContainEqual(
      expect.stringContaining(`Answer: ${word} later`),
    );
    expect(mailsTo(night, from).map(({ subject }) => subject)).toEqual([expect.stringContaining(word)]);
  }
});

test('a warning that ends when its answers are due is asked to the last step, and says that it is over', async () => {
  for (const hours of [10, 10.5]) {
    const from = begin();
    const id = await publish({ validUntil: inHours(hours) });
    await passedAll();
    expect(await stepsOf(id)).toEqual(['DUE NOBODY_REACHED', 'ALTERNATES 1', 'OUTSIDE']);
    expect(mailsTo(night, from).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Answer EXPIRED: '),
    ]);
    expect(mailsTo(outside, from).map(({ subject }) => subject)).toContainEqual(
      expect.stringContaining('Answer EXPIRED: '),
    );
  }
});

test('the reminders of an exercise go where somebody asked for it, and say that they are of one (I10)', async () => {
  const exercise = 'exercise--drill';
  const from = begin();
  const silent = await publish({ exercise });
  await passedAll();
  expect(await stepsOf(silent)).toEqual([
    'DUE NOBODY_REACHED',
    'ALTERNATES NOBODY_REACHED',
    'OUTSIDE NOBODY_REACHED',
  ]);
  expect([...mailsTo(night, from), ...mailsTo(outside, from)]).toEqual([]);
  const reader = await world.actor('northGrid', 'analyst', 'north-grid/night');
  const asked = { name: 'Drill', endpoint: night.id, cadence: 'AT_ONCE', filter: { exercise } } as const;
  good(await createSubscription(world.hub, reader, asked));
  for (const marking of ['GREEN', 'AMBER'] as const) {
    const id = await publish({ exercise, marking });
    await passedAll();
    expect(await stepsOf(id)).toEqual(['DUE', 'ALTERNATES 1', 'OUTSIDE NOBODY_REACHED']);
    const rows = await world.hub.channelDeliveries.rows.find({ warning: id, occasion: 'REMINDER' }).toArray();
    const letters = await lettersOf(world, rows);
    expect(letters).toHaveLength(2);
    for (const { subject, text, data } of letters) {
      expect([subject, text]).toEqual([
        expect.stringMatching(/^EXERCISE/),
        expect.stringMatching(/^EXERCISE/),
      ]);
      expect(data).toMatchObject({ isExercise: true });
      expect(data['exercise']).toBe(marking === 'GREEN' ? exercise : undefined);
    }
  }
  expect(mailsTo(outside, from)).toEqual([]);
});

test('between two reminders of a publisher there is a quarter of an hour, whatever the clock shows', async () => {
  const id = await publish();
  const quarterMs = HOUR_MS / 4;
  nowMs = Math.ceil(nowMs / quarterMs) * quarterMs - 60_000;
  const remind = async (minutes: number) => {
    nowMs += minutes * 60_000;
    const request = { warning: id, members: [], organisations: [] };
    return codes(await remindRecipients(world.hub, await world.actor('cyberAgency'), request));
  };
  expect(await remind(0)).toEqual([]);
  expect(await remind(1)).toEqual(['REMINDED_LATELY $.warning']);
  expect(await remind(13)).toEqual(['REMINDED_LATELY $.warning']);
  expect(await remind(1)).toEqual([]);
});
