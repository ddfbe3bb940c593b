// Who sees what a former version said beside the current one. A correction withdraws it: whoever never had it does not get it
// now, and neither does who may not have it any more.
import type { AccessFacts } from '../../domain/access-facts.ts';
import { isAtMost, strictest } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import type { Summary } from '../../domain/warning.ts';
import { decide } from '../decide.ts';
import { doesBetrayPublisher } from '../view.ts';

type Version = { readonly access: AccessFacts; readonly summary: Summary };

export type FormerToDecide = {
  readonly current: Version;
  readonly former: Version;
  /** Whether the former version was delivered to the reader's member. */
  readonly wasDelivered: boolean;
  /** What would be shown of it. */
  readonly text: () => string;
};

/**
 * Its publisher, and a member to which it was delivered; both only as long as they may read either version by its own rules.
 * What was marked more strictly than the current version, or handled by other rules, is not shown under the marking and rules
 * of that one, and nothing is that would name a publisher who may not be named by either. After a cancellation or a recall
 * nothing is left to compare.
 */
export const mayReadFormer = (actor: Actor, asked: FormerToDecide, nowMs: number): boolean => {
  const { current, former, wasDelivered, text } = asked;
  if (current.summary.messageType === 'CANCEL' || former.summary.messageType === 'CANCEL') return false;
  if (current.access.holders !== undefined || former.access.holders !== undefined) return false;
  if (current.access.publisher !== actor.member.id && !wasDelivered) return false;
  if (![current, former].every(({ access }) => decide(actor, access, nowMs).allowed)) return false;
  if (!isAtMost(markingOf(former), markingOf(current))) return false;
  if (!areSame(former.summary.handling, current.summary.handling)) return false;
  return ![current, former].some(({ access }) => doesBetrayPublisher(actor, access, text));
};

const markingOf = ({ access, summary }: Version) => strictest(access.tlp, summary.tlp);

const areSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
