// Everything that is addressed to the member, newest first. Only the rows near the window exist, so that ten thousand
// scroll; what arrives waits behind a button, and nothing moves by itself.

import { useNavigate } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useShortcut } from '../../app/shortcuts.ts';
import type { RowFragment } from '../../operations/graphql.generated.ts';
import { useNow } from '../../ui/instant.tsx';
import { ItemRow } from '../../ui/item-row.tsx';

type Props = {
  readonly rows: readonly RowFragment[];
  readonly hasMore: boolean;
  readonly loadMore: () => void;
};

const ROW_PX = 62;

export const LiveList = ({ rows, hasMore, loadMore }: Props): JSX.Element => {
  const now = useNow();
  const box = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(-1);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_PX,
    overscan: 12,
    scrollMargin: box.current?.offsetTop ?? 0,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= rows.length - 30) loadMore();
  }, [hasMore, last, rows.length, loadMore]);
  useRowKeys(rows, current, (index) => {
    setCurrent(index);
    virtual.scrollToIndex(index, { align: 'auto' });
  });
  return (
    <div
      ref={box}
      className="live-list"
      style={{ height: virtual.getTotalSize() }}
      // A feed without an article is a fault to a screen reader.
      {...(rows.length === 0 ? {} : { role: 'feed', 'aria-busy': false })}
    >
      {shown.map(({ index, key, start }) => {
        const item = rows[index];
        if (item === undefined) return null;
        const top = start - virtual.options.scrollMargin;
        return (
          <div
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            className="live-row"
            style={{ transform: `translateY(${top}px)` }}
          >
            <ItemRow item={item} now={now} isCurrent={index === current} />
          </div>
        );
      })}
    </div>
  );
};

/** Where the focus is when no control has it: a view that was just opened has it as a whole. */
const isNowhere = (target: EventTarget | null): boolean =>
  target === document.body || (target instanceof HTMLElement && target.id === 'view');

/** j and k move, Enter opens, a answers, e opens the board of what one published oneself. */
const useRowKeys = (rows: readonly RowFragment[], current: number, move: (index: number) => void): void => {
  const navigate = useNavigate();
  const open = (hash?: string): void => {
    const item = rows[current];
    if (item !== undefined)
      void navigate({ to: '/warning/$id', params: { id: item.id }, ...(hash === undefined ? {} : { hash }) });
  };
  useShortcut('j', () => move(Math.min(rows.length - 1, current + 1)));
  useShortcut('k', () => move(Math.max(0, current - 1)));
  useShortcut('a', () => open('answer'));
  useShortcut('e', () => {
    const item = rows[current];
    if (item !== undefined && item.whyMe.kind === 'OWN')
      void navigate({ to: '/board/$id', params: { id: item.id } });
  });
  useEffect(() => {
    const onEnter = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && isNowhere(event.target) && current >= 0) open();
    };
    document.addEventListener('keydown', onEnter);
    return () => document.removeEventListener('keydown', onEnter);
  });
};
