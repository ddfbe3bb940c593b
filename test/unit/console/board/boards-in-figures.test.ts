// The figures of a row of what a member published, and what the hub does next by itself where answers are due.
import { afterAll, expect, test } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { inOrder } from '../../../../src/console/views/board/board-query.ts';
import { atMost } from '../../../../src/console/views/board/figures/at-most.ts';
import {
  againAfter,
  type Counted,
  figuresOf,
  figuresQuery,
  isGoingOn,
} from '../../../../src/console/views/board/figures/figures-query.ts';
import { nextStepOf } from '../../../../src/console/views/board/figures/next-step.ts';
import { remindersOf } from '../../../../src/domain/answer/asking.ts';
import { answerWith, leaveTab, openStorage } from '../../../support/console/tab.ts';

openStorage();
afterAll(leaveTab);

const NOW = Date.parse('2026-11-28T12:00:00Z');
const at = (hours: number): string => new Date(NOW + hours * 3_600_000).toISOString();

const delivery = (changes: Partial<Counted>): Counted => ({
  id: 'delivery--1',
  answer: null,
  answers: [],
  answerBy: at(2),
  isAnswerDue: true,
  isAnswered: false,
  ...changes,
});

test('who needs help is counted also where that was said to a former version, and what is overdue by its time', () => {
  const asked = [
    delivery({}),
    delivery({ answerBy: at(-1) }),
    delivery({ answer: 'ACTED', isAnswered: true, isAnswerDue: false, answerBy: at(-1) }),
    delivery({ answers: [{ version: 1, answer: 'NEED_HELP', site: null }] }),
  ];
  expect(figuresOf(asked, true, NOW)).toEqual({
    recipients: 4,
    answered: 1,
    needHelp: 1,
    overdue: 1,
    hasMore: true,
  });
});

test('who needs its publisher first stands first, and whom it names before those that only depend', () => {
  const row = (name: string, changes: object = {}, kind = 'DIRECT') =>
    ({
      ...delivery(changes as Partial<Counted>),
      organisation: null,
      member: { name },
      reason: { kind },
    }) as never;
  const answered = (answer: string) => ({ answer, isAnswered: true, isAnswerDue: false });
  const rows: readonly never[] = [
    row('Acted', answered('ACTED')),
    row('Affected', answered('AFFECTED')),
    row('Depends', {}, 'DEPENDENCY'),
    row('Late and depends', { answerBy: at(-1) }, 'DEPENDENCY'),
    row('Late', { answerBy: at(-2) }),
    // It has looked, which is not what was asked.
    row('Seen only', { answer: 'SEEN' }),
    row('Asked', {}),
    row('Helped', { answer: 'NEED_HELP', isAnswerDue: false, isAnswered: true }),
  ];
  expect(inOrder(rows, NOW).map(({ member }) => member.name)).toEqual([
    ...['Helped', 'Late', 'Late and depends', 'Asked', 'Seen only', 'Depends', 'Affected', 'Acted'],
  ]);
});

const item = {
  level: 'ESSENTIAL_ACTION',
  answerBy: at(10),
  publishedAt: at(0),
  updatedAt: at(0),
  recall: null,
  state: 'ACTIVE',
} as const;

test('half of the time, its end, then alternates and the member outside, and then nothing', () => {
  const steps = [1, 6, 10.5, 11.5, 13].map((hours) => nextStepOf(item, NOW + hours * 3_600_000));
  expect(steps).toEqual([
    { step: 'HALF', at: at(5) },
    { step: 'DUE', at: at(10) },
    { step: 'ALTERNATES', at: at(11) },
    { step: 'OUTSIDE', at: at(12) },
    null,
  ]);
});

test('a recommendation goes to nobody else', () => {
  const recommended = { ...item, level: 'RECOMMENDATION' } as const;
  expect(nextStepOf(recommended, NOW + 11 * 3_600_000)).toBeNull();
});

