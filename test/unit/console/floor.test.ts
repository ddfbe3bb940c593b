// The watch floor's own reckoning: what waits, until when, and where it burns.
import { expect, test } from '@jest/globals';
import type { RowFragment } from '../../../src/console/operations/graphql.generated.ts';
import { dueIn, dueOf, isUnanswered, mayWait, needs, versionOf } from '../../../src/console/ui/row/needs.ts';
import { heatRows, type Warm, withoutSector } from '../../../src/console/views/floor/heat.ts';

const at = (hours: number): string => new Date(Date.UTC(2030, 0, 1, hours)).toISOString();
const action = (by: string | null) => ({ text: 'Act', by });

test('time left is to the earliest of what is asked for and what is to be done', () => {
  const due = (answerBy: string | null, bys: (string | null)[], validUntil: string | null): string | null =>
    dueOf({ answerBy, actions: bys.map(action), validUntil })?.toISOString() ?? null;
  expect(due(at(1), [at(5), null], at(3))).toBe(at(1));
  expect(due(at(9), [at(5), at(7)], null)).toBe(at(5));
  expect(due(null, [null], at(3))).toBe(at(3));
  expect(due(null, [], null)).toBe(null);
});

const row = (id: string, changes: Partial<RowFragment> = {}): RowFragment =>
  ({
    id,
    kind: 'WARNING',
    state: 'ACTIVE',
    severity: 'SEVERE',
    effectiveUrgency: 'EXPECTED',
    actions: [],
    answerBy: null,
    validUntil: null,
    recall: null,
    whyMe: { kind: 'DIRECT' },
    myDelivery: {
      state: 'SENT',
      answer: null,
      answerBy: null,
      isAnswerDue: false,
      isAnswered: false,
      answers: [],
    },
    ...changes,
  }) as RowFragment;

const delivery = (state: string, isAnswerDue: boolean, changes: object = {}) =>
  ({
    state,
    answer: state === 'ACKNOWLEDGED' ? 'SEEN' : null,
    answerBy: null,
    isAnswerDue,
    isAnswered: !isAnswerDue && state === 'ACKNOWLEDGED',
    answers: [],
    ...changes,
  }) as RowFragment['myDelivery'];

test('what waits is what has no answer, or not the answer that is asked for', () => {
  expect(isUnanswered(row('new'))).toBe(true);
  expect(isUnanswered(row('seen', { myDelivery: delivery('ACKNOWLEDGED', false) }))).toBe(false);
  expect(isUnanswered(row('asked for more', { myDelivery: delivery('ACKNOWLEDGED', true) }))).toBe(true);
  // Answered before a correction that asks the same: the hub brings the correction, and asks nothing of it.
  expect(isUnanswered(row('stands', { myDelivery: delivery('SENT', false, { isAnswered: true }) }))).toBe(
    false,
  );
  expect(isUnanswered(row('asked anew', { myDelivery: delivery('SENT', true, { answerBy: at(9) }) }))).toBe(
    true,
  );
  expect(isUnanswered(row('over', { state: 'EXPIRED' }))).toBe(false);
  // A recall is to be confirmed.
  const recalled = row('recalled', { state: 'CANCELLED', myDelivery: delivery('SENT', true) });
  expect(isUnanswered(recalled)).toBe(true);
  expect(isUnanswered(row('own', { whyMe: { kind: 'OWN' } as RowFragment['whyMe'] }))).toBe(false);
  expect(isUnanswered(row('not sent', { myDelivery: null }))).toBe(false);
});

test('what arrives may wait, but not what was there already and was not sent', () => {
  const may = (node: RowFragment, isOverlap = false, looked: readonly RowFragment[] = []): boolean =>
    mayWait({ node, isOverlap }, new Set(looked.map(versionOf)));
  const unsent = row('unsent', { version: 1, myDelivery: null });
  expect(may(unsent)).toBe(true);
  expect(may(row('practice', { kind: 'PRACTICE', myDelivery: null }))).toBe(false);
  // An advisory that was imported in silence is among what the stream begins with.
  expect(may(unsent, true, [unsent])).toBe(false);
  expect(may(unsent, true, [row('other', { version: 1 })])).toBe(true);
  expect(may({ ...unsent, version: 2 }, true, [unsent])).toBe(true);
  expect(may(row('sent', { version: 1 }), true, [])).toBe(true);
});

