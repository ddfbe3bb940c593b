// One warning as a plain page, for one who may read it; else there is none.
import { isAtMost, strictest } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import { type AlsoTold, warningText } from '../../exchange/text/warning-text.ts';
import type { Hub } from '../../hub.ts';
import { readRelatedOf } from '../duplicate/read-related.ts';
import { readSourcesOf } from '../feed/read-sources.ts';
import type { Item } from '../item/item.ts';
import { readWarning } from '../item/read-warning.ts';
import type { ObjectRoom } from '../object/read-objects.ts';

export type Print = { readonly item: Item; readonly text: string };

type Room = ObjectRoom & Pick<Hub, 'pairs'>;

export const printWarning = async (hub: Room, actor: Actor, id: string): Promise<Print | null> => {
  const item = await readWarning(hub, actor, id);
  if (item === null) return null;
  const { card, reason, state } = item;
  const alsoToldBy = await othersOf(hub, actor, item);
  return { item, text: warningText({ card, reason, state, now: hub.clock.now(), alsoToldBy }) };
};

/** Only those who may stand on a page of this marking: paper is passed on by what stands at its head. */
const othersOf = async (hub: Room, actor: Actor, item: Item): Promise<AlsoTold[]> => {
  const ceiling = strictest(item.envelope.tlp, item.card.tlp);
  const [sources, related] = await Promise.all([
    readSourcesOf(hub, actor, [item]),
    readRelatedOf(hub, actor, [item]),
  ]);
  const told = [
    ...(sources.get(item.card.id) ?? []),
    ...(related.get(item.card.id) ?? []).map(({ item: { card, envelope } }) => ({
      warning: card.id,
      publisher: card.publisher,
      tlp: strictest(envelope.tlp, card.tlp),
      publishedAt: card.publishedAt,
    })),
  ];
  return told
    .filter(({ warning, tlp }) => warning !== item.card.id && isAtMost(tlp, ceiling))
    .sort((one, other) => (one.publishedAt < other.publishedAt ? -1 : 1));
};
