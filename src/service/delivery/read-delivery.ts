// Reads one delivery by id, for its recipient or, where it is listed, the publisher of its warning; for anyone else it does
// not exist. The id follows from warning and member, so a publisher can ask for that of any member (I32). The queries are the same
// whether there is one (I34).
import type { Delivery } from '../../domain/delivery.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { readWarning } from '../item/read-warning.ts';
import { ownDelivery, publishersDelivery } from './delivery-of.ts';
import { settleListing } from './settle-listing.ts';

type Deps = Pick<Hub, 'deliveries' | 'directory' | 'warnings' | 'cursorKey' | 'clock'>;

/** Not an id: the query finds nothing. */
const NO_WARNING = '';

export const readDelivery = async (hub: Deps, actor: Actor, id: string): Promise<Delivery | null> => {
  const row = await hub.deliveries.shownTo(actor.member.id, id);
  const item = await readWarning(hub, actor, row?.warning ?? NO_WARNING);
  if (row === null || item === null) return null;
  const { warning, version, member } = row;
  if (member === actor.member.id) return row._id === id ? ownDelivery(row, actor.member) : null;
  if (!mayAct(actor, 'delivery.list', item.access).allowed) return null;
  const directory = await hub.directory.current();
  if (row.isListed !== undefined) return publishersDelivery(directory, item.access, row);
  await settleListing(hub, { warning, version, access: item.access });
  const settled = await hub.deliveries.shownTo(actor.member.id, id);
  return settled === null ? null : publishersDelivery(directory, item.access, settled);
};
