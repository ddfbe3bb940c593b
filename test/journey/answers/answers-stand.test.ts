// What a correction that asks the same leaves as it is, over any number of versions and whoever makes the delivery first: the answers
// of a member and of its sites, the time since which it is asked, and the steps by which it was reminded.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AcknowledgementAnswer } from '../../../src/domain/answer/answers.ts';
import type { WarningDraft } from '../../../src/domain/warning.ts';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import { openReceipts } from '../../../src/service/delivery/mark-received.ts';
import { readWarning } from '../../../src/service/item/read-warning.ts';
import { changeAnswerPlan } from '../../../src/service/member/keep-answer-plan.ts';
import { numberEntries } from '../../../src/service/pipeline/number-entries.ts';
import { remindMembers } from '../../../src/service/reminder/remind-members.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { takeLease } from '../../../workers/keep-lease.ts';
import { CAST, type CastName } from '../../support/cast.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { codes, good } from '../../support/outcome.ts';
import { to } from '../../support/publish.ts';

const HOUR_MS = 3_600_000;
let nowMs = Date.parse('2026-12-01T00:00:00.000Z');
let world: TestEndpoint;
beforeAll(async () => {
  world = await openTestEndpoint({ clock: { now: () => new Date(nowMs) } });
});
afterAll(() => world.close());

const inHours = (hours: number): string => new Date(nowMs + hours * HOUR_MS).toISOString();
const asks = (changes: Partial<WarningDraft> = {}): WarningDraft =>
  draft({
    level: 'RECOMMENDATION',
    answerBy: inHours(10),
    audience: to('northGrid', 'riverWater'),
    ...changes,
  });
