// How a member was reminded, as one reader may see it. Its own member reads what its plan for answers says; for anyone else a step
// says whom it told only where that one's publisher sees it among the recipients anyway, and nothing else of the plan (I32).
import type { Reminder } from '../../domain/answer/asking.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { Actor, Member } from '../../domain/member.ts';
import { isListedTo } from '../../domain/partnership/disclosure.ts';
import type { Hub } from '../../hub.ts';
import { isNamedRecipientIn } from '../../policy/naming.ts';
import type { Item } from '../item/item.ts';

/** `item` is the warning as the reader has it; null for one that it may not read. */
export const shownReminders = async (
  { directory: held, clock }: Pick<Hub, 'directory' | 'clock'>,
  actor: Actor,
  { member, state, reminders = [] }: Pick<Delivery, 'member' | 'state' | 'reminders'>,
  item: Pick<Item, 'access'> | null,
): Promise<readonly Reminder[]> => {
  if (reminders.length === 0) return [];
  const directory = await held.current();
  const memberOf = (id: string) => directory.members.get(id);
  if (member === actor.member.id)
    return reminders.map((each) => {
      const outside = memberOf(each.outside ?? '');
      const isTold = outside === undefined || isListedTo(directory, outside, actor.member.id);
      return isTold ? each : toldNobody(each);
    });
  const isNamed = item === null ? null : isNamedRecipientIn(directory, item.access, clock.now().getTime());
  if (!isSeenNow(memberOf(member), state, isNamed)) return [];
  return reminders.map((each) => {
    // By its own endpoints: that none works is no part of its plan.
    if (each.step === 'HALF' || each.step === 'DUE') return each;
    const { outside: _o, skipped: _s, ...step } = each;
    // Whether it named anybody of its own is its own.
    if (each.step !== 'OUTSIDE') return step;
    const outside = memberOf(each.outside ?? '');
    return outside !== undefined && isNamed?.(outside) === true ? each : toldNobody(step);
  });
};

/**
 * Whether what becomes of a delivery from now on is shown to its publisher: of a member that moved, and is reached by what it
 * declared alone, it would tell that it is, unless it has answered.
 */
const isSeenNow = (
  member: Member | undefined,
  state: Delivery['state'],
  isNamed: ((member: Member) => boolean) | null,
): boolean => state === 'ACKNOWLEDGED' || (member !== undefined && isNamed?.(member) === true);

/** A delivery, and the warning as the reader has it; null for one that it may not read. */
export type ToFollow = {
  readonly delivery: Pick<Delivery, 'member' | 'state'>;
  readonly item: Pick<Item, 'access'> | null;
};

/** The same for the deliveries to endpoints, of each of these; its own member is shown all of them. */
export const followedBy = async (
  { directory: held, clock }: Pick<Hub, 'directory' | 'clock'>,
  actor: Actor,
  all: readonly ToFollow[],
): Promise<boolean[]> => {
  const directory = await held.current();
  const nowMs = clock.now().getTime();
  const known = new Map<ToFollow['item'], (member: Member) => boolean>();
  const isNamedOf = (item: NonNullable<ToFollow['item']>): ((member: Member) => boolean) => {
    const isNamed = known.get(item) ?? isNamedRecipientIn(directory, item.access, nowMs);
    known.set(item, isNamed);
    return isNamed;
  };
  return all.map(({ delivery: { member, state }, item }) => {
    if (member === actor.member.id) return true;
    return item !== null && isSeenNow(directory.members.get(member), state, isNamedOf(item));
  });
};

const toldNobody = ({ outside: _, ...step }: Reminder): Reminder => ({ ...step, skipped: 'MAY_NOT_READ' });
