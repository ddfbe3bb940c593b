// A delivery as its recipient and as its publisher see it.
import type { Delivery } from '../../domain/delivery.ts';
import type { Member } from '../../domain/member.ts';
import type { Reason } from '../../domain/reason.ts';
import { visibleReason } from '../../policy/view.ts';
import { becauseRelated } from '../../policy/why.ts';
import type { DeliveryRow } from '../../store/deliveries.ts';

export const ownDelivery = (row: DeliveryRow, reader: Member): Delivery =>
  shown(row, visibleReason(row.reason, reader));

/** The publisher sees the public reason, whatever else brought the member the warning (I32). */
export const publishersDelivery = (row: DeliveryRow): Delivery =>
  shown(row, row.listedReason ?? becauseRelated());

const shown = (row: DeliveryRow, reason: Reason): Delivery => {
  const { _id: id, exercise: _e, isListed: _l, listedReason: _r, ...facts } = row;
  return { id, ...facts, reason };
};
