// Versions of a warning as the contract shows them, under the marking and rules by which each is held now.
import { differencesInWords } from '../../domain/reading/changes.ts';
import { type FieldChange, fieldChanges } from '../../domain/reading/version-changes.ts';
import { treatedAs } from '../../policy/version/former.ts';
import type { ItemVersion } from '../../service/item/item-versions.ts';
import type { ObjectChange, VersionPair } from '../../service/object/version/changed-objects.ts';
import { stixChanges } from './difference.ts';
import { type ShownTexts, shownTexts } from './warning.ts';

export type VersionSource = ShownTexts & Pick<ItemVersion, 'act' | 'isCurrent' | 'deliveredAt'>;

export const versionSource = ({
  summary,
  current,
  act,
  isCurrent,
  deliveredAt,
}: ItemVersion): VersionSource => {
  const { tlp, handling } = treatedAs(summary, current);
  const held = { ...summary, tlp, ...(handling === undefined ? {} : { handling }) };
  return { ...shownTexts(held), act, isCurrent, deliveredAt };
};

export type DifferenceSource = {
  readonly from: VersionSource;
  readonly to: VersionSource;
  readonly inWords: readonly string[];
  readonly changes: readonly FieldChange[];
  readonly pair: VersionPair;
};

export const versionDifference = (pair: VersionPair): DifferenceSource => ({
  from: versionSource(pair.from),
  to: versionSource(pair.to),
  inWords: differencesInWords(pair.from.summary, pair.to.summary),
  changes: fieldChanges(pair.from.summary, pair.to.summary),
  pair,
});

export const objectChange = ({ id, type, tlp, before, after, difference }: ObjectChange) => {
  const isChanged = before !== null && after !== null;
  return {
    change: isChanged ? ('CHANGED' as const) : before === null ? ('ADDED' as const) : ('REMOVED' as const),
    objectId: id,
    type,
    marking: tlp === 'UNKNOWN' ? null : tlp,
    before: before?.object ?? null,
    after: after?.object ?? null,
    changes: isChanged ? stixChanges(difference.changes) : [],
  };
};