// As if a second person had approved it.
const approved = { approved: async () => {} };
const publish = async (given: WarningDraft): Promise<string> => {
  const by = await world.actor('cyberAgency');
  const { warning } = good(await publishWarning(world.hub, by, given, approved));
  await world.drain();
  return warning;
};
const update = async (id: string, expectedVersion: number, given: WarningDraft) => {
  const { kind: _, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = given;
  const by = await world.actor('cyberAgency');
  return updateWarning(world.hub, by, { id, expectedVersion, draft: texts }, approved);
};
const correct = async (id: string, expectedVersion: number, given: WarningDraft) => {
  nowMs += 1_000;
  good(await update(id, expectedVersion, { ...given, headline: `Corrected ${expectedVersion}` }));
  await world.drain();
};
const answer = async (
  warning: string,
  said: AcknowledgementAnswer | null,
  { site, name = 'northGrid' }: { readonly site?: string; readonly name?: CastName } = {},
) => {
  nowMs += 1_000;
  const by = await world.actor(name, 'analyst');
  const given = { warning, answer: said, note: null, ...(site === undefined ? {} : { site }) };
  good(await acknowledgeWarning(world.hub, by, given));
};
const rowOf = (warning: string, version: number, name: CastName = 'northGrid') =>
  world.hub.deliveries.rows.findOne({ warning, version, member: CAST[name].id });
const isOpen = async (...of: Parameters<typeof rowOf>) => (await rowOf(...of))?.isOpen === true;
const passed = async (hours: number) => {
  nowMs += hours * HOUR_MS;
  await remindMembers(world.hub);
};
/** The steps that were done for the warning, by its entries: each is one time that somebody was told. */
const stepsDone = async (warning: string): Promise<string[]> => {
  const ofGrid = { warning, member: CAST.northGrid.id };
  const ids = (await world.hub.deliveries.rows.find(ofGrid).toArray()).map(({ _id }) => _id);
  const about = { event: 'delivery.reminded' as const, 'subject.delivery': { $in: ids } };
  const entries = await world.hub.entries.rows.find(about).toArray();
  return entries.map(({ key }) => String(key).split(':')[2] ?? '').sort();
};

test('an answer stands over any number of corrections that ask the same', async () => {
  const given = asks();
  const id = await publish(given);
  await answer(id, 'NOT_AFFECTED');
  for (const version of [1, 2, 3]) {
    await correct(id, version, given);
    expect([version, await isOpen(id, version + 1)]).toEqual([version, false]);
    expect(await isOpen(id, version + 1, 'riverWater')).toBe(true);
  }
  // Seen again, it is no question again; and what asks more asks everybody.
  await answer(id, 'SEEN');
  await correct(id, 4, given);
  expect(await isOpen(id, 5)).toBe(false);
  await correct(id, 5, { ...given, answerBy: inHours(20) });
  expect(await isOpen(id, 6)).toBe(true);
  // The first time again is another question: what was answered to it before says nothing of it.
  await correct(id, 6, given);
  expect(await isOpen(id, 7)).toBe(true);
});

test('an answer is to the version that was read, and to no other', async () => {
  const given = asks();
  const id = await publish(given);
  const reader = await world.actor('northGrid', 'analyst');
  const said = (expectedVersion: number | undefined, idempotencyKey?: string) => {
    const request = { warning: id, answer: 'ACTED', note: 'valve closed' } as const;
    const read = expectedVersion === undefined ? {} : { expectedVersion };
    return acknowledgeWarning(world.hub, reader, { ...request, ...read }, { idempotencyKey });
  };
  // It says the opposite of what was read, and asks anew.
  await correct(id, 1, { ...given, answerBy: inHours(20), actions: [{ text: 'Leave it open', by: null }] });
  for (const other of [0, 1, 3])
    expect(codes(await said(other))).toEqual(['VERSION_CONFLICT $.expectedVersion']);
  expect(await rowOf(id, 2)).toMatchObject({ answer: null, isOpen: true });
  expect(codes(await said(2, 'once'))).toEqual([]);
  expect(await isOpen(id, 2)).toBe(false);
  // What was done stays done: the same request again, behind a newer version, gets its answer.
  await correct(id, 2, { ...given, answerBy: inHours(30) });
  expect(good(await said(2, 'once'))).toMatchObject({ version: 2, answer: 'ACTED' });
  expect(await isOpen(id, 3)).toBe(true);

  // A recall takes the place of what was read; who says nothing of it has not confirmed it.
  good(
    await recallWarning(world.hub, await world.actor('cyberAgency'), {
      id,
      expectedVersion: 3,
      reason: 'The wrong valve',
      whatToDo: null,
      language: 'en',
    }),
  );
  await world.drain();
  for (const other of [undefined, 3])
    expect(codes(await said(other))).toEqual(['VERSION_CONFLICT $.expectedVersion']);
  expect(await rowOf(id, 4)).toMatchObject({ answer: null, isOpen: true });
  expect(codes(await said(4))).toEqual([]);
  expect(await isOpen(id, 4)).toBe(false);
});

const toDo = (...texts: string[]) => texts.map((text) => ({ text, by: null }));

test('an answer without a word never says that what is asked only now was done, or is not needed', async () => {
  const given = asks({ actions: toDo('Update to 12.7.7', 'Look at the log') });
  const cases: [AcknowledgementAnswer, string[], AcknowledgementAnswer][] = [
    ['ACTED', ['Update to 12.7.8', 'Look at the log'], 'SEEN'],
    ['NOT_AFFECTED', ['Update to 12.7.7', 'Look at the log', 'Call us'], 'SEEN'],
    ['ACTED', ['Look at the log', 'Update to 12.7.7'], 'ACTED'],
    ['ACTED', ['Update to 12.7.7'], 'ACTED'],
    // That somebody is needed, or looks into it, is lowered by nothing.
    ['NEED_HELP', ['Update to 12.7.8'], 'NEED_HELP'],
    ['AFFECTED', ['Update to 12.7.8'], 'AFFECTED'],
  ];
  for (const [said, texts, left] of cases) {
    const id = await publish(given);
    await answer(id, said);
    await correct(id, 1, { ...given, actions: toDo(...texts) });
    await answer(id, null);
    expect([said, texts, (await rowOf(id, 2))?.answer]).toEqual([said, texts, left]);
    // Its own answer to this version stands, whatever was answered before.
    await answer(id, 'ACTED');
    await answer(id, null);
    expect((await rowOf(id, 2))?.answer).toBe('ACTED');
  }
});

test('nor does the answer of one site say so of the others', async () => {
  const admin = await world.actor('northGrid', 'member-admin');
  const sites = ['east', 'west'].map((slug) => ({ slug, name: `Station ${slug}` }));
  good(await changeAnswerPlan(world.hub, admin, { sites }));
  const given = asks({ actions: toDo('Update to 12.7.7') });
  const id = await publish(given);
  for (const site of ['east', 'west']) await answer(id, 'ACTED', { site });
  await correct(id, 1, { ...given, actions: toDo('Update to 12.7.8') });
  await answer(id, null, { site: 'east' });
  expect(await rowOf(id, 2)).toMatchObject({ answer: 'SEEN', answers: [{ answer: 'SEEN' }] });
  await answer(id, 'ACTED', { site: 'east' });
  expect((await rowOf(id, 2))?.answer).toBe('SEEN');
  await answer(id, 'ACTED', { site: 'west' });
  expect((await rowOf(id, 2))?.answer).toBe('ACTED');
  good(await changeAnswerPlan(world.hub, admin, { sites: [] }));
});

test('a member that has answered for one of its sites is asked for the others, whatever is corrected', async () => {
  const admin = await world.actor('northGrid', 'member-admin');
  const sites = ['east', 'west'].map((slug) => ({ slug, name: `Station ${slug}` }));
  good(await changeAnswerPlan(world.hub, admin, { sites }));
  const given = asks();
  const id = await publish(given);
  await answer(id, 'ACTED', { site: 'east' });
  for (const version of [1, 2]) {
    await correct(id, version, given);
    expect([version, await isOpen(id, version + 1)]).toEqual([version, true]);
  }
  await answer(id, 'NOT_AFFECTED', { site: 'west' });
  expect(await rowOf(id, 3)).toMatchObject({ answer: 'ACTED' });
  expect(await isOpen(id, 3)).toBe(false);
  await correct(id, 3, given);
  expect(await isOpen(id, 4)).toBe(false);
  good(await changeAnswerPlan(world.hub, admin, { sites: [] }));
});

test('a stream that is faster than targeting opens no question that was answered', async () => {
  const given = asks();
  const id = await publish(given);
  await answer(id, 'ACTED');
  nowMs += 1_000;
  good(await update(id, 1, { ...given, headline: 'Corrected' }));
  const taken = await takeLease(world.hub);
  if (taken === null) throw new Error('the lease is free');
  await numberEntries(world.hub, taken.lease, 100);
  await taken.release();
  const receipts = openReceipts(world.hub);
  for (const name of ['northGrid', 'riverWater'] as const) {
    const reader = await world.actor(name, 'analyst');
    const item = await readWarning(world.hub, reader, id);
    if (item === null) throw new Error('it is read');
    receipts.note(reader, item, true);
  }
  await receipts.close();
  expect(await rowOf(id, 2)).not.toBeNull();
  await world.drain();
  expect([await isOpen(id, 2), await isOpen(id, 2, 'riverWater')]).toEqual([false, true]);
});

test('a correction does no step again, and its clock goes on', async () => {
  const given = asks({ level: 'ESSENTIAL_ACTION' });
  const id = await publish(given);
  await passed(6);
  expect(await stepsDone(id)).toEqual(['HALF']);
  await correct(id, 1, given);
  await passed(1);
  expect(await stepsDone(id)).toEqual(['HALF']);
  // A tenth of the ten hours, and not of what was left when it was corrected.
  await passed(3);
  await correct(id, 2, given);
  expect((await rowOf(id, 3))?.nextStepAt).toEqual(new Date(Date.parse(given.answerBy ?? '') + HOUR_MS));
  await passed(8);
  await passed(2);
  const all = ['ALTERNATES', 'DUE', 'HALF', 'OUTSIDE'];
  expect(await stepsDone(id)).toEqual(all);
  await correct(id, 3, given);
  await passed(10);
  expect(await stepsDone(id)).toEqual(all);
  // Its publisher sees them at the version that is current.
  expect((await rowOf(id, 4))?.reminders?.map(({ step }) => step)).toEqual([
    'HALF',
    'DUE',
    'ALTERNATES',
    'OUTSIDE',
  ]);
});

test('who is looking into it is left alone after a correction too', async () => {
  const given = asks();
  const id = await publish(given);
  await answer(id, 'INVESTIGATING');
  await correct(id, 1, given);
  await passed(6);
  expect(await stepsDone(id)).toEqual([]);
  await passed(5);
  expect(await stepsDone(id)).toEqual(['DUE']);
});

test('another time is another question, with all of its steps; another level needs a time that is not over', async () => {
  const given = asks();
  const id = await publish(given);
  await passed(11);
  await passed(0);
  expect(await stepsDone(id)).toEqual(['DUE']);
  const raised = { ...given, level: 'ESSENTIAL_ACTION' as const };
  expect(codes(await update(id, 1, raised))).toEqual(['ANSWER_BY_OUT_OF_RANGE $.answerBy']);
  const later = { ...raised, answerBy: inHours(10) };
  await correct(id, 1, later);
  await passed(6);
  await passed(4.5);
  expect(await stepsDone(id)).toEqual(['DUE', 'DUE', 'HALF']);
});

test('who is asked when the time is over is reminded, and escalated only after the time between the steps', async () => {
  const given = asks({ level: 'ESSENTIAL_ACTION', audience: to('riverWater') });
  const id = await publish(given);
  nowMs += 20 * HOUR_MS;
  const row = await rowOf(id, 1, 'riverWater');
  await world.hub.deliveries.rows.deleteOne({ _id: row?._id ?? '' });
  await correct(id, 1, given);
  await passed(0);
  const steps = async () => (await rowOf(id, 2, 'riverWater'))?.reminders?.map(({ step }) => step);
  expect(await steps()).toEqual(['DUE']);
  await passed(0.3);
  expect(await steps()).toEqual(['DUE', 'ALTERNATES']);
});

test('what was answered to a warning that asks nothing confirms no recall of it', async () => {
  const id = await publish(draft({ audience: to('northGrid') }));
  await answer(id, 'ACTED');
  const request = { id, expectedVersion: 1, reason: 'It was wrong.', whatToDo: null, language: 'en' };
  good(await recallWarning(world.hub, await world.actor('cyberAgency'), request));
  await world.drain();
  expect(await isOpen(id, 2)).toBe(true);
});
