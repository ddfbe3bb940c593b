// The initial row of a delivery.
import { type Asking, reminderAfter, type TimedStep } from '../../domain/answer/asking.ts';
import { deliveryId } from '../../domain/delivery.ts';
import type { Reason } from '../../domain/reason.ts';
import type { DeliveryRow } from '../../store/deliveries.ts';
import type { Standing } from './standing.ts';

type Target = Pick<DeliveryRow, 'warning' | 'version' | 'member' | 'exercise'>;

/** `own` is why the member has it; `listed` what its publisher sees as the reason, null for a member that is not listed. */
type Reasons = { readonly own: Reason; readonly listed: Reason | null };

/** What the version asks of the member, and what stands of it where a former version asked the same. */
type Asked = { readonly asking: Asking | null; readonly standing?: Standing | undefined };

export const newDelivery = (
  target: Target,
  { own, listed }: Reasons,
  at: Date,
  { asking, standing = {} }: Asked,
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
  ...(asking === null ? {} : askedOf(asking, standing)),
});

const askedOf = (asked: Asking, { asking: before, ...standing }: Standing): Partial<DeliveryRow> => {
  // The clock goes on: a correction begins none.
  const asking = before === undefined ? asked : { ...asked, from: before.from };
  const open = standing.closedAt === undefined ? openOf(asking, standing.lastStep ?? null) : {};
  return { asking, ...standing, ...open };
};

const openOf = (
  asking: Asking,
  last: TimedStep | null,
): Pick<DeliveryRow, 'isOpen' | 'nextStep' | 'nextStepAt'> => {
  const next = reminderAfter(asking, last);
  return { isOpen: true, ...(next === null ? {} : { nextStep: next.step, nextStepAt: next.at }) };
};
