// The initial row of a delivery.
import { deliveryId } from '../../domain/delivery.ts';
import type { Reason } from '../../domain/reason.ts';
import type { DeliveryRow } from '../../store/deliveries.ts';

type Target = Pick<DeliveryRow, 'warning' | 'version' | 'member' | 'exercise'>;

/** `own` is why the member has it; `listed` what its publisher sees as the reason, null for a member that is not listed. */
type Reasons = { readonly own: Reason; readonly listed: Reason | null };

export const newDelivery = (target: Target, { own, listed }: Reasons, at: Date): DeliveryRow => ({
  _id: deliveryId(target.warning, target.version, target.member, 'FEED'),
  ...target,
  channel: 'FEED',
  state: 'PENDING',
  reason: own,
  isListed: listed !== null,
  listedReason: listed,
  at,
  sentAt: null,
  receivedAt: null,
  acknowledgedAt: null,
  answer: null,
  note: null,
  acknowledgedBy: null,
  failure: null,
});
