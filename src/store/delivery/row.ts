// The row of a delivery by the feed.
import type { TimedStep } from '../../domain/answer/asking.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { Reason } from '../../domain/reason.ts';

export type DeliveryRow = Omit<Delivery, 'id' | 'organisation' | 'isOpen' | 'isAnswered'> & {
  _id: string;
  exercise: string | null;
  /**
   * Whether the publisher sees it; absent on rows of older releases until `settleListing`. NAMELESS: it sees an organisation
   * that answered without its name; older hubs show such a row to nobody but its recipient.
   */
  isListed?: boolean | typeof NAMELESS;
  /** The number of the organisation within the warning, and the id by which its publisher sees the delivery. */
  organisation?: number | null;
  namelessId?: string | null;
  /** Set while what it asks is open, and the next reminder with its instant. */
  isOpen?: true;
  nextStep?: TimedStep;
  nextStepAt?: Date;
  /** When an answer closed what it asks, given to this version or to a former one that asked the same. */
  closedAt?: Date;
  /** The last step that was done or passed over, of this version or of a former one that asked the same. */
  lastStep?: TimedStep;
  /** Set while a worker is to remind it because its publisher wants so, and who wanted it when. */
  isAskedAgain?: true;
  askedAgain?: { at: Date; by: string | null };
  /** What the publisher sees in place of `reason`; null where it may not know why. */
  listedReason?: Reason | null;
};

export const NAMELESS = 'NAMELESS';
