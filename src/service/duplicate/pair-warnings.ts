// Finds duplicates of a version of a warning. Warnings with the same advisory id collapse into one; others are linked
// by rule above one threshold and proposed to a reviewer above another. Nothing is dropped or merged: each side stays
// as published, and a reviewer can undo each pairing.

import type { Hub } from '../../hub.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { EntryRow } from '../../store/entries.ts';
import type { TraitsRow } from '../../store/pairs.ts';
import type { Content, WarningRow } from '../../store/warnings.ts';
import { type PairingDeps, PER_PUBLISHER, settlePairs } from './settle-pairs.ts';
import { gatherTraits, traitsOf } from './traits-of.ts';

export type { PairingDeps } from './settle-pairs.ts';

/** Pairs the newest version of a warning, with a separate walk through its objects. */
export const pairWarnings = async (
  hub: PairingDeps & Pick<Hub, 'objects'>,
  { subject }: Pick<EntryRow, 'subject'>,
): Promise<void> => {
  if (subject.warning === undefined) return;
  const head = await hub.warnings.head(subject.warning);
  if (head !== null) await pairVersion(hub, head, (content) => traitsOf(hub, content));
};

/** `readTraits` is called only where traits pair, not for cancelled warnings or practices. */
export const pairVersion = async (
  hub: PairingDeps,
  head: WarningRow,
  readTraits: (content: Content) => Promise<TraitsRow> | TraitsRow,
): Promise<void> => {
  const content = contentOf(head.content);
  const { kind, messageType } = content.summary;
  // Saved before the pairs are settled, so that of two warnings at once at least one finds the other.
  if (messageType === 'CANCEL') await hub.pairs.saveTraits(withoutTraits(content));
  // A practice describes no event.
  else if (kind === 'WARNING') await hub.pairs.saveTraits(await withPlaces(hub, await readTraits(content)));
  await settlePairs(hub, head.warning);
  for (const displaced of await displacedBy(hub, head)) await settlePairs(hub, displaced);
};

/** A cancelled warning asserts nothing. Its row stays, so that a job of an earlier version cannot bring its traits back. */
const withoutTraits = (content: Content): TraitsRow => ({
  ...gatherTraits(content).traits(),
  keys: [],
  cves: [],
  observables: [],
});

/**
 * Only the keys that find it although its publisher has others with them: a flood of one publisher's warnings finds no more
 * than the first of them, and costs nobody else a pair.
 */
const withPlaces = async (hub: PairingDeps, own: TraitsRow): Promise<TraitsRow> => ({
  ...own,
  keys: await hub.pairs.placesOf(own, PER_PUBLISHER),
});

/** The paired warnings of this advisory of which its publisher has too many, now that this one is among the first. */
const displacedBy = async (hub: PairingDeps, { thing, publisher }: WarningRow): Promise<Set<string>> => {
  const beyond = new Set(
    thing === null ? [] : await hub.warnings.beyondFirst(thing, publisher, PER_PUBLISHER),
  );
  const pairs = beyond.size === 0 ? [] : await hub.pairs.ofWarnings([...beyond]);
  const paired = pairs.filter(({ state }) => state === 'FOLDED').flatMap(({ warnings }) => warnings);
  return new Set(paired.filter((warning) => beyond.has(warning)));
};
