// A row of `tocsin feed`: how urgent it is, that the hub raised it, and by when the next thing is to be done, within 80 columns; and
// what waits for an answer above the list.
import { expect, test } from '@jest/globals';
import type { ShownWarning } from '../../../../src/cli/client/warning-fields.ts';
import { doubtsOf } from '../../../../src/cli/feed/feed-filter.ts';
import { feedRow, nextDue } from '../../../../src/cli/feed/feed-row.ts';
import { readWaiting, waitingLines } from '../../../../src/cli/feed/waiting.ts';
import { columnsOf } from '../../../../src/exchange/text/columns.ts';

const ID = 'warning--00000000-0000-4000-8000-000000000001';
const shown = (changes: Partial<ShownWarning> = {}): ShownWarning =>
  ({
    id: ID,
    kind: 'WARNING',
    version: 2,
    messageType: 'UPDATE',
    state: 'ACTIVE',
    headline: 'Breakers opened remotely at two substations of the northern grid, and at a third one nearby',
    language: 'en',
    translations: [],
    actions: [],
    urgency: 'FUTURE',
    severity: 'SEVERE',
    certainty: 'POSSIBLE',
    effectiveUrgency: 'FUTURE',
    effectiveCertainty: 'POSSIBLE',
    raisedBecause: null,
    known: { inWords: [] },
    level: 'INFORMATION',
    answerBy: null,
    marking: 'AMBER_STRICT',
    exercise: null,
    recall: null,
    publisher: { slug: 'cyber-agency', name: 'Cyber Agency', country: 'XA' },
    issuer: null,
    updatedAt: '2026-11-29T03:16:00.000Z',
    whyMe: { kind: 'DIRECT' },
    myDelivery: null,
    ...changes,
  }) as unknown as ShownWarning;

const RAISED = { effectiveUrgency: 'IMMEDIATE', raisedBecause: 'Known to be exploited.' };
const due = (...by: (string | null)[]) => by.map((each) => ({ text: 'Update', by: each }));
const SOON = '2999-01-01T18:00:00.000Z';

test('a row says how urgent it is, that the hub raised it, and by when the next thing is to be done', () => {
  const row = feedRow(shown({ ...RAISED, actions: due('2999-02-01T18:00:00.000Z', SOON) }), ['en'], 80);
  expect(row).toContain('RAISED: UPDATED: Breakers opened remotely');
  expect(row).toMatch(
    /Urgency immediate, its publisher says future;\s+to\s+be\s+done by\s+2999-01-01 18:00Z/,
  );
  expect(row.split('\n').filter((line) => columnsOf(line) > 80)).toEqual([]);
  const plain = feedRow(shown(), ['en'], 80);
  expect(plain).toContain('  Urgency future\n');
  expect(plain).not.toContain('RAISED');
  const over = feedRow(shown({ ...RAISED, state: 'CANCELLED', actions: due(SOON) }), ['en'], 80);
  expect(over).not.toMatch(/RAISED|Urgency|to be done/);
});

test('the next deadline is the earliest that is not over, until it is done', () => {
  const nowMs = Date.parse('2026-11-29T03:00:00.000Z');
  const [past, next, later] = ['2026-11-29T02:59:00.000Z', '2026-11-29T06:00:00.000Z', SOON];
  const of = (by: (string | null)[], changes: Partial<ShownWarning> = {}) =>
    nextDue(shown({ actions: due(...by), ...changes }), nowMs);
  expect(of([later, null, next, past])).toEqual({ by: next, isOver: false });
  expect(of([past])).toEqual({ by: past, isOver: true });
  expect(of([null])).toBeNull();
  const answered = (version: number, answer: string) =>
    ({ myDelivery: { answers: [{ version, answer }] } }) as unknown as Partial<ShownWarning>;
  for (const answer of ['ACTED', 'NOT_AFFECTED']) expect(of([next], answered(2, answer))).toBeNull();
  expect(of([next], answered(1, 'ACTED'))).not.toBeNull();
  expect(of([next], answered(2, 'AFFECTED'))).not.toBeNull();
});

test('what waits stands above the list, the most urgent first, each in one line, and nothing where nothing waits', async () => {
  const waits = { myDelivery: { answerBy: null, isAnswerDue: false, isAnswered: false, answers: [] } };
  const found = [
    shown({ ...waits, severity: 'EXTREME' } as unknown as Partial<ShownWarning>),
    shown({ ...waits, ...RAISED, actions: due(SOON) } as unknown as Partial<ShownWarning>),
    shown({ myDelivery: null }),
  ];
  const client = {
    ask: async () => ({
      feed: {
        edges: found.map((node, at) => ({ cursor: `c${at}`, node })),
        pageInfo: { hasNextPage: false, endCursor: null },
      },
    }),
  };
  const waiting = await readWaiting(client as never);
  const lines = waitingLines(waiting, ['en'], 80);
  expect(lines.slice(0, 2)).toEqual([
    'Of the past week 2 items wait for your answer: tocsin feed --unanswered',
    expect.stringMatching(/^ {2}severe, immediate \(RAISED\), by 2999-01-01 18:00Z.*: Breakers/),
  ]);
  expect(lines[2]).toMatch(/^ {2}extreme, future: Breakers/);
  expect(lines.filter((line) => columnsOf(line) > 80)).toEqual([]);
  expect(waitingLines({ items: [], isCut: false }, ['en'], 80)).toEqual([]);
});

test('where nothing is found, what may be mistyped is said, the same of an exercise that is hidden and of none', () => {
  expect(doubtsOf({})).toEqual([]);
  for (const country of ['AT', 'at', 'XA', 'GB']) expect(doubtsOf({ country })).toEqual([]);
  for (const country of ['XZ', 'qq', 'ZZ'])
    expect(doubtsOf({ country })).toEqual([
      expect.stringContaining(`“${country.toUpperCase()}” to no country`),
    ]);
  expect(doubtsOf({ exercise: 'nosuch' })).toEqual([
    expect.stringMatching(
      /“nosuch” was asked for: nothing of one spelt so is for you so far, or there is none/,
    ),
  ]);
});
