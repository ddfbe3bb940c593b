// The order of rows that are read again under somebody's pointer.

/** Each that comes has a place from then on, behind those that have one: two that came later do not swap. */
export const withAdded = (before: readonly string[], ids: readonly string[]): readonly string[] => {
  const added = ids.filter((id) => !before.includes(id));
  return added.length === 0 ? before : [...before, ...added];
};

/** Those that were there before, in the order that they had; new ones behind them. */
export const keptOrder = <Row>(
  before: readonly string[],
  rows: readonly Row[],
  idOf: (row: Row) => string,
): Row[] => {
  const place = new Map(before.map((id, at) => [id, at]));
  const placeOf = (row: Row): number => place.get(idOf(row)) ?? before.length;
  // A stable sort: rows without a place keep the order among themselves in which they came.
  return rows.toSorted((one, other) => placeOf(one) - placeOf(other));
};
