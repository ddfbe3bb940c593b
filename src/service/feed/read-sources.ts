// The sources of the same advisory that this reader may see, for a whole page of items: a few queries whatever the page's
// size. Warnings that a reviewer found distinct from an item are not among its sources. Hidden warnings count for nothing:
// what is read is bounded for each access class, and those of one class have the same readers (I31).
import { type EffectiveTlp, strictest } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import type { PublisherSummary } from '../../domain/warning.ts';
import type { Hub } from '../../hub.ts';
import { decide } from '../../policy/decide.ts';
import { shownSummary } from '../../policy/view.ts';
import { contentOf } from '../../store/content/stored-content.ts';
import { type PairKey, sidesKey } from '../../store/pairs.ts';
import type { Content } from '../../store/warnings.ts';
import type { Item } from '../item/item.ts';
import { warningPairId } from '../ruling/pair-of-warnings.ts';
import { openFeedReader } from './feed-reader.ts';

export type SourceItem = {
  readonly warning: string;
  readonly publisher: PublisherSummary;
  readonly tlp: EffectiveTlp;
  readonly publishedAt: string;
  /**
   * The pair by which the collapse is undone; null for the item's own assertion, and until a worker has compared the
   * two.
   */
  readonly pair: string | null;
};

type Deps = Pick<Hub, 'warnings' | 'feed' | 'accessClasses' | 'pairs' | 'clock'>;

type Assertion = { readonly warning: string; readonly content: Content };

const MAX_SOURCES = 100;

/** By warning id: the item's own assertion and all others that this reader may see, oldest first. */
export const readSourcesOf = async (
  hub: Deps,
  actor: Actor,
  items: readonly Item[],
): Promise<Map<string, SourceItem[]>> => {
  const ids = items.map(({ summary }) => summary.id);
  const entityOf = new Map(
    (await hub.warnings.heads(ids)).map(({ warning, thing: entity }) => [warning, entity]),
  );
  const assertions = await readableAssertions(hub, actor, [...entityOf.values()]);
  const othersOf = (item: Item): Assertion[] =>
    (assertions.get(entityOf.get(item.summary.id) ?? '') ?? [])
      .filter(
        ({ warning, content }) =>
          warning !== item.summary.id &&
          content.summary.kind === item.summary.kind &&
          content.access.exercise === item.access.exercise,
      )
      .slice(0, MAX_SOURCES);
  const pairs = await hub.pairs.keysOf(
    items.flatMap((item) => othersOf(item).map(({ warning }) => warningPairId(item.summary.id, warning))),
  );
  const pairOf = new Map(pairs.map((pair) => [sidesKey(...pair.warnings), pair]));
  const nowMs = hub.clock.now().getTime();
  const sourcesOf = (item: Item): SourceItem[] => {
    const collapsed = othersOf(item).flatMap(({ warning, content }) => {
      const pair = pairOf.get(sidesKey(item.summary.id, warning));
      if (pair?.state === 'APART') return [];
      return [sourceOf({ ...content, ...shownSummary(actor, content, nowMs) }, undoable(pair))];
    });
    return oldestFirst([sourceOf(item, null), ...collapsed]).slice(0, MAX_SOURCES);
  };
  return new Map(items.map((item) => [item.summary.id, sourcesOf(item)]));
};

const undoable = (pair: PairKey | undefined): string | null =>
  pair === undefined || pair.state === 'PROPOSED' ? null : pair._id;

/** By advisory, the earliest first. */
const readableAssertions = async (
  hub: Deps,
  actor: Actor,
  found: readonly (string | null)[],
): Promise<Map<string, Assertion[]>> => {
  const entities = [...new Set(found)].filter((entity) => entity !== null);
  const assertions = new Map<string, Assertion[]>();
  if (entities.length === 0) return assertions;
  const nowMs = hub.clock.now().getTime();
  const reader = openFeedReader(hub, actor);
  const keys = await hub.feed.duplicates(entities, MAX_SOURCES, reader.tokens);
  const open = await reader.readable(keys.map(({ access }) => access));
  const rows = await hub.feed.byIds(keys.filter(({ access }) => open.has(access)).map(({ id }) => id));
  for (const row of rows.sort((one, other) => (one.firstSequence ?? 0) - (other.firstSequence ?? 0))) {
    const content = contentOf(row.content);
    if (!decide(actor, content.access, nowMs).allowed) continue;
    const entity = row.thing ?? '';
    const known = assertions.get(entity) ?? [];
    known.push({ warning: row.warning, content });
    assertions.set(entity, known);
  }
  return assertions;
};

/** From a summary as the reader may see it. */
const sourceOf = ({ summary, access }: Content, pair: string | null): SourceItem => ({
  warning: summary.id,
  publisher: summary.publisher,
  tlp: strictest(access.tlp, summary.tlp),
  publishedAt: summary.publishedAt,
  pair,
});

/** Of those published at one moment the id decides, so that nothing of their publishers does (I33). */
const oldestFirst = (sources: SourceItem[]): SourceItem[] =>
  sources.sort((one, other) => {
    if (one.publishedAt !== other.publishedAt) return one.publishedAt < other.publishedAt ? -1 : 1;
    return one.warning < other.warning ? -1 : 1;
  });
