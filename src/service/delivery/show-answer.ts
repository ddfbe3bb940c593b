// How a publisher that does not see a member is shown its answer: under the member's name, or as "an organisation" with a
// number within the warning. A name that was given stays; a member without one may give it later.
import { deliveryId, namelessId } from '../../domain/delivery.ts';
import type { Hub } from '../../hub.ts';
import type { Session } from '../../store/connect.ts';
import { type DeliveryRow, NAMELESS } from '../../store/deliveries.ts';
import { answeredAs } from './delivery-of.ts';

type Deps = Pick<Hub, 'deliveries' | 'counters' | 'nameKey'>;

type Shown = {
  /** The delivery before this answer. */
  readonly before: DeliveryRow;
  readonly isNamed: boolean;
};

/** Within the transaction of the answer. Whether anything changed. */
export const showAnswer = async (
  hub: Deps,
  { before, isNamed }: Shown,
  session: Session,
): Promise<boolean> => {
  const was = answeredAs(before);
  if (was === 'NAMED' || was === (isNamed ? 'NAMED' : 'NAMELESS')) return false;
  const id = before._id;
  if (isNamed) {
    if (before.isListed !== NAMELESS) return false;
    await hub.deliveries.showAs(id, 'NAMED', session);
    return true;
  }
  const organisation = await numberOf(hub, before, session);
  await hub.deliveries.showAs(id, { organisation, namelessId: namelessId(hub.nameKey, id) }, session);
  return true;
};

/** The same in every version of the warning. */
const numberOf = async (
  { deliveries, counters }: Deps,
  { warning, version, member, channel }: DeliveryRow,
  session: Session,
): Promise<number> => {
  const ids = Array.from({ length: version }, (_, at) => deliveryId(warning, at + 1, member, channel));
  const known = (await deliveries.byIds(ids, session)).find(({ organisation }) => organisation != null);
  return known?.organisation ?? counters.next(`organisations ${warning}`, 1, session);
};
