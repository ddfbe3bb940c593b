// What changed between two versions of an object, as people read it: a place, what stood there and what stands there now,
// cut where it is long. The whole stands in `raw` of each version.

import type { Change } from 'stix2-ts/difference';
import type { VersionDifference } from '../../service/object/version/read-versions.ts';

const MOST_CHANGES = 100;
/** Characters of JSON shown of one value. */
const LONGEST = 1_000;

export const differenceSource = ({ from, to, changes, isWhole }: VersionDifference) => ({
  from,
  to,
  changes: changes.slice(0, MOST_CHANGES).map(changeSource),
  isWhole: isWhole && changes.length <= MOST_CHANGES,
});

const KINDS = { added: 'ADDED', removed: 'REMOVED', changed: 'CHANGED', reordered: 'REORDERED' } as const;

const changeSource = (change: Change) => ({
  change: KINDS[change.change],
  path: change.path,
  before: 'before' in change ? shown(change.before) : null,
  after: 'after' in change ? shown(change.after) : null,
});

const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  // A character of two units is not cut in the middle.
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…`;
};
