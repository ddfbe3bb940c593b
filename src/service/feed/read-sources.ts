// Everyone who told the same advisory, as far as this reader may see, for a whole page of items at once: three queries
// whatever the page's size. What a reviewer has found apart from an item is none of its sources.
import { type EffectiveTlp, strictest } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import type { PublisherCard } from '../../domain/warning.ts';
import type { Hub } from '../../hub.ts';
import { decide } from '../../policy/decide.ts';
import { shownCard } from '../../policy/view.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import { type PairKey, sidesKey } from '../../store/pairs.ts';
import type { Content } from '../../store/warnings.ts';
import type { Item } from '../item/item.ts';

export type SourceItem = {
  readonly warning: string;
  readonly publisher: PublisherCard;
  readonly tlp: EffectiveTlp;
  readonly publishedAt: string;
  /** By which the folding is undone; null for the item's own telling, and until a worker has looked at the two. */
  readonly pair: string | null;
};

type Room = Pick<Hub, 'warnings' | 'pairs' | 'clock'>;

type Telling = { readonly warning: string; readonly content: Content };

const MAX_SOURCES = 100;
/** Tellings of one thing that are looked at; many more than agencies that tell of one advisory. */
const MAX_SCANNED = 1_000;

/** By warning id: the item's own telling and all others that this reader may see, oldest first. */
export const readSourcesOf = async (
  hub: Room,
  actor: Actor,
  items: readonly Item[],
): Promise<Map<string, SourceItem[]>> => {
  const ids = items.map(({ card }) => card.id);
  const thingOf = new Map((await hub.warnings.heads(ids)).map(({ warning, thing }) => [warning, thing]));
  const tellings = await readableTellings(hub, actor, [...thingOf.values()]);
  const pairs = tellings.size === 0 ? [] : await hub.pairs.ofWarnings(ids);
  const pairOf = new Map(pairs.map((pair) => [sidesKey(...pair.warnings), pair]));
  const nowMs = hub.clock.now().getTime();
  const sourcesOf = (item: Item): SourceItem[] => {
    const others = (tellings.get(thingOf.get(item.card.id) ?? '') ?? []).filter(
      ({ warning, content }) =>
        warning !== item.card.id &&
        content.card.kind === item.card.kind &&
        content.envelope.exercise === item.envelope.exercise,
    );
    const folded = others.flatMap(({ warning, content }) => {
      const pair = pairOf.get(sidesKey(item.card.id, warning));
      if (pair?.state === 'APART') return [];
      return [sourceOf({ ...content, ...shownCard(actor, content, nowMs) }, undoable(pair))];
    });
    return oldestFirst([sourceOf(item, null), ...folded]).slice(0, MAX_SOURCES);
  };
  return new Map(items.map((item) => [item.card.id, sourcesOf(item)]));
};

const undoable = (pair: PairKey | undefined): string | null =>
  pair === undefined || pair.state === 'PROPOSED' ? null : pair._id;

/** Decided while they are read, so that what is hidden is not held. */
const readableTellings = async (
  hub: Room,
  actor: Actor,
  found: readonly (string | null)[],
): Promise<Map<string, Telling[]>> => {
  const things = [...new Set(found)].filter((thing) => thing !== null);
  const tellings = new Map<string, Telling[]>();
  if (things.length === 0) return tellings;
  const nowMs = hub.clock.now().getTime();
  for await (const row of hub.warnings.headsOfThings(things, MAX_SCANNED * things.length)) {
    const content = contentOf(row.content);
    if (content.card.messageType === 'CANCEL' || !decide(actor, content.envelope, nowMs).allowed) continue;
    const thing = row.thing ?? '';
    const known = tellings.get(thing) ?? [];
    known.push({ warning: row.warning, content });
    tellings.set(thing, known);
  }
  return tellings;
};

/** Of a card as the reader may see it. */
const sourceOf = ({ card, envelope }: Content, pair: string | null): SourceItem => ({
  warning: card.id,
  publisher: card.publisher,
  tlp: strictest(envelope.tlp, card.tlp),
  publishedAt: card.publishedAt,
  pair,
});

const oldestFirst = (sources: SourceItem[]): SourceItem[] =>
  sources.sort((one, other) => (one.publishedAt < other.publishedAt ? -1 : 1));
