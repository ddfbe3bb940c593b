// The known word that a person probably meant.

/** The known word with the fewest edits, at most a third of its letters; null when none is near. */
export const nearestOf = (word: string, known: readonly string[]): string | null => {
  const given = word.toLowerCase();
  let best: string | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const each of known) {
    const edits = editsBetween(given, each.toLowerCase());
    if (edits < fewest && edits <= Math.max(1, Math.floor(each.length / 3))) [best, fewest] = [each, edits];
  }
  return best;
};

/** Letters to insert, delete, replace or swap with their neighbour (optimal string alignment). */
const editsBetween = (one: string, other: string): number => {
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const cost = one[row - 1] === other[at - 1] ? 0 : 1;
      const isSwapped = at > 1 && row > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      const swapped = isSwapped ? (before[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next[at] = Math.min((last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + cost, swapped);
    }
    [before, last] = [last, next];
  }
  return last[other.length] ?? 0;
};
