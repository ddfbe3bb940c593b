// Where the boxes of the drawing stand: a column for each span of time until it is felt, in each the worst first. Lines run between boxes,
// not behind them, where they would seem to come out of another.
import type { Hit } from './what-if.ts';

export const NODE = { width: 190, height: 46 } as const;
const GAP = { x: 62, y: 22 } as const;
/** Of lines side by side in the gap between two rows, from its middle. */
const PLACES = [0, 6, -6] as const;
export const HEAD = 26;

/** Ends of the spans, in hours; what is felt later, or nobody knows when, comes last. */
const SPANS = [1, 12, 72] as const;

export type Column = {
  /** In hours; null for no end. */
  readonly from: number;
  readonly until: number | null;
  readonly x: number;
};
export type Box = { readonly id: string; readonly x: number; readonly y: number; readonly hit: Hit | null };
export type Line = {
  readonly from: Box;
  readonly to: Box;
  readonly strength: number;
  /** Where it passes the columns in between, from top to bottom; null where there is none. */
  readonly via: number | null;
};
export type Cascade = {
  readonly columns: readonly Column[];
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
};

const spanOf = ({ hours }: Hit): number => {
  const at = hours === null ? -1 : SPANS.findIndex((until) => hours <= until);
  return at < 0 ? SPANS.length : at;
};

export const layOut = (fallen: string, hits: readonly Hit[]): Cascade => {
  const spans = [...SPANS.keys(), SPANS.length]
    .map((span) => ({ span, hits: hits.filter((hit) => spanOf(hit) === span) }))
    .filter((each) => each.hits.length > 0);
  const xOf = (column: number): number => column * (NODE.width + GAP.x);
  const most = Math.max(1, ...spans.map((each) => each.hits.length));
  const height = HEAD + most * (NODE.height + GAP.y) + 2;
  const middle = HEAD + (height - HEAD - NODE.height) / 2;
  const boxes: Box[] = [{ id: fallen, x: xOf(0), y: middle, hit: null }];
  for (const [at, { hits: own }] of spans.entries())
    for (const [row, hit] of own.toSorted((one, other) => other.strength - one.strength).entries())
      boxes.push({ id: hit.sector, x: xOf(at + 1), y: HEAD + row * (NODE.height + GAP.y), hit });
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const viaOf = openGaps();
  const lines = hits.flatMap(({ path, sector, strength }): Line[] => {
    const [from, to] = [byId.get(path.at(-2) ?? ''), byId.get(sector)];
    return from === undefined || to === undefined ? [] : [{ from, to, strength, via: viaOf(from, to) }];
  });
  const columns = spans.map(({ span }, at) => ({
    from: SPANS[span - 1] ?? 0,
    until: SPANS[span] ?? null,
    x: xOf(at + 1),
  }));
  return { columns, boxes, lines, width: xOf(spans.length) + NODE.width + 2, height };
};

/** Gives each line that passes a column a place in a gap between two rows: over or under the box that it goes to, where fewer pass. */
const openGaps = (): ((from: Box, to: Box) => number | null) => {
  const passing = new Map<number, number>();
  return (from, to) => {
    if (Math.abs(to.x - from.x) <= NODE.width + GAP.x) return null;
    const under = to.y + NODE.height + GAP.y / 2;
    const over = to.y - GAP.y / 2;
    const inGap = (gap: number): number => passing.get(gap) ?? 0;
    // Over the first row stand the spans of time.
    const gap = over > HEAD && inGap(over) <= inGap(under) ? over : under;
    const place = inGap(gap);
    passing.set(gap, place + 1);
    // More have no room.
    return gap + (PLACES[place % PLACES.length] ?? 0);
  };
};

/** From one point to another, level at both. */
const bent = (x: number, y: number, toX: number, toY: number): string => {
  const middle = (x + toX) / 2;
  return `C${middle},${y} ${middle},${toY} ${toX},${toY}`;
};

/** From the side of a box that looks at the other to the near side of that; in one column around its outer side. */
export const curveOf = ({ from, to, via }: Line): string => {
  const [startY, endY] = [from.y + NODE.height / 2, to.y + NODE.height / 2];
  if (to.x === from.x) {
    const side = from.x + NODE.width;
    const out = side + GAP.x / 2;
    return `M${side},${startY} C${out},${startY} ${out},${endY} ${side},${endY}`;
  }
  const isOnward = to.x > from.x;
  const start = isOnward ? from.x + NODE.width : from.x;
  const end = isOnward ? to.x : to.x + NODE.width;
  if (via === null) return `M${start},${startY} ${bent(start, startY, end, endY)}`;
  const step = isOnward ? GAP.x : -GAP.x;
  const [first, last] = [start + step, end - step];
  return `M${start},${startY} ${bent(start, startY, first, via)} L${last},${via} ${bent(last, via, end, endY)}`;
};
