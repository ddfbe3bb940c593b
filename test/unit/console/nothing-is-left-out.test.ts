// What the console reads in pages it reads to the end, or says that it did not; and what was left is not heard of any more.
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { queries } from '../../../src/console/app/queries.ts';
import { shareStream } from '../../../src/console/live/shared-stream.ts';
import { latestCasesQuery, openCases } from '../../../src/console/views/cases/cases-query.ts';
import { askedQuery, needsQuery } from '../../../src/console/views/floor/needs-query.ts';
import { differing, endOfDay, merged } from '../../../src/console/views/partnership/act/lists.ts';
import { allLines } from '../../../src/console/views/partnership/audit/audit-query.ts';
import { digitsIn } from '../../../src/console/views/subscriptions/subscription-form.ts';
import { isUndelivered } from '../../../src/console/views/warning/warning-query.ts';
import { answerWith, leaveTab, openChannels, openStorage, standIn } from '../../support/console/tab.ts';

afterAll(leaveTab);

openStorage();
const { now } = Date;
afterEach(() => {
  Date.now = now;
});

/** Pages of one row each. */
const pagesOf = (count: number, rowOf: (at: number) => unknown, after: unknown) => {
  const at = after === null ? 0 : Number(after) + 1;
  return {
    edges: [{ cursor: String(at), node: rowOf(at) }],
    pageInfo: { hasNextPage: at + 1 < count, endCursor: String(at) },
  };
};

test('the open case that waits longest is there, on whatever page', async () => {
  answerWith(({ variables: { after } }) => ({
    cases: pagesOf(5, (at) => ({ caseId: `case--${at}` }), after),
  }));
  const found = await openCases(new AbortController().signal);
  expect(found.map(({ caseId }) => caseId)).toEqual(['case--0', 'case--1', 'case--2', 'case--3', 'case--4']);
});

test('requests for help that were closed are read page by page, as far as somebody looks', async () => {
  answerWith(({ variables: { after } }) => ({
    cases: pagesOf(3, (at) => ({ caseId: `case--${at}` }), after),
  }));
  const read = async (pages: number) =>
    (await queries.fetchInfiniteQuery({ ...latestCasesQuery, pages })).pages;
  const [first] = await read(1);
  expect(first?.pageInfo.hasNextPage).toBe(true);
  queries.clear();
  const all = await read(9);
  expect(all.flatMap(({ edges }) => edges.map(({ node }) => node.caseId))).toEqual([
    'case--0',
    'case--1',
    'case--2',
  ]);
  queries.clear();
});

test('a file of the audit trail is whole, or says that it is not', async () => {
  const pageOf = (count: number) => async (_: unknown, after: string | null) =>
    pagesOf(count, (at) => ({ id: `line--${at}` }), after) as never;
  const whole = await allLines({}, pageOf(300));
  expect([whole.lines.length, whole.isCut]).toEqual([300, false]);
  const cut = await allLines({}, pageOf(5_000));
  expect([cut.lines.length < 5_000, cut.isCut]).toEqual([true, true]);
});

test('a recall that is not delivered yet is asked for again, whatever the clock of the browser says', () => {
  const real = now();
  const setClock = (to: number): void => {
    Date.now = () => to;
  };
  const item = (id: string) => ({
    id,
    version: 2,
    updatedAt: new Date(real).toISOString(),
    recall: { reason: 'wrong' },
    myDelivery: null,
    whyMe: { kind: 'ADDRESSED' },
  });
  for (const [at, away] of [-3_600_000, 61_000, 3_600_000].entries()) {
    const id = `warning--${at}`;
    setClock(real + away);
    expect(isUndelivered(item(id))).toBe(true);
    setClock(real + away + 59_000);
    expect(isUndelivered(item(id))).toBe(true);
    setClock(real + away + 61_000);
    expect(isUndelivered(item(id))).toBe(false);
  }
  expect(isUndelivered({ ...item('warning--own'), whyMe: { kind: 'OWN' } })).toBe(false);
});

