// Everything that is addressed to the member, newest first. What arrives waits behind a button, and nothing moves by itself.
import { type JSX, useEffect, useMemo, useRef, useState } from 'react';
import type { RowFragment } from '../../../operations/graphql.generated.ts';
import { useNow } from '../../../ui/instant.tsx';
import { keyRowOf, useRowKeys } from '../../../ui/row/row-keys.ts';
import { useRows, VirtualRows } from './virtual-rows.tsx';

type Props = {
  readonly rows: readonly RowFragment[];
  readonly hasMore: boolean;
  readonly loadMore: () => void;
};

/** The id of the list. */
export const EVERYTHING = 'everything';

/** The hub is asked for more when so few rows are left. */
const AHEAD = 30;

export const LiveList = ({ rows, hasMore, loadMore }: Props): JSX.Element => {
  const now = useNow();
  const [id, setId] = useState<string | null>(null);
  // By its id: other rows may come before it.
  const current = id === null ? -1 : rows.findIndex((row) => row.id === id);
  const all = useRows(rows, current);
  const { virtual, box } = all;
  const seen = virtual.range?.endIndex ?? 0;
  const last = Math.max(seen, current);
  useEffect(() => {
    if (hasMore && last >= rows.length - AHEAD) loadMore();
  }, [hasMore, last, rows.length, loadMore]);
  const wanted = useRef<string | null>(null);
  const move = (index: number): void => {
    const { id: next = null } = rows[index] ?? {};
    wanted.current = next;
    setId(next);
    virtual.scrollToIndex(index, { align: 'auto' });
  };
  const keyRows = useMemo(() => rows.map(keyRowOf), [rows]);
  useRowKeys({ rows: keyRows, current, move, box });
  // The row that the keys come to has the focus as soon as it is there.
  useEffect(() => {
    if (wanted.current === null) return;
    const link = box.current?.querySelector<HTMLElement>('[data-current="true"] a');
    if (link == null || wanted.current !== id) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  });
  return <VirtualRows of={all} rows={rows} now={now} current={current} hasMore={hasMore} id={EVERYTHING} />;
};
