// The sources of the same advisory that this reader may see, for a whole page of items: three queries whatever the
// page's size. Warnings that a reviewer found distinct from an item are not among its sources.
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

type Deps = Pick<Hub, 'warnings' | 'pairs' | 'clock'>;

type Assertion = { readonly warning: string; readonly content: Content };

const MAX_SOURCES = 100;
/** Limit of assertions considered per entity; far more than the agencies that publish one advisory. */
const MAX_SCANNED = 1_000;

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
  const pairs = assertions.size === 0 ? [] : await hub.pairs.ofWarnings(ids);
  const pairOf = new Map(pairs.map((pair) => [sidesKey(...pair.warnings), pair]));
  const nowMs = hub.clock.now().getTime();
  const sourcesOf = (item: Item): SourceItem[] => {
    const others = (assertions.get(entityOf.get(item.summary.id) ?? '') ?? []).filter(
      ({ warning, content }) =>
        warning !== item.summary.id &&
        content.summary.kind === item.summary.kind &&
        content.access.exercise === item.access.exercise,
    );
    const collapsed = others.flatMap(({ warning, content }) => {
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

/** Decided while reading, so that hidden rows are not held in memory. */
const readableAssertions = async (
  hub: Deps,
  actor: Actor,
  found: readonly (string | null)[],
): Promise<Map<string, Assertion[]>> => {
  const entities = [...new Set(found)].filter((entity) => entity !== null);
  const assertions = new Map<string, Assertion[]>();
  if (entities.length === 0) return assertions;
  const nowMs = hub.clock.now().getTime();
  for await (const row of hub.warnings.headsOfEntities(entities, MAX_SCANNED * entities.length)) {
    const content = contentOf(row.content);
    if (content.summary.messageType === 'CANCEL' || !decide(actor, content.access, nowMs).allowed) continue;
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

const oldestFirst = (sources: SourceItem[]): SourceItem[] =>
  sources.sort((one, other) => (one.publishedAt < other.publishedAt ? -1 : 1));
