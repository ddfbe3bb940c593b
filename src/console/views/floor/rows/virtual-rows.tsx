// Rows of which only those near the window exist, so that ten thousand scroll. The row with the focus and the one that the keys
// are at stay however far somebody scrolls: a row that went would take the focus with it.
import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import {
  type JSX,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import type { RowFragment } from '../../../operations/graphql.generated.ts';
import { ItemRow } from '../../../ui/item-row.tsx';
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
  const [margin, setMargin] = useState(0);
  // What stands above may grow between two renderings.
  useLayoutEffect(() => {
    const { top } = box.current?.getBoundingClientRect() ?? { top: 0 };
    setMargin(Math.round(top + window.scrollY));
  });
  const virtual = useWindowVirtualizer<HTMLDivElement>({
    count: rows.length,
    estimateSize: () => ROW_PX,
    overscan: 12,
    scrollMargin: margin,
    scrollPaddingStart: BAR_PX,
    scrollPaddingEnd: EDGE_PX,
    getItemKey: (index) => rows[index]?.id ?? index,
    rangeExtractor: withKept([current, placeOf(rows, held)], isPrinted),
  });
  return { box, virtual };
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
};

export const VirtualRows = ({
  of: { box, virtual },
  rows,
  now,
  current,
  hasMore = false,
}: Props): JSX.Element => {
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
        <ItemRow
          item={item}
          now={now}
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
        style={{ height: virtual.getTotalSize() }}
        // A feed without an article is a fault to a screen reader.
        {...(rows.length === 0 ? {} : { role: 'feed', 'aria-busy': false })}
      >
        {virtual.getVirtualItems().map(({ index, start }) => rowOf(index, start))}
      </div>
    </>
  );
};
