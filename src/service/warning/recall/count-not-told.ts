// Who held what is recalled, and has not been told: a member that is suspended or has left reads nothing any more, and in the first
// seconds nobody has been told yet. "All have confirmed" is true only without them.
import { deliveryId } from '../../../domain/delivery.ts';
import type { Actor } from '../../../domain/member.ts';
import type { Hub } from '../../../hub.ts';
import { mayAct } from '../../../policy/decide.ts';
import { unlistedTo } from '../../../policy/naming.ts';
import type { Item } from '../../item/item.ts';

/**
 * How many holders have no delivery of the recall, of those that the publisher was listed when it recalled; null for everybody
 * but the publisher, and for what is no recall.
 */
export const countNotTold = async (
  hub: Pick<Hub, 'deliveries' | 'directory'>,
  actor: Actor,
  { access, summary }: Item,
): Promise<number | null> => {
  if (access.holders === undefined || !mayAct(actor, 'delivery.list', access).allowed) return null;
  const absent = new Set(unlistedTo(await hub.directory.current(), access.publisher));
  const holders = access.holders.listed.filter((id) => !absent.has(id));
  const ids = holders.map((member) => deliveryId(summary.id, summary.version, member, 'FEED'));
  return holders.length - (await hub.deliveries.known(ids)).size;
};
