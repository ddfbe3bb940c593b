// How many new items the console's lists say: those that a list does not show and would, once each.
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Arrival, freshOf, keyOf } from '../../../src/console/live/arrival.ts';
import {
  forgetWithdrawals,
  inItsPlace,
  isTaken,
  standing,
  takeAway,
} from '../../../src/console/live/withdrawal.ts';
import type { RowFragment } from '../../../src/console/operations/graphql.generated.ts';
import { randomOf } from '../../support/random.ts';
import { seed } from '../../support/seed.ts';

const row = (id: string, changes: Partial<RowFragment> = {}): RowFragment =>
  ({
    id,
    version: 1,
    kind: 'WARNING',
    state: 'ACTIVE',
    severity: 'SEVERE',
    effectiveUrgency: 'EXPECTED',
    effectiveCertainty: 'LIKELY',
    sectorsConcerned: ['energy/electricity'],
    countriesConcerned: ['XA'],
    exercise: null,
    updatedAt: '2030-01-01T00:00:00.000Z',
    ...changes,
  }) as RowFragment;

const arrival = (node: RowFragment, changes: Partial<Arrival> = {}): Arrival => ({
  node,
  cursor: `${node.id}.${node.version}`,
  occasion: 'VERSION',
  at: 2_000,
  isOverlap: false,
  ...changes,
});

const ids = (fresh: readonly Arrival[]): string[] => fresh.map(({ node }) => node.id);
const list = { rows: [row('a')], filter: {}, askedAt: 1_000 };

test('what the list shows is not new; another item and a later version are', () => {
  expect(ids(freshOf([arrival(row('a'))], list))).toEqual([]);
  expect(ids(freshOf([arrival(row('b')), arrival(row('a', { version: 2 }))], list))).toEqual(['b', 'a']);
});

test('an advisory with a date of years ago, or of the future, counts like any other', () => {
  const old = arrival(row('old', { updatedAt: '2020-01-01T00:00:00.000Z' }));
  const early = { ...list, rows: [row('a', { updatedAt: '2099-01-01T00:00:00.000Z' })] };
  expect(ids(freshOf([old], early))).toEqual(['old']);
});

test('what came before the list was asked for never counts, whatever the list leaves out', () => {
  const before = Array.from({ length: 20 }, (_, at) => arrival(row(`x${at}`), { at: 900, isOverlap: true }));
  expect(freshOf(before, { ...list, rows: [], filter: { sectors: ['health'] } })).toEqual([]);
  expect(freshOf(before, { ...list, rows: [] })).toEqual([]);
});

test('a filtered list counts what fits its filter alone', () => {
  const health = arrival(row('h', { sectorsConcerned: ['health'], severity: 'EXTREME' }));
  const power = arrival(row('p'));
  const found = (filter: object): string[] => ids(freshOf([health, power], { ...list, rows: [], filter }));
  expect(found({ sectors: ['health'] })).toEqual(['h']);
  expect(found({ sectors: ['energy'] })).toEqual(['p']);
  expect(found({ sectors: ['ener'] })).toEqual([]);
  expect(found({ severities: ['EXTREME', 'MINOR'] })).toEqual(['h']);
  expect(found({ kind: 'PRACTICE' })).toEqual([]);
  expect(found({ country: 'XB' })).toEqual([]);
  expect(found({ exercise: 'drill' })).toEqual([]);
  expect(found({ urgencies: ['EXPECTED'] })).toEqual(['h', 'p']);
});

test('a warning that was raised or has ended counts where the list says otherwise', () => {
  const raised = arrival(row('a', { effectiveUrgency: 'IMMEDIATE' }), { occasion: 'RAISED', cursor: '9' });
  expect(ids(freshOf([raised], list))).toEqual(['a']);
  expect(freshOf([raised], { ...list, rows: [row('a', { effectiveUrgency: 'IMMEDIATE' })] })).toEqual([]);
  const ended = arrival(row('a', { state: 'EXPIRED' }), { occasion: 'ENDED', cursor: '10' });
  expect(ids(freshOf([ended], list))).toEqual(['a']);
  expect(freshOf([ended], { ...list, rows: [] })).toEqual([]);
});

test('each raise of one version is an event of its own, each version is one', () => {
  const node = row('a');
  expect(keyOf(arrival(node, { cursor: '1' }))).toBe(keyOf(arrival(node, { cursor: '2' })));
  const raise = (cursor: string): string => keyOf(arrival(node, { occasion: 'RAISED', cursor }));
  expect(raise('1')).not.toBe(raise('2'));
});

test('whatever arrives: reading the list again leaves nothing new', () => {
  const random = randomOf(seed());
  for (let world = 0; world < 200; world += 1) {
    const arrivals = Array.from({ length: 1 + random.below(12) }, (_, at) =>
      arrival(
        row(`w${random.below(6)}`, {
          version: 1 + random.below(3),
          sectorsConcerned: [random.pick(['health', 'energy/gas'])],
          state: random.pick(['ACTIVE', 'EXPIRED', 'CANCELLED'] as const),
        }),
        { occasion: random.pick(['VERSION', 'RAISED', 'ENDED'] as const), at: 2_000 - at, cursor: `${at}` },
      ),
    );
    const filter = random.pick([{}, { sectors: ['health'] }, { kind: 'WARNING' as const }]);
    const fresh = freshOf(arrivals, { rows: [], filter, askedAt: 0 });
    expect(new Set(ids(fresh)).size).toBe(fresh.length);
    // Even of what the hub no longer lists.
    expect(freshOf(arrivals, { rows: [], filter, askedAt: 3_000 })).toEqual([]);
  }
});

describe('what is taken away', () => {
  afterEach(forgetWithdrawals);
  /** Of `a`: a recall is its next version, the notice of a narrowing an item of its own. */
  const notice = (id: string, kind: 'DIRECT' | 'OWN'): Arrival =>
    arrival(
      row(id, {
        version: id === 'a' ? 2 : 1,
        publishedAt: '2030-01-02T00:00:00.000Z',
        headline: 'It is gone',
        recall: { warning: 'a', isNarrowed: id !== 'a', reason: 'A source', whatToDo: 'Delete it' },
        whyMe: { kind, hoursToEffect: null },
      }),
    );
  const [before, other] = [row('a', { headline: 'The secret' }), row('b')];
  const held = [arrival(other), arrival(before), arrival(before, { occasion: 'RAISED', cursor: '9' })];

  test.each(['a', 'n'])('is none of what has arrived, nor told to a tab that comes later: %s', (id) => {
    const came = notice(id, 'DIRECT');
    takeAway(came);
    expect(ids(standing([came, ...held]))).toEqual([id, 'b']);
    expect(inItsPlace(before).headline).toBe('It is gone');
    // A narrowing may give it back later.
    const back = arrival(row('a', { version: 2, updatedAt: '2030-01-03T00:00:00.000Z' }));
    expect(ids(standing([back]))).toEqual(['a']);
  });

  test('is kept by its publisher where it was narrowed for others', () => {
    const came = notice('n', 'OWN');
    takeAway(came);
    expect(standing([came, ...held])).toEqual([came, ...held]);
    expect(inItsPlace(before)).toBe(before);
    expect(isTaken(before)).toBe(false);
  });

  test('is gone for its publisher too where it was recalled', () => {
    takeAway(notice('a', 'OWN'));
    expect(ids(standing(held))).toEqual(['b']);
  });
});
