// Where the boxes of the drawing stand: a column for each span of time until it is felt, in each the worst first.
import type { Hit } from './what-if.ts';

export const NODE = { width: 190, height: 46 } as const;
const GAP = { x: 62, y: 12 } as const;
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
export type Line = { readonly from: Box; readonly to: Box; readonly strength: number };
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
  const lines = hits.flatMap(({ path, sector, strength }): Line[] => {
    const [from, to] = [byId.get(path.at(-2) ?? ''), byId.get(sector)];
    return from === undefined || to === undefined ? [] : [{ from, to, strength }];
  });
  const columns = spans.map(({ span }, at) => ({
    from: SPANS[span - 1] ?? 0,
    until: SPANS[span] ?? null,
    x: xOf(at + 1),
  }));
  return { columns, boxes, lines, width: xOf(spans.length) + NODE.width + 2, height };
};

/** From the side of a box that looks onward to the near side of the other; in one column around its outer side. */
export const curveOf = ({ from, to }: Line): string => {
  const [startY, endY] = [from.y + NODE.height / 2, to.y + NODE.height / 2];
  const start = from.x + NODE.width;
  if (to.x > from.x) {
    const bend = (to.x - start) / 2;
    return `M${start},${startY} C${start + bend},${startY} ${to.x - bend},${endY} ${to.x},${endY}`;
  }
  const end = to.x + NODE.width;
  const out = Math.max(start, end) + GAP.x / 2;
  return `M${start},${startY} C${out},${startY} ${out},${endY} ${end},${endY}`;
};
