// The partition of a read: real traffic or one exercise. They never mix (I10), so every loader of stored objects, pairs
// and rulings takes one, and forgetting it does not compile.

/** Id of the exercise; null for real traffic. */
export type Partition = string | null;

/**
 * For a look-up by an id that the reader brings, which says nothing of its traffic: real traffic before exercises. What
 * is found is then read on within its own partition.
 */
export const REAL_FIRST = Symbol('real traffic before exercises');

export type PartitionToRead = Partition | typeof REAL_FIRST;

/** Whether a warning of this partition counts for the read. */
export const isWithin = (wanted: PartitionToRead, exercise: Partition): boolean =>
  wanted === REAL_FIRST || wanted === exercise;
