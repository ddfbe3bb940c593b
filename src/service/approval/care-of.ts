// What both persons should think of before something is done: whom a warning would reach, beside what its publisher does
// usually, and how many that are.
import type { Care } from '../../domain/care/publish-care.ts';
import type { Actor } from '../../domain/member.ts';
import type { Hub } from '../../hub.ts';
import { habitsOnce } from '../audience/publish-care.ts';
import { approvableOf } from './approvables.ts';
import type { ShownProposal } from './list-proposals.ts';

export type ToConsider = Pick<ShownProposal, 'kind' | 'payload' | 'state'>;

/** Proposals that are looked at at the same time: each reads much, and there are fewer connections than a page has rows. */
const AT_ONCE = 5;

/** Of each, in their order. Nothing of what is decided, nor of what this actor is not shown whole. */
export const careOfProposals = (
  hub: Hub,
  actor: Actor,
  proposals: readonly ToConsider[],
): Promise<(readonly Care[])[]> => {
  const habits = habitsOnce(hub);
  return ofEach(proposals, async (each) => {
    const whole = wholeOf(each);
    return (await whole?.approvable.care?.(hub, actor, whole.payload, habits)) ?? [];
  });
};

/** The same of how many members it would go to; null where it is no essential action. */
export const recipientsOfProposals = (
  hub: Hub,
  actor: Actor,
  proposals: readonly ToConsider[],
): Promise<(number | null)[]> =>
  ofEach(proposals, async (each) => {
    const whole = wholeOf(each);
    return (await whole?.approvable.recipients?.(hub, actor, whole.payload)) ?? null;
  });

const ofEach = async <Found>(
  proposals: readonly ToConsider[],
  look: (proposal: ToConsider) => Promise<Found>,
): Promise<Found[]> => {
  const found: Found[] = [];
  for (let from = 0; from < proposals.length; from += AT_ONCE)
    found.push(...(await Promise.all(proposals.slice(from, from + AT_ONCE).map(look))));
  return found;
};

const wholeOf = ({ kind, payload, state }: ToConsider) => {
  const approvable = approvableOf(kind);
  if (state !== 'OPEN' || approvable === null) return null;
  const whole = approvable.read(payload);
  return whole.ok ? { approvable, payload: whole.value } : null;
};
