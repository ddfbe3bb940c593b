// Who told the same, for a whole page of items at once: two queries whatever the page's size.
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { decide } from '../../policy/decide.ts';
import { shownCard } from '../../policy/view.ts';
import type { Content } from '../../store/warnings.ts';
import type { Item } from './item.ts';
import { type SourceItem, sourceOf } from './read-warning.ts';

const MAX_SOURCES = 100;

/** By warning id: the item's own telling and all others that this reader may see, oldest first. */
export const readSourcesOf = async (
  hub: Pick<Hub, 'warnings' | 'clock'>,
  actor: Actor,
  items: readonly Item[],
): Promise<Map<string, SourceItem[]>> => {
  const nowMs = hub.clock.now().getTime();
  const heads = await hub.warnings.heads(items.map(({ card }) => card.id));
  const thingOf = new Map(heads.map(({ warning, thing }) => [warning, thing]));
  const things = [...new Set(heads.flatMap(({ thing }) => (thing === null ? [] : [thing])))];
  const limit = MAX_SOURCES * things.length;
  const rows =
    things.length === 0
      ? []
      : await hub.warnings.rows
          .find({ thing: { $in: things }, isHead: true })
          .limit(limit)
          .toArray();
  const tellings = Map.groupBy(
    rows.map((row) => ({
      warning: row.warning,
      thing: row.thing,
      content: JSON.parse(row.content) as Content,
    })),
    ({ thing }) => thing,
  );
  return new Map(
    items.map((item) => {
      const thing = thingOf.get(item.card.id) ?? null;
      const others = (thing === null ? [] : (tellings.get(thing) ?? []))
        .filter(({ warning }) => warning !== item.card.id)
        .filter(({ content }) => isSourceOf(content, item, actor, nowMs))
        .map(({ content }) => sourceOf({ ...content, ...shownCard(actor, content, nowMs) }));
      return [item.card.id, oldestFirst([sourceOf(item), ...others]).slice(0, MAX_SOURCES)];
    }),
  );
};

const isSourceOf = ({ envelope, card }: Content, item: Item, actor: Actor, nowMs: number): boolean =>
  envelope.exercise === item.envelope.exercise &&
  card.messageType !== 'CANCEL' &&
  decide(actor, envelope, nowMs).allowed;

const oldestFirst = (sources: SourceItem[]): SourceItem[] =>
  sources.sort((one, other) => (one.publishedAt < other.publishedAt ? -1 : 1));
