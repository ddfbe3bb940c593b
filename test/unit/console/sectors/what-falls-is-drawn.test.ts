// The drawing of a cascade: columns by when it is felt, the worst first in each, and lines from what takes it along.
import { expect, test } from '@jest/globals';
import { curveOf, layOut, NODE } from '../../../../src/console/views/sectors/cascade-layout.ts';

const hit = (sector: string, strength: number, hours: number | null, by = 'power') => ({
  sector,
  strength,
  hours,
  path: by === 'power' ? ['power', sector] : ['power', by, sector],
});

const drawn = layOut('power', [
  hit('water', 0.4, 6),
  hit('rail', 0.9, 12),
  hit('telecom', 0.7, 0.5),
  hit('health', 0.5, 200, 'water'),
  hit('food', 0.3, null, 'rail'),
  hit('banks', 0.6, 1, 'telecom'),
]);
const xOf = (id: string): number => drawn.boxes.find((box) => box.id === id)?.x ?? -1;
const yOf = (id: string): number => drawn.boxes.find((box) => box.id === id)?.y ?? -1;

test('a column for each span of time that something is felt in', () => {
  expect(drawn.columns.map(({ from, until }) => [from, until])).toEqual([
    [0, 1],
    [1, 12],
    [72, null],
  ]);
  const columns = [['power'], ['telecom', 'banks'], ['rail', 'water'], ['health', 'food']];
  const xs = columns.map((ids) => [...new Set(ids.map(xOf))]);
  expect(xs.map(({ length }) => length)).toEqual([1, 1, 1, 1]);
  expect(xs.flat()).toEqual(xs.flat().toSorted((one, other) => one - other));
  // The worst first.
  for (const [worse, better] of [
    ['telecom', 'banks'],
    ['rail', 'water'],
    ['health', 'food'],
  ] as const)
    expect(yOf(worse)).toBeLessThan(yOf(better));
});

test('every box is within the drawing, and over no other', () => {
  for (const { x, y } of drawn.boxes) {
    expect(x >= 0 && x + NODE.width <= drawn.width).toBe(true);
    expect(y >= 0 && y + NODE.height <= drawn.height).toBe(true);
  }
  const places = drawn.boxes.map(({ x, y }) => `${x} ${y}`);
  expect(new Set(places).size).toBe(places.length);
});

test('lines begin where it comes from and end at what it hits', () => {
  expect(drawn.lines.map(({ from, to }) => `${from.id} ${to.id}`).sort()).toEqual([
    'power rail',
    'power telecom',
    'power water',
    'rail food',
    'telecom banks',
    'water health',
  ]);
  for (const line of drawn.lines) {
    const [start, end] = [
      /^M([\d.]+),/.exec(curveOf(line))?.[1],
      /([\d.]+),[\d.]+$/.exec(curveOf(line))?.[1],
    ];
    expect(Number(start)).toBe(line.from.x + NODE.width);
    expect([line.to.x, line.to.x + NODE.width]).toContain(Number(end));
  }
  expect(layOut('power', []).boxes).toHaveLength(1);
});
