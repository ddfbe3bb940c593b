// What waits for a hand is asked for as far and as often as somebody is helped by it; and no two questions are kept under one name.
import { globSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import { againAfter, firstOf, tallyOf, toTakeQuery } from '../../../../src/console/app/hands/hands.ts';
import { lead } from '../../../../src/console/live/leading.ts';
import { shareStream } from '../../../../src/console/live/shared-stream.ts';
import { hasLeft, isOver, latestCasesQuery } from '../../../../src/console/views/cases/cases-query.ts';
import { answerWith, leaveTab, openChannels, openStorage, standIn } from '../../../support/console/tab.ts';

openStorage();
afterAll(leaveTab);

/** Pages of one row each. */
const pagesOf = (count: number) => async (after: string | null) => {
  const at = after === null ? 0 : Number(after) + 1;
  return { edges: [{ node: at }], pageInfo: { hasNextPage: at + 1 < count, endCursor: String(at) } };
};

test('what waits is read so far, and it is said that there is more', async () => {
  expect(await firstOf(pagesOf(3))).toEqual({ nodes: [0, 1, 2], hasMore: false });
  const cut = await firstOf(pagesOf(1_000));
  expect([cut.nodes.length, cut.hasMore]).toEqual([10, true]);
  expect([tallyOf(3, false), tallyOf(10, true)]).toEqual(['3', '10+']);
});

test('of several tabs that nobody looks at, one asks as often as before', () => {
  expect(againAfter({ isBeforeEyes: true, isLeading: false })).toBe(30_000);
  expect(againAfter({ isBeforeEyes: false, isLeading: true })).toBe(30_000);
  expect(againAfter({ isBeforeEyes: false, isLeading: false })).toBe(300_000);
  const { refetchInterval } = toTakeQuery;
  if (typeof refetchInterval !== 'function') throw new Error('it asks as often in every tab');
  for (const [visibilityState, isLeader, wanted] of [
    ['visible', false, 30_000],
    ['hidden', false, 300_000],
    ['hidden', true, 30_000],
  ] as const) {
    standIn('document', { visibilityState });
    lead(isLeader);
    expect(refetchInterval({} as never)).toBe(wanted);
  }
  lead(false);
});

test('a tab leads once it holds the lock, and not before', async () => {
  openChannels();
  answerWith(() => null);
  let grant = (): unknown => undefined;
  const request = (_: string, _options: unknown, lead: () => unknown): Promise<unknown> =>
    new Promise((resolve) => {
      grant = () => resolve(lead());
    });
  standIn('navigator', { locks: { request } });
  let leads = false;
  const leave = shareStream('one', null, {
    onArrival: () => undefined,
    onHeard: () => undefined,
    onDown: () => undefined,
    onLost: () => undefined,
    onLead: () => {
      leads = true;
    },
  });
  expect(leads).toBe(false);
  grant();
  expect(leads).toBe(true);
  leave();
});

const request = (caseId: string) => ({ caseId }) as never;

test('closed requests are read again once one that was open is so no more, and by no clock', () => {
  expect('refetchInterval' in latestCasesQuery).toBe(false);
  const [one, two] = [request('case--1'), request('case--2')];
  expect(hasLeft([one], [one, two])).toBe(false);
  expect(hasLeft([one, two], [two])).toBe(true);
});

test('a request whose time is over while the hub is not heard is late', () => {
  const now = Date.parse('2026-11-28T12:00:00Z');
  const [before, after] = ['2026-11-28T11:20:00Z', '2026-11-28T12:40:00Z'];
  expect(isOver({ state: 'OPEN', dueAt: before, isOverdue: false }, now)).toBe(true);
  expect(isOver({ state: 'OPEN', dueAt: after, isOverdue: false }, now)).toBe(false);
  expect(isOver({ state: 'OPEN', dueAt: after, isOverdue: true }, now)).toBe(true);
  // Somebody helps: nothing runs any more.
  expect(isOver({ state: 'TAKEN', dueAt: before, isOverdue: false }, now)).toBe(false);
});

const KEPT = /queryKey: (\[[^\]]*\]),\s*(?:\/\/[^\n]*\s*)*queryFn/g;

test('no two questions are kept under one name: the answer to one would be shown as that to the other', () => {
  const names = globSync('src/console/**/*.{ts,tsx}').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(KEPT)].map(([, name = '']) =>
      // Whatever a place is called where it is asked for.
      name.replaceAll(/'[^']*'|[^,[\]\s][^,[\]]*/g, (part) => (part.startsWith("'") ? part : '…')),
    ),
  );
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
