// Rows that are read again under somebody's pointer stay where they are, until somebody orders them anew.
import { useState } from 'react';
import { keptOrder, withAdded } from './kept-order.ts';

type Kept<Row> = {
  readonly rows: Row[];
  /** Whether they would stand otherwise if they were shown now for the first time. */
  readonly isStale: boolean;
  readonly orderAnew: () => void;
};

/** `rows` as they would be ordered now; shown as they were ordered first, until somebody orders anew. */
export const useKeptOrder = <Row>(rows: readonly Row[], idOf: (row: Row) => string): Kept<Row> => {
  const [before, setBefore] = useState<readonly string[]>(() => rows.map(idOf));
  const after = withAdded(before, rows.map(idOf));
  if (after !== before) setBefore(after);
  const kept = keptOrder(before, rows, idOf);
  return {
    rows: kept,
    isStale: kept.some((row, at) => row !== rows[at]),
    orderAnew: () => setBefore(rows.map(idOf)),
  };
};
