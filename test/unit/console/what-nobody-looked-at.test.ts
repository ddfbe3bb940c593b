// What the console counts beside the name of the floor and in the title of its window, and what it says on every view.
import { expect, test } from '@jest/globals';
import type { Arrival } from '../../../src/console/live/arrival.ts';
import { unlookedOf, urgentOf } from '../../../src/console/live/unlooked.ts';

const arrival = (id: string, at: number, changes: Partial<Arrival['node']> = {}, more = {}): Arrival =>
  ({
    node: {
      id,
      version: 1,
      state: 'ACTIVE',
      severity: 'SEVERE',
      effectiveUrgency: 'IMMEDIATE',
      whyMe: { kind: 'DIRECT' },
      ...changes,
    },
    cursor: `${id}.${at}`,
    occasion: 'VERSION',
    at,
    isOverlap: false,
    ...more,
  }) as unknown as Arrival;

const nothing = { at: 0, putOffAt: 0, opened: new Map<string, number>() };
const ids = (arrivals: readonly Arrival[]): string[] => arrivals.map(({ node }) => node.id);

test('of each item the latest counts once, without what was there before and what is one’s own', () => {
  const arrivals = [
    arrival('a', 30, { version: 2 }),
    arrival('own', 25, { whyMe: { kind: 'OWN' } } as Partial<Arrival['node']>),
    arrival('before', 20, {}, { isOverlap: true }),
    arrival('b', 15),
    arrival('a', 10),
  ];
  expect(ids(unlookedOf(arrivals, nothing))).toEqual(['a', 'b']);
});

test('what came before somebody looked does not count; what came of it since does', () => {
  const calm = { severity: 'MODERATE' } as const;
  const arrivals = [
    arrival('a', 30, { version: 2, ...calm }),
    arrival('b', 15, calm),
    arrival('a', 10, calm),
  ];
  expect(ids(unlookedOf(arrivals, { ...nothing, at: 15 }))).toEqual(['a']);
  expect(ids(unlookedOf(arrivals, { ...nothing, at: 30 }))).toEqual([]);
  expect(ids(unlookedOf(arrivals, { ...nothing, opened: new Map([['a', 10]]) }))).toEqual(['a', 'b']);
  expect(ids(unlookedOf(arrivals, { ...nothing, opened: new Map([['a', 30]]) }))).toEqual(['b']);
});

test('what is severe and immediate stays though the floor is looked at, until it is opened or put off', () => {
  const arrivals = [arrival('a', 30), arrival('b', 20, { severity: 'MODERATE' })];
  expect(ids(unlookedOf(arrivals, { ...nothing, at: 30 }))).toEqual(['a']);
  expect(ids(unlookedOf(arrivals, { ...nothing, at: 30, putOffAt: 30 }))).toEqual([]);
  expect(ids(unlookedOf(arrivals, { ...nothing, at: 30, opened: new Map([['a', 30]]) }))).toEqual([]);
  // What comes of it later is said again.
  const again = [arrival('a', 40, { version: 2 }), ...arrivals];
  expect(ids(unlookedOf(again, { ...nothing, at: 40, putOffAt: 30 }))).toEqual(['a']);
});

test('said on every view is the newest that is severe or extreme, immediate and in force', () => {
  expect(urgentOf([arrival('a', 3, { severity: 'MODERATE' }), arrival('b', 2), arrival('c', 1)])?.id).toBe(
    'b',
  );
  expect(urgentOf([arrival('a', 1, { severity: 'EXTREME' })])?.id).toBe('a');
  expect(urgentOf([arrival('a', 1, { effectiveUrgency: 'EXPECTED' })])).toBeNull();
  expect(urgentOf([arrival('a', 1, { state: 'CANCELLED' })])).toBeNull();
  expect(urgentOf([arrival('a', 1, {}, { occasion: 'ENDED' })])).toBeNull();
});
