// One warning at its current version, by id; and everyone who told the same, as far as this reader may see.

import type { EffectiveTlp } from '../../domain/marking.ts';
import { strictest } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import type { PublisherCard } from '../../domain/warning.ts';
import type { Hub } from '../../hub.ts';
import { decide } from '../../policy/decide.ts';
import { shownCard } from '../../policy/view.ts';
import type { Content, WarningRow } from '../../store/warnings.ts';
import { type Item, itemOf } from './item.ts';

const ID = /^(warning|practice)--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** A single item stands on no page. */
const NO_CURSOR = '';

type Room = Pick<Hub, 'warnings' | 'cursorKey' | 'clock'>;

const parse = (row: WarningRow): Content => JSON.parse(row.content) as Content;

export const isWarningId = (id: string): boolean => ID.test(id);

/** The head row with its content, if the actor may read it; for acts that then decide further. */
export const readHead = async (
  hub: Pick<Hub, 'warnings' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<{ readonly row: WarningRow; readonly content: Content } | null> => {
  if (!isWarningId(id)) return null;
  const row = await hub.warnings.head(id);
  if (row === null) return null;
  const content = parse(row);
  return decide(actor, content.envelope, hub.clock.now().getTime()).allowed ? { row, content } : null;
};

export const readWarnings = async (
  hub: Room,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, Item>> => {
  const rows = await hub.warnings.heads([...new Set(ids)].filter(isWarningId));
  const nowMs = hub.clock.now().getTime();
  const items = rows.map((row) => itemOf({ ...row, parsed: parse(row) }, actor, NO_CURSOR, nowMs));
  return new Map(items.filter((item) => item !== null).map((item) => [item.card.id, item]));
};

export const readWarning = async (hub: Room, actor: Actor, id: string): Promise<Item | null> =>
  (await readWarnings(hub, actor, [id])).get(id) ?? null;

export type SourceItem = {
  readonly warning: string;
  readonly publisher: PublisherCard;
  readonly tlp: EffectiveTlp;
  readonly publishedAt: string;
};

const MAX_SOURCES = 100;

/** Of a card as the reader may see it. */
export const sourceOf = ({ card, envelope }: Content): SourceItem => ({
  warning: card.id,
  publisher: card.publisher,
  tlp: strictest(envelope.tlp, card.tlp),
  publishedAt: card.publishedAt,
});

/** All tellings of the same advisory that this reader may see, the item's own among them, oldest first. */
export const readSources = async (
  hub: Pick<Hub, 'warnings' | 'clock'>,
  actor: Actor,
  item: Item,
): Promise<SourceItem[]> => {
  const own = sourceOf(item);
  const nowMs = hub.clock.now().getTime();
  const head = await hub.warnings.head(item.card.id);
  if (head?.thing === null || head === null) return [own];
  const rows = await hub.warnings.headsOfThing(head.thing, MAX_SOURCES);
  const others = rows
    .filter((row) => row.warning !== item.card.id)
    .map(parse)
    .filter(
      ({ envelope, card }) => envelope.exercise === item.envelope.exercise && card.messageType !== 'CANCEL',
    )
    .filter(({ envelope }) => decide(actor, envelope, nowMs).allowed)
    .map((content) => sourceOf({ ...content, ...shownCard(actor, content, nowMs) }));
  return [own, ...others].sort((one, other) => one.publishedAt.localeCompare(other.publishedAt));
};
