// The same press once more, after an answer that was lost, is the same act to the hub.
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { showAs } from '../../../src/console/app/ask.ts';
import { beOwnedBy } from '../../../src/console/app/choices.ts';
import { keyFor, ownMemory } from '../../../src/console/ui/act/asked.ts';
import { rangeIn, toReplay } from '../../../src/console/views/channels/channels-query.ts';
import { changingList, type Person } from '../../../src/console/views/partnership/people/people-query.ts';
import { sendingOf } from '../../../src/console/views/publish/drafts/sending.ts';
import { answerWith, leaveTab, openStorage } from '../../support/console/tab.ts';

afterAll(leaveTab);

const NAME = 'tocsin.draft.WARNING';
beforeEach(() => {
  openStorage(10_000);
});

test('an act has one key until something else is asked, or it is known what came of it', () => {
  const memory = ownMemory();
  const first = keyFor({ reason: 'a' }, memory);
  expect(keyFor({ reason: 'a' }, memory)).toBe(first);
  const second = keyFor({ reason: 'b' }, memory);
  expect(second).not.toBe(first);
  memory.write(null);
  expect(keyFor({ reason: 'b' }, memory)).not.toBe(second);
});

test('a publication has one key for as long as the form says the same, and the tab keeps it', () => {
  const kept = openStorage(10_000);
  const form = { headline: 'Breakers opened' };
  const first = keyFor(form, sendingOf(NAME));
  expect(keyFor(form, sendingOf(NAME))).toBe(first);
  expect(JSON.parse(kept[`${NAME}.sent`] ?? '')).toEqual({ text: JSON.stringify(form), key: first });
  expect(keyFor(form, sendingOf(`${NAME}@2`))).not.toBe(first);
  const changed = keyFor({ headline: 'Breakers closed' }, sendingOf(NAME));
  expect(changed).not.toBe(first);
  sendingOf(NAME).write(null);
  expect(keyFor({ headline: 'Breakers closed' }, sendingOf(NAME))).not.toBe(changed);
});

test('where the tab has no room it is remembered until the page is loaded again, and an older one is not taken for it', () => {
  openStorage(200);
  const small = keyFor({ bundle: '' }, sendingOf(NAME));
  const large = keyFor({ bundle: 'x'.repeat(500) }, sendingOf(NAME));
  expect(keyFor({ bundle: 'x'.repeat(500) }, sendingOf(NAME))).toBe(large);
  expect(keyFor({ bundle: '' }, sendingOf(NAME))).not.toBe(small);
});

test('it goes with the draft when somebody else comes', () => {
  const kept = openStorage(10_000);
  beOwnedBy('north-grid anna');
  const first = keyFor({}, sendingOf(NAME));
  beOwnedBy('north-grid anna');
  expect(keyFor({}, sendingOf(NAME))).toBe(first);
  beOwnedBy('north-grid berta');
  expect(Object.keys(kept)).toEqual(['tocsin.owner']);
});

test('without a range of time only what was given up goes again, whatever the log shows', () => {
  const [endpoint, from, until] = ['one', '2026-11-30T00:00:00Z', '2026-12-01T00:00:00Z'];
  expect(toReplay({ endpoint })).toEqual({ endpoint, states: ['DEAD'] });
  expect(toReplay({ endpoint, states: ['SENT'] })).toEqual({ endpoint, states: ['DEAD'] });
  expect(toReplay({ endpoint, from, states: ['SENT'] })).toEqual({ endpoint, from, states: ['SENT'] });
  expect(toReplay({ endpoint, until })).toEqual({
    endpoint,
    until,
    states: ['SENT', 'DEAD', 'WITHHELD', 'CANCELLED'],
  });
});

test('a range is of moments alone: of what is none nothing is guessed, and no bound is left out', () => {
  const from = '2026-12-01T08:00:00.000Z';
  expect(rangeIn({})).toEqual({});
  expect(rangeIn({ from: '', until: ' ' })).toEqual({});
  expect(rangeIn({ from: '2026-12-01T08:00' })).toEqual({ from });
  expect(rangeIn({ from: '2026-12-01 0800', until: '2026-12-01T09:30' })).toEqual({
    from,
    until: '2026-12-01T09:30:00.000Z',
  });
  const others = [
    '1.12.2026 08:00',
    '01/02/2026 08:00',
    '2026',
    '12',
    '2026-12-01 8.30',
    '2026-12-01 08',
    '2026-12-01',
  ];
  expect(others.map((text) => rangeIn({ from: text }))).toEqual(others.map(() => null));
  expect(others.map((text) => rangeIn({ from, until: text }))).toEqual(others.map(() => null));
});

test('a list is merged once for each press: an attempt after a lost answer sends the same', async () => {
  const anna = { who: 'north-grid anna', person: 'anna' };
  showAs(anna);
  const opened = { personId: 'anna', roles: ['READER'] } as unknown as Person;
  let now: Person = opened;
  const sent: unknown[] = [];
  answerWith(({ variables }) => {
    if (!('input' in variables)) return { me: { profile: now } };
    sent.push((variables['input'] as Person).roles);
    return { result: { refusals: [] } };
  });
  const { send } = changingList(opened, 'roles', ['READER', 'ANALYST']);
  await send({ idempotencyKey: 'one', as: anna.who });
  // Somebody else changes it before the answer comes.
  now = { ...opened, roles: ['READER', 'MANAGER'] };
  await send({ idempotencyKey: 'one', as: anna.who });
  await send({ idempotencyKey: 'two', as: anna.who });
  expect(sent).toEqual([
    ['READER', 'ANALYST'],
    ['READER', 'ANALYST'],
    ['READER', 'MANAGER', 'ANALYST'],
  ]);
  showAs(null);
});
