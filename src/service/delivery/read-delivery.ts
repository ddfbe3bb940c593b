// Reads one delivery by id, for its recipient or the publisher of its warning; for anyone else it does not exist. The
// queries are the same whether there is one (I34).
import type { Delivery } from '../../domain/delivery.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { mayAct } from '../../policy/decide.ts';
import { readWarning } from '../item/read-warning.ts';
import { deliveryOf } from './list-deliveries.ts';

type Deps = Pick<Hub, 'deliveries' | 'warnings' | 'cursorKey' | 'clock'>;

/** Not an id: the query finds nothing. */
const NO_WARNING = '';

export const readDelivery = async (hub: Deps, actor: Actor, id: string): Promise<Delivery | null> => {
  const [row] = await hub.deliveries.byIds([id]);
  const item = await readWarning(hub, actor, row?.warning ?? NO_WARNING);
  if (row === undefined || item === null) return null;
  const isMine = row.member === actor.member.id;
  return isMine || mayAct(actor, 'delivery.list', item.access).allowed ? deliveryOf(row, actor.member) : null;
};
