// Makes the pairs of a warning what the stored warnings and traits say, whatever other jobs do meanwhile. A job compares and
// writes until a further look finds nothing to change: so the last job that wrote a pair has looked at it afterwards, and
// whoever changes a warning or its traits later settles its pairs again.

import { likenessOf, verdictOf } from '../../domain/likeness/likeness.ts';
import { identifierFor } from '../../exchange/identifier-for.ts';
import type { Hub } from '../../hub.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import { REAL } from '../../store/feed.ts';
import { isUndecided, type PairKey, type PairRow, type TraitsRow } from '../../store/pairs.ts';
import type { WarningRow } from '../../store/warnings.ts';
import { newEntry } from '../record/append-entry.ts';

export type PairingDeps = Pick<Hub, 'warnings' | 'pairs' | 'entries' | 'database' | 'clock' | 'entropy'>;

/** Warnings of one publisher that share a key, or an advisory, and are compared with those of others. */
export const PER_PUBLISHER = 20;

/** Others change meanwhile in a burst; each look finds fewer changes than the last. */
const MAX_LOOKS = 50;

export const settlePairs = async (hub: PairingDeps, warning: string): Promise<void> => {
  for (let look = 0; look < MAX_LOOKS; look += 1) {
    // Read before what they follow from: a pair that another job writes meanwhile is not taken for a wrong one.
    const stored = new Map((await hub.pairs.ofWarnings([warning])).map((pair) => [pair._id, pair]));
    const wanted = await pairsOf(hub, warning);
    const missing = [...wanted.values()].filter((pair) => !isStored(pair, stored.get(pair._id)));
    const wrong = [...stored.values()].filter((pair) => isUndecided(pair) && !wanted.has(pair._id));
    if (missing.length === 0 && wrong.length === 0) return;
    for (const pair of missing) await keep(hub, pair);
    for (const { _id } of wrong) await hub.pairs.forget(_id);
  }
  throw new Error('The pairs of a warning did not settle.');
};

/** What a reviewer has decided stands, whatever the rule says. */
const isStored = (pair: PairRow, stored: PairKey | undefined): boolean =>
  stored !== undefined &&
  (!isUndecided(stored) ||
    (stored.state === pair.state &&
      stored.score === pair.score &&
      stored.versions.every((version, index) => version === pair.versions[index])));

/** The pairs of a warning by id: a function of what is stored. */
const pairsOf = async (hub: PairingDeps, warning: string): Promise<Map<string, PairRow>> => {
  const at = hub.clock.now();
  const head = await hub.warnings.head(warning);
  if (head === null) return new Map();
  const pairs = new Map<string, PairRow>();
  for (const pair of await alikePairs(hub, warning, at)) pairs.set(pair._id, pair);
  // Added last, since a shared advisory id outweighs likeness.
  for (const pair of await collapsedPairs(hub, head, at)) pairs.set(pair._id, pair);
  return pairs;
};

const alikePairs = async (hub: PairingDeps, warning: string, at: Date): Promise<PairRow[]> => {
  const own = await hub.pairs.traitsOf(warning);
  if (own === null) return [];
  return (await hub.pairs.holdersOf(own)).flatMap((other) => alikePair(own, other, at) ?? []);
};

const alikePair = (own: TraitsRow, other: TraitsRow, at: Date): PairRow | null => {
  const [one, two] = inOrder(own, other);
  const likeness = likenessOf(one, two);
  const verdict = likeness === null ? 'APART' : verdictOf(likeness.score);
  if (likeness === null || verdict === 'APART') return null;
  const state = verdict === 'LINK' ? 'LINKED' : 'PROPOSED';
  return pairOf([one, two], { ...likeness, state, exercise: own.exercise, at });
};

const collapsedPairs = async (hub: PairingDeps, own: WarningRow, at: Date): Promise<PairRow[]> => {
  if (own.thing === null) return [];
  const { access, summary } = contentOf(own.content);
  // A cancelled warning asserts nothing.
  if (summary.messageType === 'CANCEL') return [];
  const reasons = [
    own.thing.startsWith('report:') ? 'Both contain the same report.' : 'Both give the same advisory id.',
  ];
  const heads = await hub.warnings.firstOfEntity(own.thing, PER_PUBLISHER);
  if (!heads.some(({ warning }) => warning === own.warning)) return [];
  return heads.flatMap((other) => {
    const { access: others, summary: theirs } = contentOf(other.content);
    if (other.warning === own.warning || theirs.messageType === 'CANCEL') return [];
    // A practice is not a duplicate of a warning, whatever both contain.
    if (theirs.kind !== summary.kind || others.exercise !== access.exercise) return [];
    const sides = inOrder(sideOf(own), sideOf(other));
    const exercise = access.exercise ?? REAL;
    return [pairOf(sides, { score: 1, reasons, state: 'FOLDED', exercise, at })];
  });
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
