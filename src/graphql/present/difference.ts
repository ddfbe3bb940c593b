// The difference between two versions of an object for display: path, old value, new value. Long values are cut; `raw` of
// each version has them in full.

import type { Change } from 'stix2-ts/difference';
import type { VersionDifference } from '../../service/object/version/read-versions.ts';

const MOST_CHANGES = 100;
/** Maximum characters of JSON per value. */
const LONGEST = 1_000;

export const differenceSource = ({ from, to, changes, isWhole }: VersionDifference) => ({
  from,
  to,
  changes: stixChanges(changes),
  isWhole: isWhole && changes.length <= MOST_CHANGES,
});

export const stixChanges = (changes: readonly Change[]) => changes.slice(0, MOST_CHANGES).map(changeSource);

const KINDS = { added: 'ADDED', removed: 'REMOVED', changed: 'CHANGED', reordered: 'REORDERED' } as const;

const changeSource = (change: Change) => ({
  change: KINDS[change.change],
  path: change.path,
  before: 'before' in change ? shown(change.before) : null,
  after: 'after' in change ? shown(change.after) : null,
});

const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  // Do not cut a surrogate pair in half.
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…`;
};
