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

type Point = readonly [x: number, y: number];

/** Points along a line: it is made of straight pieces and cubic curves. */
const pointsOf = (path: string): Point[] => {
  const pieces = [...path.matchAll(/([MCL])([^MCL]+)/g)].map(([, kind, numbers = '']) => ({
    kind,
    at: [...numbers.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]): Point => [Number(x), Number(y)]),
  }));
  let here: Point = [0, 0];
  return pieces.flatMap(({ kind, at }) => {
    const from = here;
    here = at.at(-1) ?? here;
    if (kind === 'M') return [here];
    const [one = here, two = here] = kind === 'C' ? at : [from, here];
    return Array.from({ length: 101 }, (_, index): Point => {
      const t = index / 100;
      const of = (place: 0 | 1): number =>
        (1 - t) ** 3 * from[place] +
        3 * (1 - t) ** 2 * t * one[place] +
        3 * (1 - t) * t ** 2 * two[place] +
        t ** 3 * here[place];
      return [of(0), of(1)];
    });
  });
};

test('no line runs behind a box, from which it would seem to come', () => {
  const names = Array.from({ length: 24 }, (_, at) => `s${at}`);
  const crowded = layOut(
    'power',
    names.map((name, at) =>
      hit(
        name,
        0.9 - at / 50,
        [0.5, 6, 24, 200][at % 4] ?? null,
        at % 3 === 2 ? `s${(at * 7) % 24}` : 'power',
      ),
    ),
  );
  expect(crowded.lines.filter(({ via }) => via !== null).length).toBeGreaterThan(8);
  // Some go back: what takes it along is felt later by its own way.
  expect(crowded.lines.some(({ from, to }) => to.x < from.x)).toBe(true);
  for (const line of [...drawn.lines, ...crowded.lines]) {
    const boxes = drawn.lines.includes(line) ? drawn.boxes : crowded.boxes;
    const behind = pointsOf(curveOf(line)).filter(([x, y]) =>
      boxes.some(
        (box) => x > box.x + 1 && x < box.x + NODE.width - 1 && y > box.y + 1 && y < box.y + NODE.height - 1,
      ),
    );
    expect([line.from.id, line.to.id, behind]).toEqual([line.from.id, line.to.id, []]);
  }
  for (const { via } of crowded.lines) expect(via === null || via < crowded.height).toBe(true);
});
