// Finds, for a version of a warning, the warnings of other publishers that tell the same: above one threshold they are
// linked by rule, above another a reviewer is asked. Nothing is dropped or merged; each side stays as its publisher made it.
import { likenessOf, verdictOf, WINDOW_MS } from '../../domain/likeness.ts';
import type { Hub } from '../../hub.ts';
import { identifierFor } from '../../stix/identifier.ts';
import type { EntryRow } from '../../store/entries.ts';
import { REAL } from '../../store/feed.ts';
import type { PairRow, TraitsRow } from '../../store/pairs.ts';
import type { Content } from '../../store/warnings.ts';
import { newEntry } from '../line/append-entry.ts';
import { traitsOf } from './traits-of.ts';

type Room = Pick<Hub, 'warnings' | 'objects' | 'pairs' | 'entries' | 'database' | 'clock' | 'entropy'>;

/** Past this many holders a value says little: listing stops, so that cost does not grow with how common it is. */
const MAX_HOLDERS = 200;

export const pairWarnings = async (hub: Room, { subject }: Pick<EntryRow, 'subject'>): Promise<void> => {
  if (subject.warning === undefined) return;
  const head = await hub.warnings.head(subject.warning);
  if (head === null) return;
  const content = JSON.parse(head.content) as Content;
  // A practice tells of no event, and what was cancelled corroborates nothing.
  if (content.card.kind !== 'WARNING' || content.card.messageType === 'CANCEL') return;
  const own = await traitsOf(hub, content);
  // Kept before others are looked for: of two that come at once, one finds the other.
  await hub.pairs.saveTraits(own);
  const found = new Map<string, TraitsRow>();
  for (const key of own.keys)
    for (const row of await hub.pairs.holdersOf(key, own, WINDOW_MS, MAX_HOLDERS)) found.set(row._id, row);
  const pairs = [...found.values()].flatMap((other) => pairOf(own, other, hub.clock.now()) ?? []);
  for (const pair of pairs) await keep(hub, pair);
  const kept = new Set(pairs.map(({ _id }) => _id));
  for (const { _id } of await hub.pairs.ofWarning(own._id)) if (!kept.has(_id)) await hub.pairs.forget(_id);
};

const pairOf = (own: TraitsRow, other: TraitsRow, at: Date): PairRow | null => {
  const [one, two] = own._id < other._id ? [own, other] : [other, own];
  const likeness = likenessOf(one, two);
  const verdict = likeness === null ? 'APART' : verdictOf(likeness.score);
  if (likeness === null || verdict === 'APART') return null;
  return {
    _id: identifierFor('duplicate', `${one._id}|${two._id}`),
    warnings: [one._id, two._id],
    versions: [one.version, two.version],
    score: likeness.score,
    reasons: [...likeness.reasons],
    state: verdict === 'LINK' ? 'LINKED' : 'PROPOSED',
    exercise: own.exercise,
    at,
  };
};

/** With an entry when it is linked or proposed anew, not when only its reasons changed. */
const keep = (hub: Room, pair: PairRow): Promise<void> =>
  hub.database.transaction(async (session) => {
    if (!(await hub.pairs.save(pair, session))) return;
    const entry = newEntry(hub, {
      event: pair.state === 'LINKED' ? 'duplicate.linked' : 'duplicate.proposed',
      subject: { pair: pair._id },
      exercise: pair.exercise === REAL ? null : pair.exercise,
    });
    await hub.entries.append([entry], session);
  });
