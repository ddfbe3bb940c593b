// Reads what a reader's filter finds, batch by batch, until the consumer has enough or its budget of readable rows is
// used up. Limits count only what the reader may see (I31): hidden rows use no budget, and readable rows alone decide
// where a batch ends. They also decide the query plan, so that timing does not reveal how rare a word is among hidden
// rows (I7, I34).
import type { Hub } from '../../hub.ts';
import type { FeedKeyRow } from '../../store/feed.ts';
import type { CheckedFilter } from '../item/item.ts';
import { type Bounds, isSelective, rangesOf, readPlaces, readRows } from './feed-ranges.ts';
import type { FeedReader } from './feed-reader.ts';
import { findRare } from './find-rare.ts';
import { type ReadRow, withContents } from './with-contents.ts';

export type Batch = {
  readonly rows: readonly ReadRow[];
  /** Where the next batch starts. */
  readonly end: number;
  readonly isLast: boolean;
};

export type BatchesDeps = Pick<Hub, 'feed' | 'contents' | 'config' | 'accessClasses' | 'clock'>;

export type Search = {
  readonly reader: FeedReader;
  readonly filter: CheckedFilter;
  readonly bounds: Pick<Bounds, 'before' | 'after'>;
  /** How many rows the consumer wants. */
  readonly wanted: number;
  /** How many readable rows may be examined. */
  readonly budget: number;
  /**
   * How many hidden rows may be examined before the batches end. They are rows of classes that were not known to be
   * refused: once a class is, the database passes over its rows.
   */
  readonly patience?: number;
};

/** Ends a page that meets thousands of hidden rows, each of another class; its cursor leads on. */
const PATIENCE = 20_000;
const MIN_STEP = 50;
const MAX_STEP = 500;
/** Enough to fill a page where the filter matches often. */
const FIRST_WINDOW = 150;
const MAX_WINDOW = 1_000;

export const readBatches = (hub: BatchesDeps, search: Search): AsyncGenerator<Batch> =>
  isSelective(search.filter) ? readSelected(hub, search) : readInOrder(hub, search);

/** For filters that the ranges cover completely: each row matches. */
async function* readInOrder(hub: BatchesDeps, search: Search): AsyncGenerator<Batch> {
  const { reader, filter } = search;
  let { budget, bounds, patience = PATIENCE } = search;
  let step = search.wanted;
  while (budget > 0 && patience > 0) {
    const ranges = rangesOf(filter, reader.tokens, { ...bounds, without: reader.refused() });
    const found = await readRows(hub, filter, { ranges, limit: step });
    const kept = await withinBudget(reader, found, budget);
    const isLast = found.length < step && kept.readable.length < budget;
    const end = kept.end ?? endOf(bounds);
    yield { rows: await withContents(hub, kept.readable), end, isLast };
    if (isLast) return;
    budget -= kept.readable.length;
    patience -= kept.hidden;
    bounds = onwards(bounds, end);
    step = Math.min(MAX_STEP, Math.max(MIN_STEP, step * 2));
  }
}

/**
 * Reads windows of the ranges, the first one small. If they do not suffice, a condition that is rare is read from its
 * own index.
 */
async function* readSelected(hub: BatchesDeps, search: Search): AsyncGenerator<Batch> {
  let { budget, bounds, patience = PATIENCE } = search;
  for (let turn = 0; budget > 0 && patience > 0; turn += 1) {
    const rare = turn === 1 ? await findRare(hub, search.reader, search.filter, bounds) : null;
    if (rare !== null) {
      yield* inSlices(hub, search, rare, endOf(bounds));
      return;
    }
    const window = await nextWindow(hub, { ...search, budget, bounds }, turn);
    yield* inWindow(hub, { ...search, bounds }, window);
    if (window.isLast) return;
    budget -= window.readable;
    patience -= window.hidden;
    bounds = onwards(bounds, window.end);
  }
}

type Window = Pick<Batch, 'end' | 'isLast'> & {
  /** Classes of its readable rows. */
  readonly access: readonly (string | null)[];
  readonly readable: number;
  readonly hidden: number;
};

const nextWindow = async (
  hub: BatchesDeps,
  { reader, filter, bounds, budget }: Search,
  turn: number,
): Promise<Window> => {
  const step = turn === 0 ? FIRST_WINDOW : MAX_WINDOW;
  const ranges = rangesOf(filter, reader.tokens, { ...bounds, without: reader.refused() });
  const places = await readPlaces(hub, ranges, step);
  const { readable, hidden, end } = await withinBudget(reader, places, budget);
  return {
    end: end ?? endOf(bounds),
    isLast: places.length < step && readable.length < budget,
    access: [...new Set(readable.map(({ access }) => access))],
    readable: readable.length,
    hidden,
  };
};

/** The matching rows of a window. Hidden rows are skipped in the index, whatever their words. */
async function* inWindow(hub: BatchesDeps, search: Search, window: Window): AsyncGenerator<Batch> {
  const { reader, filter, wanted } = search;
  let { bounds } = search;
  for (;;) {
    const ranges = rangesOf(filter, reader.tokens, { ...bounds, until: window.end });
    const asked = { ranges, access: window.access, limit: wanted };
    const found = window.readable === 0 ? [] : await readRows(hub, filter, asked);
    const isWhole = found.length < wanted;
    const end = isWhole ? window.end : sequenceOf(found.at(-1));
    yield { rows: await withContents(hub, found), end, isLast: isWhole && window.isLast };
    if (isWhole) return;
    bounds = onwards(bounds, end);
  }
}

/** Splits all remaining rows into slices; contents are read on demand. */
export async function* inSlices(
  hub: BatchesDeps,
  { wanted }: Search,
  found: readonly FeedKeyRow[],
  start: number,
): AsyncGenerator<Batch> {
  for (let from = 0; ; from += wanted) {
    const slice = found.slice(from, from + wanted);
    const isLast = from + wanted >= found.length;
    const end = slice.length === 0 ? start : sequenceOf(slice.at(-1));
    yield { rows: await withContents(hub, slice), end, isLast };
    if (isLast) return;
  }
}

type Kept<Row> = {
  readonly readable: readonly Row[];
  readonly hidden: number;
  /** The last row examined: the last readable one when the budget is used up. */
  readonly end: number | null;
};

const withinBudget = async <Row extends Pick<FeedKeyRow, 'sequence'> & { readonly access?: string | null }>(
  reader: FeedReader,
  rows: readonly Row[],
  budget: number,
): Promise<Kept<Row>> => {
  const open = await reader.readable(rows.map(({ access }) => access ?? null));
  const readable: Row[] = [];
  let hidden = 0;
  for (const row of rows) {
    if (!open.has(row.access ?? null)) {
      hidden += 1;
      continue;
    }
    readable.push(row);
    if (readable.length === budget) return { readable, hidden, end: sequenceOf(row) };
  }
  return { readable, hidden, end: rows.length === 0 ? null : sequenceOf(rows.at(-1)) };
};

type Ends = Pick<Bounds, 'before' | 'after'>;

const sequenceOf = (row: Pick<FeedKeyRow, 'sequence'> | undefined): number => row?.sequence ?? 0;

const endOf = ({ before, after }: Ends): number => after ?? before ?? Number.MAX_SAFE_INTEGER;

const onwards = (bounds: Ends, end: number): Ends =>
  bounds.after === undefined ? { before: end } : { after: end };
