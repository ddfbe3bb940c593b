// The initial row of a delivery.
import { type Asking, reminderAfter } from '../../domain/answer/asking.ts';
import { deliveryId } from '../../domain/delivery.ts';
import type { Reason } from '../../domain/reason.ts';
import type { DeliveryRow } from '../../store/deliveries.ts';

type Target = Pick<DeliveryRow, 'warning' | 'version' | 'member' | 'exercise'>;

/** `own` is why the member has it; `listed` what its publisher sees as the reason, null for a member that is not listed. */
type Reasons = { readonly own: Reason; readonly listed: Reason | null };

/** What the version asks of the member; `isAnswered` where an answer to the version before stands. */
type Asked = { readonly asking: Asking | null; readonly isAnswered?: boolean };

export const newDelivery = (
  target: Target,
  { own, listed }: Reasons,
  at: Date,
  { asking, isAnswered = false }: Asked,
): DeliveryRow => ({
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
  ...(asking === null ? {} : { asking, ...(isAnswered ? {} : openOf(asking)) }),
});

const openOf = (asking: Asking): Pick<DeliveryRow, 'isOpen' | 'nextStep' | 'nextStepAt'> => {
  const next = reminderAfter(asking, null);
  return { isOpen: true, ...(next === null ? {} : { nextStep: next.step, nextStepAt: next.at }) };
};
