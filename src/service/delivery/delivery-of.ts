// A delivery as its recipient and as its publisher see it.
import type { AccessFacts } from '../../domain/access-facts.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Member } from '../../domain/member.ts';
import type { Reason } from '../../domain/reason.ts';
import { type AnsweredAs, isListedTo, namingOf } from '../../policy/naming.ts';
import { visibleReason } from '../../policy/view.ts';
import { becauseAnswered, becauseRelated } from '../../policy/why.ts';
import { type DeliveryRow, NAMELESS } from '../../store/deliveries.ts';
import { isAnsweredIn } from './standing.ts';

export const ownDelivery = (row: DeliveryRow, reader: Member): Delivery =>
  shown(row, visibleReason(row.reason, reader));

/** How the member answered this version; null where it did not. */
export const answeredAs = ({ state, isListed }: Pick<DeliveryRow, 'state' | 'isListed'>): AnsweredAs => {
  if (state !== 'ACKNOWLEDGED') return null;
  return isListed === NAMELESS ? 'NAMELESS' : 'NAMED';
};

/**
 * The publisher sees the public reason, whatever else brought the member the warning (I32), and of an organisation without a
 * name neither the member nor the person who answered. Null for a member that is absent for it.
 */
export const publishersDelivery = (
  directory: Directory,
  { publisher }: Pick<AccessFacts, 'publisher'>,
  row: DeliveryRow,
): Delivery | null => {
  const member = directory.members.get(row.member);
  const isReached = row.isListed === true;
  const isListed = member === undefined || isListedTo(directory, member, publisher);
  const naming = namingOf({ isListed, isReached, answeredAs: answeredAs(row) });
  if (naming === 'ABSENT') return null;
  if (naming === 'NAMED') return shown(row, row.listedReason ?? becauseRelated());
  const { namelessId, organisation } = row;
  if (typeof namelessId !== 'string' || typeof organisation !== 'number') return null;
  const { answers: _, reminders: _r, ...facts } = shown(row, becauseAnswered());
  return { ...facts, id: namelessId, organisation, acknowledgedBy: null };
};

const shown = (row: DeliveryRow, reason: Reason): Delivery => {
  const {
    _id: id,
    exercise: _e,
    isListed: _l,
    listedReason: _r,
    organisation: _o,
    namelessId: _n,
    isOpen,
    nextStep: _s,
    nextStepAt: _a,
    closedAt: _c,
    lastStep: _t,
    isAskedAgain: _g,
    askedAgain: _w,
    ...facts
  } = row;
  return { id, ...facts, reason, isOpen: isOpen === true, isAnswered: isAnsweredIn(row) };
};