test('what is asked for is known before the newest warnings are, and is asked for once', async () => {
  const client = new QueryClient();
  const asked: Record<string, unknown>[] = [];
  let letGo = (): void => undefined;
  const isHeld = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  answerWith(async ({ variables }) => {
    asked.push(variables);
    if (!('first' in variables)) return { toAnswer: [] };
    await isHeld;
    return { feed: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } };
  });
  const whole = client.fetchQuery(needsQuery(undefined));
  const first = await client.fetchQuery(askedQuery(undefined));
  expect(first.rows).toEqual([]);
  expect(client.getQueryData(needsQuery(undefined).queryKey)).toBeUndefined();
  letGo();
  expect((await whole).rows).toEqual([]);
  expect(asked.filter((variables) => !('first' in variables))).toHaveLength(1);
});

test('a stream that was left says nothing any more, whatever was on its way', async () => {
  openChannels();
  standIn('navigator', {});
  let letGo = (): void => undefined;
  const isHeld = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const node = { id: 'warning--1', version: 1, recall: null };
  answerWith(async () => {
    await isHeld;
    return { feed: { edges: [{ cursor: 'a', node }], pageInfo: { hasNextPage: false, endCursor: 'a' } } };
  });
  const heard: unknown[] = [];
  const hear = (what: unknown): void => void heard.push(what);
  const leave = shareStream('one', null, {
    onArrival: hear,
    onHeard: () => hear('heard'),
    onDown: () => undefined,
    onLost: hear,
    onLead: () => undefined,
  });
  leave();
  letGo();
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(heard).toEqual([]);
});

test('a form sends what was changed in it, and leaves the rest as somebody else may have changed it', () => {
  const before = { name: 'Agency', sectors: ['power'], mayPublish: true, other: 1 };
  expect(differing({ name: 'The Agency', sectors: ['power'], mayPublish: true }, before)).toEqual({
    name: 'The Agency',
  });
  expect(differing({ sectors: ['power', 'water'], mayPublish: false }, before)).toEqual({
    sectors: ['power', 'water'],
    mayPublish: false,
  });
  expect(differing({ latinName: null as string | null }, { latinName: null })).toEqual({});
});

test('a list that is written whole keeps what another changed in it since it was opened', () => {
  // As it is: in the order that was chosen.
  expect(merged(['a', 'b'], ['b', 'a', 'c'], ['a', 'b'])).toEqual(['b', 'a', 'c']);
  // Another took `a` and added `x`: a press that adds `c` undoes neither.
  expect(merged(['a', 'b'], ['a', 'b', 'c'], ['b', 'x'])).toEqual(['b', 'x', 'c']);
  // Both took it, both added it.
  expect(merged(['a', 'b'], ['b', 'c'], ['b', 'c'])).toEqual(['b', 'c']);
  // A contact that was changed is the former taken and the new one added.
  const [phone, mail] = [
    { kind: 'PHONE', value: '+1' },
    { kind: 'EMAIL', value: 'a@x.example' },
  ];
  const changed = { kind: 'PHONE', value: '+2' };
  expect(merged([phone], [changed], [phone, mail])).toEqual([mail, changed]);
});

test('what holds until a day holds on it, over the end of a month too', () => {
  expect(endOfDay('2026-02-28')).toBe('2026-03-01T00:00:00.000Z');
  expect(endOfDay('2026-12-31')).toBe('2027-01-01T00:00:00.000Z');
  const others = ['20261-01-01', '2026-13-01', '2026-02-31', '2026-1-1', '28.02.2026', ''];
  expect(others.map(endOfDay)).toEqual(others.map(() => null));
});

test('digits are those of the scripts that people type', () => {
  expect(['10', '١٠', '۱۰', '１０', 'a1b0', '–', ''].map(digitsIn)).toEqual([
    '10',
    '10',
    '10',
    '10',
    '10',
    '',
    '',
  ]);
  expect(digitsIn('٠١٢٣٤٥٦٧٨٩')).toBe('0123456789');
});