test('what is to be done keeps its time on the row until it is done or does not apply', () => {
  const given = (
    answer: string,
    isAnswerDue = false,
    changes: Partial<RowFragment> = {},
  ): string | undefined =>
    dueIn(
      row('x', {
        actions: [action(at(5)), action(at(3))],
        answerBy: at(1),
        validUntil: at(2),
        myDelivery: {
          state: 'ACKNOWLEDGED',
          answer,
          answerBy: at(1),
          isAnswerDue,
          isAnswered: !isAnswerDue,
          answers: [],
        } as unknown as RowFragment['myDelivery'],
        ...changes,
      }),
    )?.toISOString();
  for (const answer of ['SEEN', 'INVESTIGATING', 'AFFECTED', 'NEED_HELP']) {
    expect([answer, given(answer)]).toEqual([answer, at(3)]);
    expect([answer, given(answer, true)]).toEqual([answer, at(1)]);
    // The end of a warning is no time for who has answered it.
    expect([answer, given(answer, false, { actions: [action(null)] })]).toEqual([answer, undefined]);
  }
  for (const answer of ['ACTED', 'NOT_AFFECTED'])
    expect([answer, given(answer)]).toEqual([answer, undefined]);
  expect(given('INVESTIGATING', false, { state: 'CANCELLED' })).toBe(undefined);
  expect(given('INVESTIGATING', false, { whyMe: { kind: 'OWN' } as RowFragment['whyMe'] })).toBe(undefined);
  // A correction that keeps the time keeps the answer; one that sets another asks anew.
  const corrected = (answer: string, isAnswerDue: boolean): string | undefined =>
    given('', isAnswerDue, {
      answerBy: at(4),
      actions: [action(at(5))],
      myDelivery: delivery('SENT', isAnswerDue, {
        isAnswered: !isAnswerDue,
        answers: [{ version: 1, answer, site: null }],
      }),
    });
  expect(corrected('ACTED', false)).toBe(undefined);
  expect(corrected('AFFECTED', false)).toBe(at(5));
  expect(corrected('ACTED', true)).toBe(at(4));
  expect(dueIn(row('not sent', { actions: [action(at(3))], myDelivery: null }))).toBe(null);
});

test('the most pressing comes first, by time left among equals, and each once', () => {
  const [later, sooner] = [row('later', { answerBy: at(9) }), row('sooner', { answerBy: at(2) })];
  const worst = row('worst', { severity: 'EXTREME', effectiveUrgency: 'IMMEDIATE' });
  expect(needs([later, sooner, worst, later]).map(({ id }) => id)).toEqual(['worst', 'sooner', 'later']);
  // What is overdue is as urgent as what is immediate, and no worse than it is.
  const mild = row('mild', { severity: 'MODERATE', effectiveUrgency: 'IMMEDIATE' });
  const ordered = needs([mild, later, sooner, worst], Date.parse(at(5))).map(({ id }) => id);
  expect(ordered).toEqual(['worst', 'sooner', 'mild', 'later']);
  // Of what was recalled no grade and no time is left, and it is to be removed before what is not severe.
  const recall = { warning: 'recalled', reason: 'wrong', whatToDo: 'Remove it', isNarrowed: false };
  const recalled = row('recalled', { severity: 'UNKNOWN', recall });
  expect(needs([later, mild, recalled, worst]).map(({ id }) => id)).toEqual([
    ...['worst', 'recalled', 'mild', 'later'],
  ]);
});

test('a warning is in the one column of when it was published', () => {
  const now = Date.UTC(2030, 0, 31);
  const ago = (days: number): string => new Date(now - days * 86_400_000).toISOString();
  const warm = (days: number, sector: string, changes: Partial<Warm> = {}): Warm => ({
    id: `${sector} ${days}`,
    severity: 'SEVERE',
    state: 'ACTIVE',
    takenInAt: ago(days),
    updatedAt: ago(days),
    sectorsConcerned: [sector],
    ...changes,
  });
  const rows = heatRows(
    [
      warm(0.5, 'energy/gas'),
      warm(-0.001, 'energy/electricity', { severity: 'EXTREME' }),
      warm(2, 'energy'),
      warm(5, 'health'),
      warm(29, 'health'),
      warm(31, 'health'),
      warm(6, 'health', { state: 'CANCELLED' }),
    ],
    now,
  );
  expect(rows.map(({ sector, cells }) => [sector, cells.map(({ count }) => count)])).toEqual([
    ['energy', [2, 1, 0, 0]],
    ['health', [0, 0, 1, 1]],
  ]);
  expect(rows[0]?.cells[0]?.worst).toBe('EXTREME');
  // What was brought in now counts by the date of its issuer, and one that it dated ahead by when it came.
  const old = warm(0.1, 'water', { updatedAt: ago(2_000) });
  const week = warm(0.1, 'water', { updatedAt: ago(5) });
  const ahead = warm(2, 'water', { updatedAt: ago(-300) });
  const unnamed = warm(1, '', { sectorsConcerned: [] });
  const over = { ...unnamed, state: 'CANCELLED' as const };
  const brought = [old, week, ahead, unnamed, over, { ...old, sectorsConcerned: [] }];
  expect(heatRows(brought, now).map(({ cells }) => cells.map(({ count }) => count))).toEqual([[0, 1, 1, 0]]);
  expect(withoutSector(brought, now)).toBe(1);
});
