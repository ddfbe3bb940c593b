// Who sees what a former version said beside the current one. A correction withdraws it: whoever never had it does not get it
// now, and neither does who may not have it any more.
import type { AccessFacts } from '../../domain/access-facts.ts';
import { type Handling, strictestHandling } from '../../domain/handling.ts';
import { type EffectiveTlp, isAtMost, strictest } from '../../domain/marking.ts';
import type { Actor } from '../../domain/member.ts';
import type { Summary } from '../../domain/warning.ts';
import { decide } from '../decide.ts';
import { doesBetrayPublisher } from '../view.ts';

export type Version = { readonly access: AccessFacts; readonly summary: Summary };

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
  const { current, former } = asked;
  if (current.summary.messageType === 'CANCEL' || former.summary.messageType === 'CANCEL') return false;
  if (isOfHolders(current) || isOfHolders(former)) return false;
  if (!isAtMost(markingOf(former), markingOf(current))) return false;
  if (!areSame(former.summary.handling, current.summary.handling)) return false;
  return mayReadVersion(actor, asked, nowMs);
};

/**
 * The same of a former version that stands by itself, under the marking and rules that `treatedAs` gives it: of a cancelled
 * warning too, and of a recalled one for its publisher alone.
 */
export const mayReadVersion = (actor: Actor, asked: FormerToDecide, nowMs: number): boolean => {
  const { current, former, wasDelivered, text } = asked;
  const isOwn = current.access.publisher === actor.member.id;
  if (!isOwn && (!wasDelivered || isOfHolders(current) || isOfHolders(former))) return false;
  if (![current, former].every(({ access }) => decide(actor, access, nowMs).allowed)) return false;
  return ![current, former].some(({ access }) => doesBetrayPublisher(actor, access, text));
};

/** A former version as it is to be shown now: whoever published it is named by neither where one of the two withholds it. */
export const unnamedAsNow = (former: AccessFacts, current: AccessFacts): AccessFacts => {
  const traces = [former, current].flatMap(({ unnamed }) => unnamed?.traces ?? []);
  return traces.length === 0 ? former : { ...former, unnamed: { traces: [...new Set(traces)] } };
};

type Treated = { readonly tlp: EffectiveTlp; readonly handling: Handling | undefined };

/** The marking and rules under which a former version is held now: its own, and those of the current one where they are stricter. */
export const treatedAs = (
  former: Pick<Summary, 'tlp' | 'handling'>,
  current: Pick<Summary, 'tlp' | 'handling'>,
): Treated => ({
  tlp: strictest(former.tlp, current.tlp),
  handling:
    former.handling === undefined || current.handling === undefined
      ? (former.handling ?? current.handling)
      : strictestHandling(former.handling, current.handling),
});

const isOfHolders = ({ access }: Version): boolean => access.holders !== undefined;

const markingOf = ({ access, summary }: Version) => strictest(access.tlp, summary.tlp);

const areSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
