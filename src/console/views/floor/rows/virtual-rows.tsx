// Rows of which only those near the window exist, so that ten thousand scroll. The row with the focus and the one that the keys
// are at stay however far somebody scrolls: a row that went would take the focus with it.
import {
  defaultRangeExtractor,
  measureElement,
  type Range,
  useWindowVirtualizer,
  type VirtualizerOptions,
} from '@tanstack/react-virtual';
import {
  type JSX,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import type { RowFragment } from '../../../operations/graphql.generated.ts';
import { ListedRow, useRowWords } from '../../../ui/item-row.tsx';
import { usePrinted } from '../../../ui/print/printed.ts';
import { strictestOf } from '../../../ui/print/strictest.ts';
import { NewestOnly } from '../newest-only.tsx';

const ROW_PX = 62;
/** What stands over the rows at the head of the window. */
const BAR_PX = 72;
const EDGE_PX = 16;

/** So many are printed. */
const PRINTED = 1_000;

/** Of all rows these exist: the ones near the window, and those that are kept; on paper the first ones. */
const withKept =
  (kept: readonly number[], isPrinted: boolean) =>
  (range: Range): number[] =>
    isPrinted
      ? Array.from({ length: Math.min(PRINTED, range.count) }, (_, at) => at)
      : [...new Set([...defaultRangeExtractor(range), ...kept.filter((each) => each >= 0)])].sort(
          (one, other) => one - other,
        );

/**
 * How high a row is, once the browser has placed it and says so, which is before it is painted. To ask for it as soon as the row is
 * there would have everything placed once more with each step.
 */
const onceLaidOut: VirtualizerOptions<Window, HTMLDivElement>['measureElement'] = (row, entry, virtual) =>
  entry === undefined
    ? (virtual.itemSizeCache.get(virtual.options.getItemKey(virtual.indexFromElement(row))) ?? ROW_PX)
    : measureElement(row, entry, virtual);

export type Rows = {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly virtual: ReturnType<typeof useWindowVirtualizer<HTMLDivElement>>;
};

const placeOf = (rows: readonly RowFragment[], id: string | null): number =>
  id === null ? -1 : rows.findIndex((row) => row.id === id);

/** `current`: the row that the keys are at. */
export const useRows = (rows: readonly RowFragment[], current: number): Rows => {
  const box = useRef<HTMLDivElement>(null);
  const held = useHeld(box);
  const isPrinted = useIsPrinted();
  const margin = useMargin(box);
  // A new function would have every row placed anew with each step.
  const keyOf = useCallback((index: number) => rows[index]?.id ?? index, [rows]);
  const virtual = useWindowVirtualizer<HTMLDivElement>({
    count: rows.length,
    estimateSize: () => ROW_PX,
    overscan: 12,
    scrollMargin: margin,
    scrollPaddingStart: BAR_PX,
    scrollPaddingEnd: EDGE_PX,
    getItemKey: keyOf,
    measureElement: onceLaidOut,
    rangeExtractor: withKept([current, placeOf(rows, held)], isPrinted),
  });
  return { box, virtual };
};

/**
 * How far down the page the rows begin: what stands above may grow at any time. Asked when something has got another size, and not
 * with each step of somebody who scrolls: the browser would have to place everything before it answers.
 */
const useMargin = (box: RefObject<HTMLDivElement | null>): number => {
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const list = box.current;
    if (list === null) return;
    const measure = (): void => setMargin(Math.round(list.getBoundingClientRect().top + window.scrollY));
    const observer = new ResizeObserver(measure);
    for (let at: Element | null = list.parentElement; at !== null; at = at.parentElement)
      observer.observe(at);
    for (const above of list.parentElement?.children ?? []) if (above !== list) observer.observe(above);
    measure();
    return () => observer.disconnect();
  }, [box]);
  return margin;
};

/** While the browser prints: it waits for what is done as it says so, and for nothing after. */
const useIsPrinted = (): boolean => {
  const [isPrinted, setPrinted] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinted(true));
    const end = (): void => setPrinted(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinted;
};

/** The id of the row with the focus; null where none has it. */
const useHeld = (box: RefObject<HTMLDivElement | null>): string | null => {
  const [held, hold] = useState<string | null>(null);
  useEffect(() => {
    const list = box.current;
    const onFocus = ({ target }: FocusEvent): void =>
      hold((target as Element).closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null);
    // A window that loses the focus gives it back to the row that had it.
    const onBlur = (): void => {
      if (document.hasFocus()) hold(null);
    };
    list?.addEventListener('focusin', onFocus);
    list?.addEventListener('focusout', onBlur);
    return () => {
      list?.removeEventListener('focusin', onFocus);
      list?.removeEventListener('focusout', onBlur);
    };
  }, [box]);
  return held;
};

type Props = {
  readonly of: Rows;
  readonly rows: readonly RowFragment[];
  readonly now: number;
  readonly current: number;
  /** There are more rows than these. */
  readonly hasMore?: boolean;
  /** Of the list, where something leads to it: a page may have several. */
  readonly id?: string;
};

export const VirtualRows = ({
  of: { box, virtual },
  rows,
  now,
  current,
  hasMore = false,
  id,
}: Props): JSX.Element => {
  const words = useRowWords();
  const shown = virtual.getVirtualItems();
  // A null marking is the strictest: only a row that is not there says nothing.
  usePrinted(strictestOf(shown.flatMap(({ index }) => rows[index] ?? []).map(({ marking }) => marking)));
  const rowOf = (index: number, start: number): ReactNode => {
    const item = rows[index];
    if (item === undefined) return null;
    return (
      <div
        key={item.id}
        ref={virtual.measureElement}
        data-index={index}
        data-row={item.id}
        className="live-row"
        style={{ transform: `translateY(${start - virtual.options.scrollMargin}px)` }}
      >
        <ListedRow
          item={item}
          now={now}
          words={words}
          isCurrent={index === current}
          at={index + 1}
          of={hasMore ? -1 : rows.length}
        />
      </div>
    );
  };
  const printed = Math.min(PRINTED, rows.length);
  return (
    <>
      {(hasMore || printed < rows.length) && (
        <div className="only-print">
          <NewestOnly count={printed} />
        </div>
      )}
      <div
        ref={box}
        className="live-list"
        id={id}
        style={{ height: virtual.getTotalSize() }}
        // A feed without an article is a fault to a screen reader.
        {...(rows.length === 0 ? {} : { role: 'feed', 'aria-busy': false })}
      >
        {shown.map(({ index, start }) => rowOf(index, start))}
      </div>
    </>
  );
};
