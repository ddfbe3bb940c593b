// The initial row of a delivery.
import { deliveryId } from '../../domain/delivery.ts';
import type { Reason } from '../../domain/reason.ts';
import type { DeliveryRow } from '../../store/deliveries.ts';

export const newDelivery = (
  target: {
    readonly warning: string;
    readonly version: number;
    readonly member: string;
    readonly exercise: string | null;
  },
  reason: Reason,
  at: Date,
): DeliveryRow => ({
  _id: deliveryId(target.warning, target.version, target.member, 'FEED'),
  ...target,
  channel: 'FEED',
  state: 'PENDING',
  reason,
  at,
  sentAt: null,
  receivedAt: null,
  acknowledgedAt: null,
  answer: null,
  note: null,
  acknowledgedBy: null,
  failure: null,
});
