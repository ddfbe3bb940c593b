// Finds duplicates of a version of a warning. Warnings with the same advisory id collapse into one; others are linked
// by rule above one threshold and proposed to a reviewer above another. Nothing is dropped or merged: each side stays
// as published, and a reviewer can undo each pairing.

import { likenessOf, verdictOf, WINDOW_MS } from '../../domain/likeness/likeness.ts';
import { identifierFor } from '../../exchange/identifier-for.ts';
import type { Hub } from '../../hub.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import type { EntryRow } from '../../store/entries.ts';
import { REAL } from '../../store/feed.ts';
import type { PairRow, TraitsRow } from '../../store/pairs.ts';
import type { Content, WarningRow } from '../../store/warnings.ts';
import { newEntry } from '../record/append-entry.ts';
import { traitsOf } from './traits-of.ts';

export type PairingDeps = Pick<
  Hub,
  'warnings' | 'objects' | 'pairs' | 'entries' | 'database' | 'clock' | 'entropy'
>;

/** A value with more holders says little: listing stops there, so that cost does not grow with how common it is. */
const MAX_HOLDERS = 200;

/** Pairs the newest version of a warning, with a separate walk through its objects. */
export const pairWarnings = async (
  hub: PairingDeps,
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
  // A cancelled warning asserts nothing.
  if (content.summary.messageType === 'CANCEL') return;
  const at = hub.clock.now();
  const pairs = new Map<string, PairRow>();
  // A practice describes no event.
  if (content.summary.kind === 'WARNING')
    for (const pair of await alikePairs(hub, await readTraits(content), at)) pairs.set(pair._id, pair);
  // Added last, since a shared advisory id outweighs likeness.
  for (const pair of await collapsedPairs(hub, head, content, at)) pairs.set(pair._id, pair);
  for (const pair of pairs.values()) await keep(hub, pair);
  for (const { _id } of await hub.pairs.ofWarnings([head.warning]))
    if (!pairs.has(_id)) await hub.pairs.forget(_id);
};

const alikePairs = async (hub: PairingDeps, own: TraitsRow, at: Date): Promise<PairRow[]> => {
  // Saved before the search, so that of two concurrent warnings at least one finds the other.
  await hub.pairs.saveTraits(own);
  const found = new Map<string, TraitsRow>();
  for (const key of own.keys)
    for (const row of await hub.pairs.holdersOf(key, own, WINDOW_MS, MAX_HOLDERS)) found.set(row._id, row);
  return [...found.values()].flatMap((other) => alikePair(own, other, at) ?? []);
};

const alikePair = (own: TraitsRow, other: TraitsRow, at: Date): PairRow | null => {
  const [one, two] = inOrder(own, other);
  const likeness = likenessOf(one, two);
  const verdict = likeness === null ? 'APART' : verdictOf(likeness.score);
  if (likeness === null || verdict === 'APART') return null;
  const state = verdict === 'LINK' ? 'LINKED' : 'PROPOSED';
  return pairOf([one, two], { ...likeness, state, exercise: own.exercise, at });
};

const collapsedPairs = async (
  hub: PairingDeps,
  own: WarningRow,
  { access, summary: { kind } }: Content,
  at: Date,
): Promise<PairRow[]> => {
  if (own.thing === null) return [];
  const reasons = [
    own.thing.startsWith('report:') ? 'Both contain the same report.' : 'Both give the same advisory id.',
  ];
  const pairs: PairRow[] = [];
  for await (const other of hub.warnings.headsOfEntities([own.thing], MAX_HOLDERS)) {
    const { access: others, summary } = contentOf(other.content);
    if (other.warning === own.warning || summary.messageType === 'CANCEL') continue;
    // A practice is not a duplicate of a warning, whatever both contain.
    if (summary.kind !== kind) continue;
    if (others.exercise !== access.exercise) continue;
    const sides = inOrder(sideOf(own), sideOf(other));
    const exercise = access.exercise ?? REAL;
    pairs.push(pairOf(sides, { score: 1, reasons, state: 'FOLDED', exercise, at }));
  }
  return pairs;
};

type Side = Pick<TraitsRow, '_id' | 'version'>;
const sideOf = ({ warning, version }: WarningRow): Side => ({ _id: warning, version });

/** A pair has one id, whichever side it is seen from. */
const inOrder = <Each extends Side>(own: Each, other: Each): [Each, Each] =>
  own._id < other._id ? [own, other] : [other, own];

type Found = Pick<PairRow, 'score' | 'state' | 'exercise' | 'at'> & { readonly reasons: readonly string[] };

const pairOf = ([one, two]: readonly [Side, Side], { reasons, ...found }: Found): PairRow => ({
  _id: identifierFor('duplicate', `${one._id}|${two._id}`),
  warnings: [one._id, two._id],
  versions: [one.version, two.version],
  reasons: [...reasons],
  ...found,
});

const EVENTS = {
  FOLDED: 'duplicate.folded',
  LINKED: 'duplicate.linked',
  PROPOSED: 'duplicate.proposed',
} as const;

/** Writes an entry when the pair is newly collapsed, linked or proposed, not when only its reasons changed. */
const keep = (hub: PairingDeps, pair: PairRow): Promise<void> =>
  hub.database.transaction(async (session) => {
    if (!(await hub.pairs.save(pair, session))) return;
    const entry = newEntry(hub, {
      event: EVENTS[pair.state as keyof typeof EVENTS],
      subject: { pair: pair._id },
      exercise: pair.exercise === REAL ? null : pair.exercise,
    });
    await hub.entries.append([entry], session);
  });