/** What the hub would do next, from whichever of its versions it goes on. */
const nextFrom = (from: number, now: number): string | null =>
  remindersOf({ for: item.level, from: new Date(from), due: new Date(item.answerBy) }).find(
    (each) => each.at.getTime() > now,
  )?.step ?? null;

test('a correction may go on from when it was asked first: a step that is not certain is not said', () => {
  const corrected = { ...item, updatedAt: at(6) };
  const said = [7, 9, 10.2, 10.6, 10.9, 12.5].map((hours) => nextStepOf(corrected, NOW + hours * 3_600_000));
  expect(said).toEqual([
    // Half of the time was over before it was corrected, if that asks the same.
    undefined,
    { step: 'DUE', at: at(10) },
    { step: 'ALTERNATES', at: null },
    undefined,
    undefined,
    null,
  ]);
  for (const until of [2, 6, 9.9, 10.1, 12, 30])
    for (let hours = until; hours < 60; hours += 0.1) {
      const now = NOW + hours * 3_600_000;
      const next = nextStepOf({ ...item, updatedAt: at(until) }, now);
      if (next === undefined) continue;
      const possible = Array.from({ length: 41 }, (_, part) =>
        nextFrom(NOW + (until * 3_600_000 * part) / 40, now),
      );
      expect([...new Set(possible)]).toEqual([next?.step ?? null]);
    }
});

test('figures are asked for what is going on, and no more once everybody has answered', () => {
  const row = { state: 'ACTIVE', recall: null, updatedAt: at(0), answerBy: null } as const;
  const recall = { warning: null, reason: 'wrong', whatToDo: null, isNarrowed: false, former: null };
  const after = (days: number): number => NOW + days * 24 * 3_600_000;
  expect(isGoingOn(row, after(1))).toBe(true);
  expect(isGoingOn(row, after(31))).toBe(false);
  expect(isGoingOn({ ...row, answerBy: at(240) }, after(31))).toBe(true);
  expect(isGoingOn({ ...row, state: 'EXPIRED' }, after(1))).toBe(false);
  expect(isGoingOn({ ...row, state: 'CANCELLED' }, after(1))).toBe(false);
  expect(isGoingOn({ ...row, state: 'CANCELLED', recall } as never, after(1))).toBe(true);
  const answered = delivery({ answer: 'ACTED', isAnswered: true, isAnswerDue: false });
  expect(againAfter(undefined)).toBe(60_000);
  expect(againAfter({ nodes: [answered, delivery({})], hasMore: false })).toBe(60_000);
  expect(againAfter({ nodes: [answered], hasMore: true })).toBe(60_000);
  expect(againAfter({ nodes: [answered], hasMore: false })).toBe(false);
  expect(againAfter(null)).toBe(false);
});

test('of a list of many rows a few are asked at once, each in its turn, whatever fails', async () => {
  let running = 0;
  let most = 0;
  answerWith(async ({ variables: { id } }) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    if (String(id).endsWith('3')) return { warning: null };
    return { warning: { deliveries: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } } };
  });
  const client = new QueryClient();
  const ids = Array.from({ length: 40 }, (_, at) => `warning--${at}`);
  const found = await Promise.all(ids.map((id) => client.fetchQuery(figuresQuery(id))));
  expect(most).toBe(2);
  expect(found.filter((each) => each === null)).toHaveLength(4);
  const inTurn = atMost(1);
  const failed = inTurn(() => Promise.reject(new Error('no')));
  const next = inTurn(async () => 'yes');
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('yes');
  client.clear();
});

test('what asks nothing by a time, and what is recalled, has no steps', () => {
  expect(nextStepOf({ ...item, level: 'INFORMATION', answerBy: null }, NOW)).toBeUndefined();
  expect(nextStepOf({ ...item, state: 'CANCELLED' }, NOW)).toBeUndefined();
});
