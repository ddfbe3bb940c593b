// What both persons should think of before something is done: whom a warning would reach, beside what its publisher does
// usually.
import type { Care } from '../../domain/care/publish-care.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { type Habits, habitsOnce } from '../audience/publish-care.ts';
import { approvableOf } from './approvables.ts';
import type { ShownProposal } from './list-proposals.ts';

export type ToConsider = Pick<ShownProposal, 'kind' | 'payload' | 'state'>;

/** Proposals that are looked at at the same time: each reads much, and there are fewer connections than a page has rows. */
const AT_ONCE = 5;

/** Of each, in their order. Nothing of what is decided, nor of what this actor is not shown whole. */
export const careOfProposals = async (
  hub: Hub,
  actor: Actor,
  proposals: readonly ToConsider[],
): Promise<(readonly Care[])[]> => {
  const habits = habitsOnce(hub);
  const found: (readonly Care[])[] = [];
  for (let from = 0; from < proposals.length; from += AT_ONCE) {
    const part = proposals.slice(from, from + AT_ONCE);
    found.push(...(await Promise.all(part.map((each) => careOf(hub, actor, each, habits)))));
  }
  return found;
};

const careOf = async (
  hub: Hub,
  actor: Actor,
  { kind, payload, state }: ToConsider,
  habits: Habits,
): Promise<readonly Care[]> => {
  const approvable = approvableOf(kind);
  if (state !== 'OPEN' || approvable?.care === undefined) return [];
  const whole = approvable.read(payload);
  return whole.ok ? approvable.care(hub, actor, whole.value, habits) : [];
};
