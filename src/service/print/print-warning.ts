// One warning as a plain page, for a reader that may read it.
import { isAtMost, strictest } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import { type AlsoAsserted, warningText } from '../../exchange/text/warning-text.ts';
import type { Hub } from '../../hub.ts';
import { readRelatedOf } from '../duplicate/read-related.ts';
import { readKnown } from '../enrichment/read-known.ts';
import { readSourcesOf } from '../feed/read-sources.ts';
import type { Item } from '../item/item.ts';
import { readWarning } from '../item/read-warning.ts';
import type { ObjectDeps } from '../object/read-objects.ts';

export type Print = { readonly item: Item; readonly text: string };

type Deps = ObjectDeps & Pick<Hub, 'pairs' | 'feed' | 'accessClasses' | 'references'>;

export const printWarning = async (hub: Deps, actor: Actor, id: string): Promise<Print | null> => {
  const item = await readWarning(hub, actor, id);
  if (item === null) return null;
  const { summary, reason, state } = item;
  const [alsoAssertedBy, known] = await Promise.all([othersOf(hub, actor, item), readKnown(hub, item)]);
  const shown = { summary, reason, state, grade: item.grade, now: hub.clock.now(), alsoAssertedBy };
  return { item, text: warningText({ ...shown, ...(known === undefined ? {} : { known }) }) };
};

/** Only those that a page with this marking may show: printed paper is passed on under the marking at its head. */
const othersOf = async (hub: Deps, actor: Actor, item: Item): Promise<AlsoAsserted[]> => {
  const ceiling = strictest(item.access.tlp, item.summary.tlp);
  const [sources, related] = await Promise.all([
    readSourcesOf(hub, actor, [item]),
    readRelatedOf(hub, actor, [item]),
  ]);
  const others = [
    ...(sources.get(item.summary.id) ?? []),
    ...(related.get(item.summary.id) ?? []).map(({ item: { summary, access } }) => ({
      warning: summary.id,
      publisher: summary.publisher,
      tlp: strictest(access.tlp, summary.tlp),
      publishedAt: summary.publishedAt,
    })),
  ];
  return others
    .filter(({ warning, tlp }) => warning !== item.summary.id && isAtMost(tlp, ceiling))
    .sort((one, other) => (one.publishedAt < other.publishedAt ? -1 : 1));
};
