// What stands for a version that came silently: it was brought to nobody, so whoever has the warning has it by the newest version
// that was, and answers that one.
import { deliveryId } from '../../domain/delivery.ts';
import type { Hub } from '../../hub.ts';
import type { DeliveryRow } from '../../store/deliveries.ts';
import type { Item } from './item.ts';

type Shown = Pick<Item, 'isQuiet'> & { readonly summary: Pick<Item['summary'], 'id' | 'version'> };

/** By id of the warning; the version itself where none was brought. */
export const deliveredVersions = async (
  { warnings }: Pick<Hub, 'warnings'>,
  items: readonly Shown[],
): Promise<ReadonlyMap<string, number>> => {
  const found = new Map(items.map(({ summary }) => [summary.id, summary.version]));
  const silent = items.filter(({ isQuiet }) => isQuiet).map(({ summary }) => summary);
  if (silent.length === 0) return found;
  for (const [id, version] of await warnings.lastAnnouncedOf(silent)) found.set(id, version);
  return found;
};

export const deliveredVersion = async (hub: Pick<Hub, 'warnings'>, item: Shown): Promise<number> =>
  (await deliveredVersions(hub, [item])).get(item.summary.id) ?? item.summary.version;

/**
 * The deliveries of these to a member, by id of the warning: of the version itself, else of the one that stands for it. Whoever has
 * neither has none.
 */
export const ownRows = async (
  hub: Pick<Hub, 'warnings' | 'deliveries'>,
  member: string,
  items: readonly Shown[],
): Promise<ReadonlyMap<string, DeliveryRow>> => {
  const delivered = await deliveredVersions(hub, items);
  const ids = items.flatMap(({ summary: { id, version } }) =>
    [...new Set([version, delivered.get(id) ?? version])].map((each) => deliveryId(id, each, member, 'FEED')),
  );
  const found = new Map<string, DeliveryRow>();
  for (const row of await hub.deliveries.byIds(ids))
    if ((found.get(row.warning)?.version ?? 0) < row.version) found.set(row.warning, row);
  return found;
};
